import Interpreter
import TestSupport
import Testing

@testable import Notebook

/// What is as a file says, and what is not: `line:column: message` of each failure.
struct CheckerTests {
  private static func failures(_ text: String, _ checker: Checker = Checker()) throws -> [String] {
    let result = try checker.check(try Document(parsing: text, file: "x.md"))
    return result.failures.map { "\($0.line):\($0.column): \($0.message)" }
  }

  private static func block(_ tags: String, _ lines: String...) -> String {
    "```lever\(tags)\n" + lines.map { $0 + "\n" }.joined() + "```\n"
  }

  private static let asExpected = [
    block("", "lever> print 1", "1"), block("", "lever> print 1", "...", "lever> print 2", "2"),
    block("", "lever> print 1; print 2", "1", "2"), block("", "lever> print 1", "  ...> print 2", "1", "2"),
    block(" error", "lever> print 1", "1", "lever> check 1 > 2", "error: the check does not hold: 1 > 2 is false"),
    block(" bug", "lever> print 1", "2"), block(" bug", "lever> check 1 > 2", "true: 1 > 2"),
    block(" error bug", "lever> print 1"), block(" hide", "lever> deposit 1 ETH"),
    block(" hide", "lever> deposit 1 ETH", "..."), block(" skip=\"later\"", "lever> nonsense"),
    block(" tol=1%", "lever> print 1.001", "1"), block("", "lever> # nothing"),
    // One session for the whole file.
    block("", "lever> let x = 1", "x = 1") + "text\n" + block("", "lever> print x", "1"),
  ]

  @Test(arguments: asExpected)
  func `as expected`(text: String) throws {
    #expect(try Self.failures(text) == [])
  }

  private static let notAsExpected: [(String, [String])] = [
    (block("", "lever> print 1", "2"), ["3:1: the output is not as expected"]),
    (block("", "lever> print 1"), ["2:1: the output is not as expected"]),
    (block("", "lever> print 1", "1", "2"), ["4:1: the output is not as expected"]),
    (block("", "lever> print 10", "11"), ["3:2: the output is not as expected"]),
    (
      block("", "lever> check 1 > 2", "error: the check does not hold: 1 > 2 is false"), ["2:1: the command fails"]
    ),
    (
      block(" error", "lever> print 1", "1"), ["2:1: the command succeeds, and the block is tagged `error`"]
    ),
    (
      block(" error", "lever> nonsense", "...", "lever> nonsense", "..."), ["2:1: the command fails"]
    ),
    (block(" error", "lever> nonsense", "error: else"), ["3:8: the output is not as expected"]),
    (block(" bug", "lever> print 1", "1"), ["1:1: known bug is fixed: drop the tag `bug`"]),
    (
      block(" error bug", "lever> check 1 > 2", "error: the check does not hold: 1 > 2 is false"),
      ["1:1: known bug is fixed: drop the tag `bug`"]
    ),
    (block(" hide", "lever> nonsense"), ["2:1: the command fails"]),
    (block(" hide", "lever> print 1", "2"), ["3:1: the output is not as expected"]),
    (block("", "lever> quit", "lever> print 1", "1"), ["3:1: the command fails"]),
    (block("", "lever> dep 1 ETH", "..."), ["2:1: the command fails"]),
    (block("", "lever> market ./x.market", "..."), ["2:1: the command fails"]),
  ]

  @Test(arguments: notAsExpected)
  func `not as expected`(text: String, expected: [String]) throws {
    #expect(try Self.failures(text) == expected)
  }

  private static func task(_ condition: String, hint: String = "Think.", solution: String = "deposit 10 ETH") -> String
  {
    """
    ## Task
    <!-- lever:task id=t -->
    <!-- lever:check \(condition) -->
    Do it.
    <details>
    <summary>Hint 1</summary>

    \(hint)

    </details>
    <details>
    <summary>Solution</summary>

    ```lever
    lever> \(solution)
    ...
    ```

    </details>

    """
  }

  private static let quiz = "<!-- lever:quiz id=q answer=2 -->\nWhich?\n\n1. a\n   > no\n2. b\n   > yes\n"
  private static let ask = "<!-- lever:ask id=a answer=\"hf * 2\" tol=1% -->\n"
  private static let stage = "```lever\nlever> deposit 10 ETH; borrow 1000 USDC\n...\n```\n"

  private static let lessons: [(String, [String])] = [
    (task("collateral > 0"), []),
    (stage + quiz + ask, []),
    (task("collateral >= 0"), ["3:18: `collateral >= 0` of the task `t` is true before its solution"]),
    (
      task("collateral > 1000000"),
      ["3:18: `collateral > 1000000` of the task `t` is not true after its solution: 20000 > 1000000 is false"]
    ),
    (
      task("collateral"),
      [
        "3:18: `collateral` of the task `t` cannot be computed here: `check` needs true or false, and `collateral` is 0: try `print collateral`"
      ]
    ),
    (
      task("colateral > 0"),
      [
        "3:18: `colateral > 0` of the task `t` cannot be computed here: unknown name `colateral`; did you mean `collateral`?"
      ]
    ),
    (
      task("collateral > 0", hint: "Type  `Deposit 10 ETH` now."),
      ["5:1: the hint gives the solution of the task `t` away: `deposit 10 eth`"]
    ),
    (task("collateral > 0", hint: "Deposit 10 ETHER, or 110 ETH.", solution: "deposit 10 ETH"), []),
    (
      "## T\n<!-- lever:task id=t -->\n<!-- lever:check debt > 0 -->\n" + stage, ["2:1: the task `t` has no solution"]
    ),
    (
      "## T\n<!-- lever:task id=t -->\n<details>\n<summary>Solution</summary>\n\(stage)</details>\n",
      ["2:1: the task `t` has no `check`: nothing tells that it is solved"]
    ),
    (
      "## T\n<!-- lever:task id=t -->\n<!-- lever:check debt > 0 -->\n"
        + "<details>\n<summary>Solution</summary>\n\(stage)</details>\n<details>\n<summary>Hint</summary>\n</details>\n"
        + "<details>\n<summary>Solution</summary>\n</details>\n",
      ["14:1: the task `t` has another solution already", "11:1: a hint of the task `t` comes behind its solution"]
    ),
    (
      stage + "<details>\n<summary>Hint 2</summary>\n</details>\n",
      ["5:1: this hint belongs to no task: none stands above it in its step"]
    ),
    (
      stage + quiz.replacing("answer=2", with: "answer=3"),
      ["5:1: the answer of the quiz `q` is choice 3, and there are 2"]
    ),
    (
      stage + quiz.replacing("   > yes\n", with: ""),
      ["10:1: choice 2 of the quiz `q` has no feedback: write it below, as `   > …`"]
    ),
    (
      stage + quiz.replacing("   > yes", with: "\n> yes"),
      ["10:1: choice 2 of the quiz `q` has no feedback: write it below, as `   > …`"]
    ),
    (
      stage + "<!-- lever:quiz id=q answer=1 -->\n1. a\n   > yes\n", ["5:1: the quiz `q` has fewer than two choices"]
    ),
    (
      stage + ask.replacing(" tol=1%", with: ""),
      ["5:1: the ask `a` has no `tol`: say how far an answer may be off"]
    ),
    (
      stage + ask.replacing("hf * 2", with: "hf > 2"),
      ["5:1: the answer of the ask `a` cannot be computed here: `hf > 2` is true, and a number is needed"]
    ),
    (
      ask + stage,
      ["1:1: the answer of the ask `a` cannot be computed here: `hf * 2` is infinity, and a number is needed"]
    ),
  ]

  @Test(arguments: lessons)
  func `rules of lessons`(text: String, expected: [String]) throws {
    #expect(try Self.failures(text) == expected)
  }

  @Test func `a tolerance that was not needed is noted`() throws {
    let text = Self.block(" tol=1%", "lever> print 1", "1")
    let result = try Checker().check(try Document(parsing: text, file: "x.md"))
    #expect(result.isAsExpected)
    #expect(result.notes == [.init(line: 1, message: "`tol` was not needed: every number is equal")])
  }

  @Test func `what became of each command`() throws {
    let text =
      "# Title\n" + Self.block("", "lever> print 1", "1") + "## Step\n" + Self.block(" skip=\"a reason\"", "lever> x")
      + "### Part\n" + Self.block(" bug", "lever> print 1", "2") + Self.block("", "lever> print 1", "2")
    let result = try Checker().check(try Document(parsing: text, file: "x.md"))
    #expect(
      result.cases.map { "\($0.line) \($0.heading ?? "-") \($0.status)" } == [
        "3 Title asExpected", "8 Step skipped(reason: \"a reason\")", "12 Part knownBug", "16 Part failed(0)",
      ])
  }

  @Test func `only one step is judged, and what is before it is run`() throws {
    let text =
      "## One\n" + Self.block("", "lever> let x = 1", "wrong") + "## Two\n" + Self.block("", "lever> print x", "2")
      + "## Three\n" + Self.block("", "lever> nonsense")
    #expect(try Self.failures(text, Checker(step: "two")) == ["9:1: the output is not as expected"])
    let result = try Checker(step: "two").check(try Document(parsing: text, file: "x.md"))
    #expect(result.cases.count == 1)
  }

  @Test func `the first failure can end it`() throws {
    let text = Self.block("", "lever> print 1", "2", "lever> print 1", "2") + Self.block("", "lever> print 1", "2")
    #expect(try Self.failures(text, Checker(stopsAtFirstFailure: true)) == ["3:1: the output is not as expected"])
  }

  @Test func `the width and nothing else of the surroundings counts`() throws {
    let command = "lever> explain leverage"
    let outputs = try [40, 80, 120].map { width in
      let text = "---\nformat: 1\nwidth: \(width)\n---\n" + Self.block("", command)
      let result = try Checker().check(try Document(parsing: text, file: "x.md"))
      return try #require(result.cases[0].printed)
    }
    #expect(outputs[0].allSatisfy { $0.count <= 40 })
    #expect(outputs[0] != outputs[1])
    #expect(outputs[1].contains { $0.count > 60 && $0.count <= 80 })
  }
}
