import Testing

@testable import Interpreter
@testable import Notebook

/// What the learner has made of the state stays his own, and no way back leads behind what the page has done.
struct OwnStateTests {
  /// Two tasks in one step, of which the second builds on the first.
  private static let page = """
    # Two tasks

    ## Open

    ```lever
    lever> deposit 4 ETH
    ...
    ```

    <!-- lever:task id=t-debt -->
    <!-- lever:check debt >= 1000 -->
    Borrow at least $1,000.

    <details>
    <summary>Solution</summary>

    ```lever
    lever> borrow 1000 USDC
    ...
    ```

    </details>

    <!-- lever:task id=t-price -->
    <!-- lever:check debt >= 1000 and price(ETH) == 1900 -->
    Then let the price fall to $1,900.

    <details>
    <summary>Solution</summary>

    ```lever
    lever> price 1900
    ...
    ```

    </details>

    ## End

    Words.
    """

  private static func begun(_ lines: String...) throws -> PlayedLesson {
    var lesson = try PlayedLesson(page)
    _ = lesson.start() + lesson.enter("")
    for line in lines { _ = lesson.enter(line) }
    return lesson
  }

  private static func again(_ lesson: PlayedLesson) throws -> PlayedLesson {
    var again = try PlayedLesson(page, progress: try #require(LessonProgress(lesson.player.progress.text)))
    _ = again.start()
    return again
  }

  @Test func `a solution that does its work in one's own state leaves it`() throws {
    var lesson = try Self.begun("borrow 1234 USDC")
    #expect(!lesson.enter("solution").contains("detour"))
    #expect(lesson.filled == "price 1900")
    #expect(lesson.enter("print debt") == "1234\n")
    #expect(lesson.enter("price 1900").contains("That is one way."))
    #expect(lesson.player.session.branchNames == ["main"])
    // Nothing was done by trying.
    lesson = try Self.again(lesson)
    #expect(lesson.enter("print debt") == "1234\n")
  }

  @Test func `a solution that fails where one stands, or does not solve, begins where the lesson stands`() throws {
    var lesson = try Self.begun("borrow 1234 USDC", "repay 1000 USDC")
    #expect(
      lesson.enter("solution").hasPrefix(
        """
        The solution does not work from where you are: it begins where the lesson
        stands. What you tried is kept until you leave the lesson: `switch detour-1`
        leads there, `switch main` back.

        """))
    #expect(lesson.enter("print debt") == "1000\n")
    // The learner who leaves here goes on there, and not on the debt of his own.
    #expect(lesson.enter("borrow 5 USDC", "print debt").hasSuffix("1005\n"))
    lesson = try Self.again(lesson)
    #expect(lesson.enter("print debt") == "1005\n")
  }

  @Test func `nothing leads back behind what the page has done`() throws {
    var lesson = try Self.begun()
    #expect(lesson.enter("undo").contains("error: there is nothing to undo"))
    #expect(lesson.enter("borrow 10 USDC", "undo 5", "print collateral").hasSuffix("8000\n"))
    lesson = try Self.again(lesson)
    #expect(lesson.enter("borrow 10 USDC", "undo 5", "print collateral").hasSuffix("8000\n"))
    #expect(lesson.enter("reset", "undo").hasSuffix("error: there is nothing to undo\n"))
  }

  /// The lesson's own commands still know the way back.
  @Test func `a page may undo what it did`() throws {
    var lesson = try PlayedLesson(
      "# Undo\n\n```lever\nlever> price 1900\n...\nlever> undo\n...\nlever> print price(ETH)\n2000\n```\n")
    _ = lesson.start()
    #expect(lesson.enter("", "").hasSuffix("Enter runs `print price(ETH)`\n"))
    // And only they: what the page took back is none of the learner's.
    #expect(lesson.enter("redo").contains("error: there is nothing to redo"))
    #expect(lesson.enter("").contains("\n2000\n"))
  }

  @Test func `reset begins the tasks anew whose work it throws away`() throws {
    var lesson = try Self.begun("borrow 1234 USDC")
    let text = lesson.enter("reset")
    #expect(
      text == """
        You stand where the lesson stands. A task that you had done begins anew, since
        its work is thrown away. What you tried is kept until you leave the lesson:
        `switch detour-1` leads there, `switch main` back.
        Borrow at least $1,000.
        Your turn. `hint`, `solution` and `skip` help.

        """)
    #expect(lesson.enter("print debt") == "0\n")
    lesson = try Self.again(lesson)
    #expect(lesson.enter("borrow 1500 USDC").contains("Solved.\nThen let the price fall"))
    #expect(lesson.enter("price 1900").contains("Solved."))
    #expect(lesson.player.progress.tasks.values.allSatisfy { $0.outcome == .solved && !$0.isReopened })
    // Behind the second task, both begin anew.
    #expect(lesson.enter("reset").hasPrefix("You stand where the lesson stands. 2 tasks that you had done"))
    #expect(lesson.enter("borrow 1500 USDC", "price 1900").hasSuffix("Enter goes on to: End\n"))
  }

  /// The branch does not outlive the program, and what was typed on it does.
  @Test func `who went back to what reset threw away finds it again`() throws {
    var lesson = try Self.begun("borrow 1234 USDC", "reset", "borrow 5 USDC", "switch detour-1")
    #expect(lesson.player.progress.tasks["t-debt"]?.isReopened == false)
    lesson = try Self.again(lesson)
    #expect(lesson.enter("print debt") == "1234\n")
    lesson = try Self.begun(
      "borrow 1234 USDC", "reset", "borrow 5 USDC", "switch detour-1", "switch main", "borrow 6 USDC")
    #expect(lesson.enter("print debt") == "11\n")
    lesson = try Self.again(lesson)
    #expect(lesson.enter("print debt") == "11\n")
  }

  /// The same for a detour that began at another place: all that led to it is typed again.
  @Test func `work on a detour outlives the program`() throws {
    var lesson = try Self.begun("borrow 1234 USDC", "again", "switch detour-1", "borrow 5 USDC")
    #expect(lesson.enter("print debt") == "1239\n")
    lesson = try Self.again(lesson)
    #expect(lesson.enter("print debt") == "1239\n")
    lesson = try Self.again(lesson)
    #expect(lesson.enter("borrow 1 USDC", "print debt").hasSuffix("1240\n"))
  }

  /// The second task builds on the first, whose work is on the detour.
  @Test func `a step with an open task is entered anew as a whole`() throws {
    var lesson = try Self.begun("borrow 1234 USDC", "next")
    #expect(lesson.enter("back", "").contains("Borrow at least $1,000.\nYour turn."))
    #expect(lesson.player.progress.tasks["t-debt"]?.outcome == .solved)
    #expect(lesson.enter("borrow 1500 USDC", "price 1900").hasSuffix("Enter goes on to: End\n"))
    // With nothing open there is nothing to be done anew.
    #expect(lesson.enter("", "back", "").contains("You have done this task"))
  }

  /// A new world has a new wallet. Whoever comes by the place where the task begins has not left it.
  @Test func `a world of one's own making solves nothing`() throws {
    var lesson = try Self.begun()
    #expect(
      lesson.enter("market classroom", "deposit 9 ETH; borrow 1500 USDC").hasSuffix(
        """
        Not yet: you have begun anew, and the task begins where the lesson stands;
        `reset` leads there.

        """))
    #expect(lesson.enter("undo 3", "borrow 1500 USDC").contains("Solved."))
    lesson = try Self.begun()
    #expect(lesson.enter("market classroom; deposit 4 ETH; borrow 1500 USDC").contains("Solved."))
    lesson = try Self.begun()
    #expect(
      lesson.enter("market aave-v3-ethereum").hasSuffix(
        "Not yet: you are in the market aave-v3-ethereum; `reset` leads back to the\nlesson's.\n"))
  }

  /// Lines that cannot be typed again are not said to be, and nothing is built on them.
  @Test func `what cannot be done again is said`() throws {
    let lesson = try Self.begun("borrow 5 USDC")
    var progress = try #require(LessonProgress(lesson.player.progress.text))
    progress.tries = ["borrow 5 USDC", "switch nowhere", "borrow 7 USDC"]
    var again = try PlayedLesson(Self.page, progress: progress)
    let text = again.start()
    #expect(text.contains("What you did here was done again: `borrow 5 USDC`."))
    #expect(text.contains("`switch nowhere` cannot be done again, nor what came after it."))
    #expect(again.enter("print debt") == "5\n")
    #expect(again.player.progress.tries == ["borrow 5 USDC"])
  }

  @Test func `reset in a lesson that goes on does the same, and none without work`() throws {
    var lesson = try Self.again(Self.begun("borrow 1234 USDC"))
    #expect(lesson.enter("reset").contains("Borrow at least"))
    lesson = try Self.begun("skip", "price 1800")
    lesson = try Self.again(lesson)
    #expect(lesson.enter("print debt") == "1000\n")
    #expect(lesson.enter("reset").contains("Borrow at least") == false)
    #expect(lesson.enter("print debt") == "1000\n")
  }

  @Test func `again is still meant after the lesson was left`() throws {
    var lesson = try Self.begun("borrow 1234 USDC", "price 1900", "again", "quit")
    lesson = try Self.again(lesson)
    #expect(lesson.enter("").contains("Your turn."))
    lesson = try Self.again(lesson)
    #expect(lesson.enter("borrow 1234 USDC").contains("Solved."))
    lesson = try Self.again(lesson)
    #expect(lesson.enter("price 1900").contains("Solved."))
    lesson = try Self.again(lesson)
    #expect(lesson.enter("back", "goto 1", "").contains("You have done this task"))
  }

  /// The learner's game of forty weeks is not exchanged for that of the lesson.
  @Test func `the solution of a rule leaves one's own game`() throws {
    let file = try #require(LessonFile.all.first { $0.name == "14-over-leverage.md" })
    var player = try file.player()
    _ = player.start()
    for line in ["goto game", "experiment start", "plan after-win 3x after-loss 1.5x"] { _ = player.enter(line) }
    for week in 1...40 { _ = player.enter(week > 31 ? "settle; round 1x" : "round 1x") }
    #expect(player.progress.tasks["t-game"]?.outcome == .solved)
    _ = player.enter("")
    let game = player.session.world.experiment?.commands
    #expect(player.stage == .task(1) && game != nil)
    _ = player.enter("solution")
    #expect(player.session.world.experiment?.commands == game)
  }
}
