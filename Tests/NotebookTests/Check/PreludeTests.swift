import Interpreter
import Testing

@testable import Notebook

/// The commands that are run before a document's own.
struct PreludeTests {
  private static let files = [
    "start.lever": "# a comment\n\ndeposit 1 ETH\nlet x = 1; let y = 2\n",
    "start.md":
      "---\nformat: 1\nprelude: sub/first.md\n---\n```lever error\nlever> let x = first\n...\nlever> nonsense\n```\n",
    "sub/first.md": "---\nformat: 1\nprelude: ../zero.lever\n---\n```lever\nlever> let first = zero + 1\n```\n",
    "zero.lever": "let zero = 0", "bad.lever": "print 1\nnonsense", "bad.md": "```lever eror\nlever> a\n```\n",
    "circle.md": "---\nformat: 1\nprelude: sub/back.md\n---\n```lever\nlever> print 1\n```\n",
    "sub/back.md": "---\nformat: 1\nprelude: ../circle.md\n---\n```lever\nlever> print 1\n```\n",
    "self.md": "---\nformat: 1\nprelude: x.md\n---\n```lever\nlever> print 1\n```\n",
  ]

  /// What is wrong with a document that has a prelude and prints `x`.
  private static func problems(_ prelude: String) throws -> [String] {
    let files = ScratchFiles()
    for (name, text) in Self.files { try files.write(text, to: name, replacing: false) }
    let text = "---\nformat: 1\nprelude: \(prelude)\n---\n```lever\nlever> print x\n1\n```\n"
    let document = try Document(parsing: text, file: "folder/x.md")
    do throws(DocumentErrors) {
      let result = try Checker(files: files).check(document)
      return result.failures.map { "\($0.line):\($0.column): \($0.message)" }
    } catch {
      return error.errors.map { "\($0.place): \($0.sentence)" }
    }
  }

  private static let cases: [(String, [String])] = [
    ("start.lever", []), ("start.md", []), ("./sub/../start.lever", []),
    ("missing.lever", ["folder/x.md:3:10: missing.lever cannot be read: there is no such file"]),
    ("../start.lever", ["folder/x.md:3:10: the prelude ../start.lever lies outside of the folder of this file"]),
    ("/etc/passwd", ["folder/x.md:3:10: the prelude /etc/passwd lies outside of the folder of this file"]),
    ("x.md", ["folder/x.md:3:10: the preludes run in a circle: x.md → x.md"]),
    ("circle.md", ["folder/x.md:3:10: the preludes run in a circle: x.md → circle.md → sub/back.md → circle.md"]),
    ("self.md", ["folder/x.md:3:10: the preludes run in a circle: x.md → self.md → x.md"]),
    (
      "bad.md",
      ["folder/x.md:3:10: the prelude cannot be read: bad.md:1:10: unknown tag `eror`; did you mean `error`?"]
    ),
    ("bad.lever", ["3:10: the prelude does not run: bad.lever:2: unknown command `nonsense`"]),
  ]

  @Test(arguments: cases)
  func `preludes`(prelude: String, expected: [String]) throws {
    let problems = try Self.problems(prelude)
    // What follows a prelude that does not run is not as expected either.
    #expect(Array(problems.prefix(max(1, expected.count))) == expected)
  }
}
