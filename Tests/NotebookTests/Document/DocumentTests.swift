import Testing

@testable import Notebook

/// What a document in the format is read as.
struct DocumentTests {
  static let lesson = """
    ---
    lesson: health-factor
    title: Leverage, health factor, liquidation
    format: 1
    teaches: max-ltv, liquidation-price
    requires: the-loop
    prelude: start.lever
    width: 60
    seed: 7
    ---

    # A heading

    Prose with `<!-- lever:quiz -->` in code.

    ## Open a position {#open}

    ~~~~ lever hide tol=0.5%
    lever> deposit 10 ETH
    ...
    lever> borrow 12000 USDC;
      ...> print hf
    1.375

    ~~~~

    <!-- lever:quiz id=q-ltv answer=2 -->
    Which one?

    1. The maximum LTV
       > No.
    2. The liquidation threshold

       of the market

       > Yes: collateral
       > by threshold.

    <!-- lever:ask id=a-liq answer="liquidation_price" tol=0.5% confidence -->
    At which price?

    ## Open a position

    <!-- lever:task id=t-survive -->
    <!-- lever:check hf >= 1.05 -->
    Survive.

    <details>
    <summary>Hint 1</summary>

    <details>
    <summary>More</summary>
    </details>

    </details>

    <details><summary>Solution</summary>

    ```lever error
    lever> repay 1200 USDC
    ```
    </details>

    ```text
    ```lever
    is not run
    ```

    """

  @Test func `a lesson with everything in it`() throws {
    let document = try Document(parsing: Self.lesson, file: "x.md")
    #expect(document.title == "Leverage, health factor, liquidation")
    #expect(document.heading == "A heading")
    #expect(document.frontMatter.kind == .lesson(id: "health-factor"))
    #expect(document.frontMatter.teaches.map(\.text) == ["max-ltv", "liquidation-price"])
    #expect(document.frontMatter.requires == [FrontMatter.Reference(text: "the-loop", line: 6, column: 11)])
    #expect(document.frontMatter.prelude == FrontMatter.Reference(text: "start.lever", line: 7, column: 10))
    #expect(document.frontMatter.width == 60)
    #expect(document.frontMatter.seed == 7)
    #expect(document.steps.map(\.id) == ["open", "open-a-position"])
    #expect(document.steps.map(\.title) == ["Open a position", "Open a position"])

    let first = document.blocks[0]
    #expect(first.tags == BlockTags(isHidden: true, tolerance: Tolerance("0.5%")))
    #expect(first.commands.map(\.text) == ["deposit 10 ETH", "borrow 12000 USDC;\nprint hf"])
    #expect(first.commands.map { document.expectedOutput(of: $0, in: first) } == [["..."], ["1.375"]])
    #expect(document.blocks[1].tags == BlockTags(fails: true))
    #expect(document.blocks[1].details == 1)

    #expect(
      document.quizzes == [
        Document.Quiz(
          id: "q-ltv", line: 26, answer: 2,
          choices: [
            .init(lines: 29..<31, text: "The maximum LTV", feedback: "No."),
            .init(
              lines: 31..<37, text: "The liquidation threshold\n\nof the market",
              feedback: "Yes: collateral\nby threshold."),
          ])
      ])
    #expect(
      document.asks == [
        Document.Ask(
          id: "a-liq", line: 38, answer: "liquidation_price", tolerance: Tolerance("0.5%"), asksConfidence: true)
      ])
    #expect(
      document.tasks == [
        Document.Task(
          id: "t-survive", line: 43, conditions: [.init(expression: "hf >= 1.05", line: 44, column: 17)], hints: [0],
          solutions: [1])
      ])
    #expect(document.details.map(\.kind) == [.hint, .solution])
    #expect(document.details.map(\.lines) == [47..<55, 56..<62])
    #expect(document.heading(aboveLine: 20) == "Open a position")
  }

  @Test(arguments: [
    lesson, "```lever\nlever> print 1\n1\n```",
    "\u{FEFF}---\r\nformat: 1\r\n---\r\n```lever\r\nlever> print 1\r\n```\r\n",
  ])
  func `the parts are all lines in their order`(text: String) throws {
    let document = try Document(parsing: text, file: "x.md")
    var next = 0
    var bytes: [UInt8] = []
    for part in document.parts {
      #expect(part.lines.lowerBound == next)
      next = part.lines.upperBound
      bytes += document.source.bytes[document.range(of: part)]
    }
    #expect(next == document.source.lineCount)
    #expect(bytes == Array(text.utf8))
  }

  @Test func `line ends and a byte order mark change nothing`() throws {
    let plain = try Document(parsing: Self.lesson, file: "x.md")
    let crlf = try Document(parsing: "\u{FEFF}" + Self.lesson.replacing("\n", with: "\r\n"), file: "x.md")
    #expect(crlf.parts == plain.parts)
    #expect(crlf.blocks == plain.blocks)
    #expect(crlf.frontMatter == plain.frontMatter)
    #expect(crlf.quizzes == plain.quizzes)
  }

  @Test(arguments: [
    // An indented fence, whose indent is not part of the lines.
    ("   ```lever\n   lever> print 1\n   1\n   ```", ["1"]),
    // A longer fence, in which a shorter one is output.
    ("````lever\nlever> print 1\n```\n````", ["```"]),
    // Blank lines before the first prompt and behind an output.
    ("```lever\n\nlever> print 1\n1\n\n2\n\n```", ["1", "", "2"]),
    // Behind a list, without an indent.
    ("- a\n- b\n```lever\nlever> print 1\n1\n```", ["1"]),
    ("- a\n\ntext\n\n```lever\nlever> print 1\n1\n```", ["1"]),
    // A block in a comment is hidden, and the next one is not.
    ("<!--\n```lever\nlever> print 2\n```\n-->\n```lever\nlever> print 1\n1\n```", ["1"]),
    // Indented code, and code in a list, are shown and not run.
    ("text\n\n    ```lever\n    lever> print 2\n    ```\n\n```lever\nlever> print 1\n1\n```", ["1"]),
    ("- a\n\n  ```text\n  lever\n  ```\n\n```lever\nlever> print 1\n1\n```", ["1"]),
    // Nor is anything of what a comment or a word in backticks says.
    ("<!-- see <details> -->\n```lever\nlever> print 1\n1\n```", ["1"]),
    ("a <!-- <details> --> b `</details>`\n```lever\nlever> print 1\n1\n```", ["1"]),
    ("<!--\n<details>\n-->\n```lever\nlever> print 1\n1\n```", ["1"]),
    ("```lever``` begins a block.\n\n```lever\nlever> print 1\n1\n```", ["1"]),
    ("> quoted\n> text\n\n```lever\nlever> print 1\n1\n```", ["1"]),
    ("```leverage\nlever> print 2\n```\n```lever\nlever> print 1\n1\n```", ["1"]),
  ])
  func `one block with one command`(text: String, expected: [String]) throws {
    let document = try Document(parsing: text, file: "x.md")
    #expect(document.blocks.count == 1)
    let block = document.blocks[0]
    #expect(block.commands.map(\.text) == ["print 1"])
    #expect(document.expectedOutput(of: block.commands[0], in: block) == expected)
  }

  @Test(arguments: [
    ("## Why *hf* < 1?", "why-hf--1", "Why *hf* < 1?"), ("## Two words ##", "two-words", "Two words"),
    ("## Preis über 1.000", "preis-über-1000", "Preis über 1.000"), ("## A {#b-1}", "b-1", "A"), ("## C#", "c", "C#"),
  ])
  func `steps have ids`(heading: String, id: String, title: String) throws {
    let document = try Document(parsing: "\(heading)\n```lever\nlever> print 1\n```", file: "x.md")
    #expect(document.steps == [Document.Step(id: id, title: title, line: 0)])
  }

  @Test(arguments: [
    (["A", "A", "A"], ["a", "a-1", "a-2"]), (["A-1", "A", "A"], ["a-1", "a", "a-2"]),
    (["B {#a}", "A", "a!"], ["a", "a-1", "a-2"]),
  ])
  func `no two steps have the same id`(headings: [String], ids: [String]) throws {
    let text = headings.map { "## \($0)\n" }.joined()
    let document = try Document(parsing: "\(text)```lever\nlever> print 1\n```", file: "x.md")
    #expect(document.steps.map(\.id) == ids)
  }
}
