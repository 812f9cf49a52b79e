import Foundation
import Interpreter
import TestSupport
import Testing

@testable import Notebook

/// All that a learner sees, compared with `Recorded/NAME.txt`; `LEVER_RECORD=1 swift test --filter PlayerTests` writes those
/// files anew.
struct PlayerTests {
  private static let folder = RecordedFile.root.appendingPathComponent("Tests/NotebookTests/Play/Recorded")

  struct Visit: CustomTestStringConvertible {
    var name: String
    var lines: [String]

    var testDescription: String { name }
  }

  private static let visits = [
    Visit(
      name: "right",
      lines: ["", "", "deposit   10 eth", "", "print 7", "", "1450", "90", "", "2", "", "", "repay 2200 USDC", "", ""]),
    Visit(
      name: "wrong",
      lines: [
        "", "", "", "", "900", "", "", "1", "1", "", "", "repay 100 USDC", "hint", "hint 2", "hint", "hint 7",
        "solution",
        "repay 2200 USDC", "", "", "1", "",
      ]),
    Visit(
      name: "words",
      lines: [
        "hint", "next", "next", "steps", "back", "goto look", "what", "101", "", "goto 9", "skip", "price 1500", "skip",
        "skip", "reset", "skip", "skip", "skip", "quit",
      ]),
  ]

  @Test(arguments: visits)
  func `shows what was recorded`(visit: Visit) throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    var text = lesson.start()
    for line in visit.lines { text += "« \(line)".trimmed + "\n" + lesson.enter(line) }
    text += "---\n" + lesson.player.progress.text
    if let filled = lesson.filled { text += "in the prompt: \(filled)\n" }
    if lesson.hasLeft { text += "left\n" }
    let file = Self.folder.appendingPathComponent(visit.name + ".txt")
    if let problem = try RecordedFile.problem(in: file, expecting: text) { Issue.record(Comment(rawValue: problem)) }
  }

  @Test func `a lesson goes on where it was left, and asks nothing twice`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("next", "next", "1450", "90", "", "2", "quit")
    var again = try PlayedLesson(PlayedLesson.sample, progress: lesson.player.progress)
    #expect(
      again.start() == """
        A sample
        You go on at step 3 of 5; `back`, `again` and `steps` lead elsewhere.
        Look at it  3/5
        At which price is the health factor 1?
        You have predicted $1,450.00.
        The next command tells.
        lever> print liquidation_price
        1454.545454545454545455
        you predicted  $1,450.00, 90% sure
        it is          $1,454.55            a hit
        How far may the price fall?
        1. By 37.5%
        2. By 27.2%
        You have answered this: 2 is right.
        Enter goes on to: Repair it

        """)
  }

  @Test func `a prediction whose result is still to come waits for it when the lesson goes on`() throws {
    let page = """
      ## Predict

      <!-- lever:ask id=a-first answer="collateral * 2" tol=1% confidence -->
      How much is it worth?

      ## Elsewhere

      Words.

      ## Result

      ```lever
      lever> print 40000
      40000
      ```
      """.replacing("collateral", with: "20000")
    var lesson = try PlayedLesson(page)
    _ = lesson.start() + lesson.enter("$41,000 USDC", "70", "")
    #expect(lesson.player.progress.step == "elsewhere")
    let progress = try #require(LessonProgress(lesson.player.progress.text))
    var again = try PlayedLesson(page, progress: progress)
    _ = again.start() + again.enter("")
    #expect(
      again.enter("").hasPrefix(
        """
        lever> print 40000
        40000
        you predicted  $41,000.00, 70% sure
        it is          $40,000.00            a miss

        """))
  }

  @Test(arguments: [
    ("1454.55", true), ("$1,454", true), ("about 1450", true), ("~$1,450", true), ("-1450", true), ("1450USDC", true),
    ("1450 USDC", true), ("2 * 727", true), ("1400", false),
  ])
  func `a prediction is a number however it is typed`(typed: String, isHit: Bool) throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("next", "next", typed, "50")
    #expect(lesson.player.progress.asks["a-price"]?.outcome == (isHit ? .right : .shown))
  }

  /// A share in per cent, with and without its sign.
  @Test(arguments: [
    ("33%", true), ("33 %", true), ("33", true), ("-33%", true), ("33 percent", true), ("0.33", true), ("16%", false),
    ("16", false),
  ])
  func `a share is right in per cent too`(typed: String, isHit: Bool) throws {
    let page = """
      # Share

      ```lever
      lever> print 1
      1
      ```

      <!-- lever:ask id=a answer="0.331" tol=2% -->
      How much?
      """
    var lesson = try PlayedLesson(page)
    _ = lesson.start() + lesson.enter("", typed)
    #expect(lesson.player.progress.asks["a"]?.outcome == (isHit ? .right : .shown))
  }

  /// A number of another kind is refused at once, and what was noted says how it was understood.
  @Test func `a prediction of another kind is not taken`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto look")
    for line in ["90%", "2x", "10 ETH"] {
      #expect(lesson.enter(line) == "Type a price in dollars, such as 2500.\n")
    }
    #expect(lesson.enter("") == "Type a price in dollars, such as 2500, or `skip`.\n")
    #expect(lesson.enter("$1,45") == "A comma stands between thousands: write $1.45.\n")
    #expect(lesson.player.progress.asks.isEmpty)
    #expect(lesson.enter("$29.412").hasPrefix("Noted: $29.41.\nHow sure are you?"))
    #expect(lesson.enter("80").hasPrefix("Noted: 80% sure.\nThe next command tells."))
  }

  /// Nobody sees the result between a prediction and how sure of it one is, and predicts again.
  @Test(arguments: ["next", "goto 5", "again", "back", "quit"])
  func `a prediction is made once`(word: String) throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto look", "1400", word)
    #expect(lesson.player.progress.asks["a-price"]?.outcome == .shown)
    var again = try PlayedLesson(
      PlayedLesson.sample, progress: try #require(LessonProgress(lesson.player.progress.text)))
    _ = again.start()
    #expect(again.enter("goto look").contains("You have predicted $1,400.00.\nThe next command tells."))
    #expect(lesson.enter("goto look").contains("You have predicted $1,400.00.\nThe next command tells."))
  }

  @Test(arguments: [("2", true), ("2.", true), ("2)", true), ("by  27.2%", true), ("By 37.5%.", false), ("1.", false)])
  func `a choice is named by its number or its words`(typed: String, isRight: Bool) throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto look", "skip", "")
    #expect(lesson.enter("3") == "Type 1 or 2, or `skip`.\n")
    #expect(lesson.enter(typed).contains("Yes") == isRight)
    #expect(lesson.player.progress.quizzes["q-fall"]?.outcome == (isRight ? .right : .open))
  }

  @Test(arguments: ["1814.06", "$1814.06", "$1,814.06", "2"])
  func `a price is named without its marks`(typed: String) throws {
    let page =
      "# Price\n\n<!-- lever:quiz id=q answer=2 -->\nWhich?\n\n1. $1,900\n   > No.\n2. $1,814.06\n   > Yes.\n\n```lever\nlever> print 1\n1\n```\n"
    var lesson = try PlayedLesson(page)
    _ = lesson.start()
    #expect(lesson.enter(typed).contains("Yes"))
  }

  /// A line of `---` waits; what is typed there is the learner's own sentence, or a command.
  @Test func `a pause waits for a thought`() throws {
    let page = """
      # Pause

      ```lever
      lever> print 1
      1
      ```

      Why? Say it in one sentence.

      ---

      Because.

      <details>
      <summary>All numbers are computed.</summary>

      ```lever hide
      lever> check 1 == 1
      ```

      </details>
      """
    var lesson = try PlayedLesson(page)
    _ = lesson.start()
    #expect(lesson.enter("") == "lever> print 1\n1\nWhy? Say it in one sentence.\nEnter goes on.\n")
    #expect(lesson.enter("print 2") == "2\n")
    // A sentence may begin like a command.
    #expect(lesson.enter("position is one") == "Because.\nEnter ends the lesson.\n")
  }

  @Test func `a task says what is missing, and can be done again`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto repair-it", "")
    #expect(lesson.enter("hint", "position").contains("Not yet") == false)
    #expect(
      lesson.enter("repay 100 USDC").hasSuffix("Not yet: the health factor is 1.24 and has to be at least 1.50.\n"))
    #expect(lesson.enter("repay 2200 USDC").contains("Solved.\n"))
    #expect(lesson.enter("back", "next", "").contains("You have done this task; `again` begins the step anew.\n"))
    #expect(lesson.enter("again", "").contains("Your turn."))
    #expect(lesson.enter("solution", "repay 2200 USDC").contains("That is one way.\n"))
    #expect(lesson.player.progress.tasks["t-repair"]?.outcome == .solved)
  }

  @Test func `what was done in a task is done again when the lesson goes on`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ =
      lesson.start() + lesson.enter("goto repair-it", "", "repay 100 USDC", "position", "repay 1 ETH", "repay 50 USDC")
    let progress = try #require(LessonProgress(lesson.player.progress.text))
    #expect(progress.tries == ["repay 100 USDC", "repay 50 USDC"])
    var again = try PlayedLesson(PlayedLesson.sample, progress: progress)
    #expect(
      again.start().contains(
        "What you did here was done again: `repay 100 USDC`, `repay 50 USDC`. `reset`\nthrows it away.\n"))
    #expect(again.enter("print debt") == "11850\n")
    #expect(again.enter("reset", "print debt").hasSuffix("12000\n"))
  }

  /// What was reached in a task is not exchanged for its solution when the lesson goes on behind it.
  @Test func `a solved task is found again as it was solved`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto repair-it", "", "repay 3000 USDC", "repay 10 USDC")
    var again = try PlayedLesson(
      PlayedLesson.sample, progress: try #require(LessonProgress(lesson.player.progress.text)))
    #expect(again.start().hasSuffix("Enter goes on to: Remember\n"))
    #expect(again.enter("print debt") == "8990\n")
    // The next step begins where the lesson stands.
    #expect(again.enter("", "print debt").hasSuffix("9800\n"))
  }

  /// What stands behind hints and solution belongs to the time after the task.
  @Test func `what follows a task waits for it`() throws {
    let page = PlayedLesson.sample.replacing(
      "</details>\n\n## Remember", with: "</details>\n\nWell done.\n\n## Remember")
    var lesson = try PlayedLesson(page)
    _ = lesson.start()
    #expect(!lesson.enter("goto repair-it", "", "repay 1 USDC").contains("Well done."))
    #expect(lesson.enter("repay 2200 USDC").hasSuffix("Well done.\nEnter goes on to: Remember\n"))
  }

  /// What the page did before a step is none of the learner's commands.
  @Test func `undo ends where the step began`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto look")
    #expect(lesson.enter("undo").contains("error: there is nothing to undo"))
    #expect(lesson.enter("deposit 1 ETH; undo", "print debt").contains("error: the wallet holds no ETH"))
    #expect(lesson.enter("keepers on", "undo", "print debt").hasSuffix("12000\n"))
  }

  @Test func `who leaves a task out keeps what was tried until the lesson needs its own state`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto repair-it", "", "repay 100 USDC", "skip")
    #expect(lesson.enter("print debt") == "11900\n")
    #expect(lesson.enter("", "print debt").hasSuffix("9800\n"))
  }

  @Test func `who has seen the solution has not solved the task`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto repair-it", "", "solution", "again", "", "repay 2200 USDC")
    #expect(lesson.player.progress.tasks["t-repair"]?.outcome == .shown)
    let kept = try #require(LessonProgress(lesson.player.progress.text))
    #expect(kept.tasks["t-repair"]?.sawSolution == true)
  }

  @Test func `what was left out is asked again where the learner comes by again`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto look", "skip", "", "skip")
    #expect(lesson.player.progress.quizzes["q-fall"]?.outcome == .skipped)
    #expect(lesson.enter("again", "1450", "90", "", "hint").hasSuffix("or `skip`.\n"))
    _ = lesson.enter("2")
    #expect(lesson.player.progress.quizzes["q-fall"]?.outcome == .right)
  }

  @Test func `a class sees answers after the questions, and no marks`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample, isPresented: true)
    var text = lesson.start()
    while !lesson.isFinished { text += "«\n" + lesson.present() }
    let file = Self.folder.appendingPathComponent("presented.txt")
    if let problem = try RecordedFile.problem(in: file, expecting: text) { Issue.record(Comment(rawValue: problem)) }
  }

  @Test func `what was tried stays as a branch, and what was not tried does not`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("", "", "", "goto 1", "goto 3", "back")
    #expect(lesson.player.session.branchNames == ["main"])
    _ = lesson.enter("deposit 1 ETH", "next")
    #expect(lesson.player.session.branchNames == ["detour-1", "main"])
    #expect(lesson.enter("switch detour-1", "print collateral").hasSuffix("2000\n"))
  }
}
