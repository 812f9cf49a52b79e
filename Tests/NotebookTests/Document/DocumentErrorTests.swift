import TestSupport
import Testing

@testable import Notebook

/// Everything that a file can have wrong, with its place and the message.
struct DocumentErrorTests {
  private static let block = "\n```lever\nlever> print 1\n```\n"

  private static func messages(_ bytes: [UInt8]) -> [String] {
    do {
      _ = try Document(parsing: bytes, file: "x.md")
      return []
    } catch {
      return error.errors.map { "\($0.place): \($0.sentence)" }
    }
  }

  private static let frontMatterCases: [(String, [String])] = [
    ("---\nformat: 1\n", ["x.md:1:1: the front matter is not closed with `---`"]),
    ("---\ntitle: x\n---\n", ["x.md:1:1: the front matter has no `format: 1`"]),
    ("---\nformat: 1\ntitel: x\n---\n", ["x.md:3:1: unknown key `titel`; did you mean `title`?"]),
    ("---\nformat: one\n---\n", ["x.md:2:9: `format` is a whole number, not `one`"]),
    ("---\nformat: 2\n---\n", ["x.md:2:9: format 2 is not known here; this version reads format 1"]),
    ("---\nformat: 1\nformat: 1\n---\n", ["x.md:3:1: the key `format` is there already, on line 2"]),
    ("---\nformat: 1\ntitle:\n---\n", ["x.md:3:1: `title` has no value"]),
    ("---\nformat: 1\ntitle\n---\n", ["x.md:3:1: a line of the front matter is `key: value`"]),
    ("---\nformat: 1\nlesson: A B\n---\n", ["x.md:3:9: an id is lower-case letters, digits and `-`, not `A B`"]),
    (
      "---\nformat: 1\nlesson: a\ntranscript: b\n---\n",
      ["x.md:4:1: a file is a `lesson` or a `transcript`, not both"]
    ),
    (
      "---\nformat: 1\nwidth: 19\n---\n", ["x.md:3:8: `width` is a whole number from 20 to 1000, not `19`"]
    ),
    (
      "---\nformat: 1\nseed: -1\n---\n",
      ["x.md:3:7: `seed` is a whole number from 0 to 18446744073709551615, not `-1`"]
    ),
    (
      "---\nformat: 1\nteaches: a, B\n---\n",
      ["x.md:3:10: `teaches` is a list of ids such as `max-ltv, health-factor`, and `B` is none"]
    ),
    ("---\nformat: 1\nteaches: a, a\n---\n", ["x.md:3:10: `teaches` names something twice"]),
  ]

  @Test(arguments: frontMatterCases)
  func `front matter`(text: String, expected: [String]) {
    #expect(Self.messages(Array((text + Self.block).utf8)) == expected)
  }

  private static let blockCases: [(String, [String])] = [
    ("", ["x.md:1:1: the file is empty"]), ("\n \n", ["x.md:1:1: the file is empty"]),
    ("text\n", ["x.md:1:1: there is no `lever` block, so that there is nothing to check"]),
    ("text\n```lever\nlever> print 1\n1\n", ["x.md:2:1: the fence is not closed"]),
    ("```text\nx\n", ["x.md:1:1: the fence is not closed"]),
    ("~~~lever\nlever> print 1\n```\n", ["x.md:1:1: the fence is not closed"]),
    ("```lever\n```\n", ["x.md:1:1: the block has no command"]),
    ("```lever\n1\nlever> print 1\n```\n", ["x.md:2:1: output stands before the first `lever> `"]),
    ("```lever\n  ...> a\n```\n", ["x.md:2:3: output stands before the first `lever> `"]),
    ("```lever\nlever>\n```\n", ["x.md:2:1: the command behind `lever>` is missing"]),
    ("```lever\nlever>print 1\n```\n", ["x.md:2:1: a blank is missing behind `lever>`"]),
    (
      "```lever\nlever> print 1\n1\n  ...> print 2\n```\n",
      ["x.md:4:3: a continued command stands directly below its prompt"]
    ),
    ("```lever eror\nlever> a\n```\n", ["x.md:1:10: unknown tag `eror`; did you mean `error`?"]),
    ("```lever hide xyz\nlever> a\n```\n", ["x.md:1:15: unknown tag `xyz`"]),
    ("```lever hide=1\nlever> a\n```\n", ["x.md:1:10: the tag `hide` takes no value"]),
    ("```lever bug bug\nlever> a\n```\n", ["x.md:1:14: the tag `bug` is there twice"]),
    ("```lever skip\nlever> a\n```\n", ["x.md:1:10: `skip` needs a reason in quotes: `skip=\"why\"`"]),
    ("```lever skip=\"a b\nlever> a\n```\n", ["x.md:1:10: `skip` needs a reason in quotes: `skip=\"why\"`"]),
    (
      "```lever tol=x\nlever> a\n```\n",
      ["x.md:1:10: `tol` needs a number above 0 such as `0.5%` or `0.01`, not `x`"]
    ),
    ("```lever tol\nlever> a\n```\n", ["x.md:1:10: `tol` needs a number such as `tol=0.5%`"]),
    ("```levr\nlever> a\n```\n", ["x.md:1:4: the language `levr` is not run; did you mean `lever`?"]),
    ("```Lever\nlever> a\n```\n", ["x.md:1:4: the language `Lever` is not run; did you mean `lever`?"]),
    ("~~~ elver\nlever> a\n~~~\n", ["x.md:1:5: the language `elver` is not run; did you mean `lever`?"]),
    ("```lever,hide\nlever> a\n```\n", ["x.md:1:4: the language `lever,hide` is not run; did you mean `lever`?"]),
    (
      "1. a\n\n   ```lever\n   lever> a\n   ```\n",
      ["x.md:3:4: a block inside a list item would not be run: move it out"]
    ),
    ("- ```lever\n  lever> a\n  ```\n", ["x.md:1:3: a block inside a list item would not be run: move it out"]),
    (
      "- a\n  - b\n\n    ~~~lever error\n    lever> a\n    ~~~\n",
      ["x.md:4:5: a block inside a list item would not be run: move it out"]
    ),
    // A tab leads to the next multiple of four.
    ("- a\n\n\t```lever\n\tlever> a\n\t```\n", ["x.md:3:2: a block inside a list item would not be run: move it out"]),
    ("1.\t```lever\n\tlever> a\n\t```\n", ["x.md:1:4: a block inside a list item would not be run: move it out"]),
    // Blanks behind the mark of an empty item count for nothing.
    ("-    \n  ```lever\n  lever> a\n  ```\n", ["x.md:2:3: a block inside a list item would not be run: move it out"]),
    ("```{lever}\nlever> a\n```\n", ["x.md:1:4: the language `{lever}` is not run; did you mean `lever`?"]),
    ("```{.lever}\nlever> a\n```\n", ["x.md:1:4: the language `{.lever}` is not run; did you mean `lever`?"]),
    ("```lever skip=why\nlever> a\n```\n", ["x.md:1:10: `skip` needs a reason in quotes: `skip=\"why\"`"]),
    (
      "```lever skip=\"`x`\"\nlever> a\n```\n```lever\nlever> b\n```\n",
      ["x.md:1:1: a fence of backticks has no backtick behind it: use tildes"]
    ),
    ("> ```lever\n> lever> a\n> ```\n", ["x.md:1:3: a block inside a block quote would not be run: move it out"]),
    ("<!-- a\n```lever\n", ["x.md:1:1: the comment is not closed: everything behind it is hidden"]),
  ]

  @Test(arguments: blockCases)
  func `blocks`(text: String, expected: [String]) {
    #expect(Self.messages(Array(text.utf8)) == expected)
  }

  private static let directiveCases: [(String, [String])] = [
    ("<!-- lever:quizz id=a -->", ["x.md:1:12: unknown directive `quizz`; did you mean `quiz`?"]),
    ("<!-- lever:task -->", ["x.md:1:1: `task` needs an id: `id=…`"]),
    ("<!-- lever:task id=A -->", ["x.md:1:1: an id is lower-case letters, digits and `-`, not `A`"]),
    ("<!-- lever:task id= -->", ["x.md:1:17: `id` needs a value: `id=…`"]),
    ("<!-- lever:task id=a answer=1 -->", ["x.md:1:22: `task` knows no `answer`"]),
    ("<!-- lever:ask id=a anser=\"hf\" -->", ["x.md:1:21: `ask` knows no `anser`; did you mean `answer`?"]),
    ("<!-- lever:ask id=a answer=\"hf -->", ["x.md:1:21: the quotation mark is not closed"]),
    ("<!-- lever:ask id=a tol=1% -->", ["x.md:1:1: `ask` needs an expression that gives the answer: `answer=\"…\"`"]),
    (
      "<!-- lever:ask id=a answer=\"hf >\" tol=1% -->",
      ["x.md:1:1: the answer `hf >` cannot be read: a number, a name or `(` is missing at the end"]
    ),
    (
      "<!-- lever:ask id=a answer=hf tol=x -->",
      ["x.md:1:1: `tol` needs a number above 0 such as `0.5%` or `0.01`, not `x`"]
    ),
    ("<!-- lever:ask id=a answer=hf tol=1% confidence=1 -->", ["x.md:1:38: `confidence` takes no value"]),
    (
      "<!-- lever:quiz id=a -->\n1. a\n",
      ["x.md:1:1: `answer` is the position of the right choice, a whole number from 1 on"]
    ),
    (
      "<!-- lever:quiz id=a answer=b -->\n",
      ["x.md:1:1: `answer` is the position of the right choice, a whole number from 1 on, not `b`"]
    ),
    ("<!-- lever:quiz id=a answer=1 -->\n- a\n- b\n", ["x.md:1:1: the quiz `a` has no ordered list of choices"]),
    (
      "<!-- lever:quiz id=a answer=1 -->\n\n## Next\n\n1. a\n",
      ["x.md:1:1: the quiz `a` has no ordered list of choices"]
    ),
    ("<!-- lever:check hf > 1 -->", ["x.md:1:1: `check` belongs below the `task` of its step, and there is none"]),
    (
      "<!-- lever:task id=a -->\n\n## b\n<!-- lever:check hf > 1 -->",
      ["x.md:4:1: `check` belongs below the `task` of its step, and there is none"]
    ),
    ("<!-- lever:task id=a -->\n<!-- lever:check -->", ["x.md:2:1: the expression of `check` is missing"]),
    (
      "<!-- lever:task id=a -->\n<!-- lever:check missing=\"no debt\" -->",
      ["x.md:2:1: the expression of `check` is missing"]
    ),
    (
      "<!-- lever:task id=a -->\n<!-- lever:check missing=none hf > 1 -->",
      ["x.md:2:18: `missing` needs words in quotation marks: `missing=\"…\"`"]
    ),
    (
      "<!-- lever:task id=a -->\n<!-- lever:check missing=\"\" hf > 1 -->",
      ["x.md:2:18: `missing` needs words in quotation marks: `missing=\"…\"`"]
    ),
    (
      "<!-- lever:task id=a -->\n<!-- lever:check missing=\"a hf > 1 -->",
      ["x.md:2:18: the quotation mark is not closed"]
    ),
    (
      "<!-- lever:task id=a -->\n<!-- lever:check missing=\"a é\" hf > -->",
      ["x.md:2:36: a number, a name or `(` is missing at the end"]
    ),
    (
      "<!-- lever:task id=a -->\n<!-- lever:check hf > -->",
      ["x.md:2:22: a number, a name or `(` is missing at the end"]
    ),
    (
      "<!-- lever:task id=a -->\n<!-- lever:ask id=a answer=hf tol=1% -->",
      ["x.md:2:1: the id `a` is there already, on line 1"]
    ),
    ("text <!-- lever:task id=a -->", ["x.md:1:6: a directive stands alone on its line"]),
    ("### b <!-- lever:task id=a -->", ["x.md:1:7: a directive stands alone on its line"]),
    ("<!-- lever:task id=a --> text", ["x.md:1:1: a directive stands alone on its line"]),
    ("<!-- lever:task\nid=a -->", ["x.md:1:1: a directive stands on one line and ends with `-->`"]),
    ("<!--\nlever:task id=a -->", ["x.md:2:1: a directive stands on one line, from `<!-- lever:` to `-->`"]),
    ("<!-- a\nb --> <!-- lever:task id=a -->", ["x.md:2:7: a directive stands alone on its line"]),
    ("<!-- a --> <!-- lever:task id=a -->", ["x.md:1:12: a directive stands alone on its line"]),
    ("<!-- Lever:task id=a -->", ["x.md:1:6: a directive begins with `<!-- lever:`"]),
    ("<!-- lever : task id=a -->", ["x.md:1:6: a directive begins with `<!-- lever:`"]),
    ("<!-- lever: task id=a -->", ["x.md:1:12: the directive's name is missing directly behind `lever:`"]),
    ("- a\n\n  <!-- lever:task id=a -->", ["x.md:3:3: a directive inside a list item would not be seen"]),
    (
      "<!-- lever:quiz id=a answer=1 -->\n1. ```lever\n   lever> a\n   ```\n",
      ["x.md:2:4: a block inside a list item would not be run: move it out"]
    ),
    (
      "<!-- lever:quiz id=a answer=1 -->\n1. a\n   > ```lever\n   > lever> a\n   > ```\n",
      ["x.md:3:6: a block inside a list item would not be run: move it out"]
    ),
    (
      "<!-- lever:quiz id=a answer=1 -->\n1. a\n   <!-- lever:task id=b -->\n",
      ["x.md:3:4: a directive inside a list item would not be seen"]
    ),
    (
      "<!-- lever:quiz id=a answer=1 -->\n1. a\n   <details>\n",
      ["x.md:3:4: the choices of a quiz hold no `<details>`"]
    ),
    ("<details>\n<summary>Hint</summary>\ntext", ["x.md:1:1: `<details>` is not closed"]),
    ("<details>\ntext", ["x.md:1:1: `<details>` is not closed"]),
    ("text\n</details>", ["x.md:2:1: no `<details>` is open here"]),
    ("## a {#A}", ["x.md:1:1: the id of a step is lower-case letters, digits and `-`, not `A`"]),
    ("## a {#b}\n## c {#b}", ["x.md:2:1: the step `b` is there already, on line 1"]),
  ]

  @Test(arguments: directiveCases)
  func `directives and details`(text: String, expected: [String]) {
    #expect(Self.messages(Array((text + "\n" + Self.block).utf8)) == expected)
  }

  private static let byteCases: [([UInt8], [String])] = [
    (Array("a\nb".utf8) + [0xFF], ["x.md:2:2: the file is no text in UTF-8"]),
    (Array("é\n€".utf8) + [0xE2, 0x82], ["x.md:2:2: the file is no text in UTF-8"]),
    (Array("ab".utf8) + [0], ["x.md:1:3: the file is no text: it holds a NUL"]),
    (Array("é".utf8) + [0, 0xFF], ["x.md:1:2: the file is no text: it holds a NUL"]),
    ([0xFF, 0xFE, 0x60, 0], ["x.md:1:1: the file is no text in UTF-8"]),
  ]

  @Test(arguments: byteCases)
  func `what is no text`(bytes: [UInt8], expected: [String]) {
    #expect(Self.messages(bytes) == expected)
  }

  @Test func `one look shows all that is wrong`() {
    let text = "---\nformat: 1\ntitel: x\n---\n```lever eror\n1\n```\n</details>\n"
    #expect(
      Self.messages(Array(text.utf8)) == [
        "x.md:3:1: unknown key `titel`; did you mean `title`?", "x.md:5:10: unknown tag `eror`; did you mean `error`?",
        "x.md:6:1: output stands before the first `lever> `", "x.md:8:1: no `<details>` is open here",
      ])
  }

  /// Whatever the bytes are, there is a document or there are errors whose places are in the file.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `random text neither crashes nor passes unseen`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "```", "~~~~", "lever", " ", "\n", "\r\n", "lever> ", "  ...> ", "...", "---", "format: 1", "<!-- lever:", "quiz",
      "id=a", "answer=1", "-->", "<details>", "<summary>Hint</summary>", "</details>", "## ", "1. ", "- ", "> ", "    ",
      "text", "\"", "{#a}", "\u{FEFF}", "é", "\u{0}", "tol=", "check hf > 1", "task", "\t", "`",
    ]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<60, using: &generator) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let place = Comment(rawValue: "\(generator.description): \(text.debugDescription)")
      do {
        let document = try Document(parsing: text, file: "x.md")
        #expect(document.parts.reduce(0) { $0 + $1.lines.count } == document.source.lineCount, place)
      } catch {
        let lines = SourceText(text).lineCount
        #expect(!error.errors.isEmpty, place)
        #expect(error.errors.allSatisfy { (1...max(1, lines)).contains($0.line) && $0.column >= 1 }, place)
      }
    }
  }
}
