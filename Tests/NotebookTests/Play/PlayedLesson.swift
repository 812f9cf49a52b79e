import Interpreter
import Reports
import TestSupport

@testable import Notebook

/// A lesson under test: lines go in, and all that was said comes out as text.
struct PlayedLesson {
  var player: Player
  private let renderer = TextRenderer(width: 80, characters: .ascii, quotesTranscripts: true)
  private(set) var hasLeft = false
  private(set) var filled: String?

  init(
    _ text: String, progress: LessonProgress = LessonProgress(), earlier: [ReviewQuestion] = [],
    files: any SessionFiles = NoFiles(), isPresented: Bool = false
  ) throws {
    player = try Player(
      try Document(parsing: text, file: "lesson.md"), progress: progress, earlier: earlier,
      surroundings: Surroundings(acceptsPrefixes: true, files: files), today: "2026-11-20", isPresented: isPresented)
  }

  var isFinished: Bool { player.isFinished }

  mutating func start() -> String { text(of: player.start()) }

  mutating func present() -> String { text(of: player.present()) }

  mutating func enter(_ lines: String...) -> String {
    lines.reduce(into: "") { $0 += text(of: player.enter($1)) }
  }

  private mutating func text(of events: [PlayerEvent]) -> String {
    var text = ""
    for event in events {
      switch event {
      case .show(let report): text += renderer.render(report)
      case .echo(let command): text += "lever> \(command)\n"
      case .outcome(let outcome):
        switch outcome.result {
        case .success(let report): text += renderer.render(report)
        case .failure(let error): text += "error: \(error.sentence)\n"
        }
      case .fill(let command): filled = command
      case .reviewed(let question, let isRight): text += "[\(question.id): \(isRight ? "right" : "wrong")]\n"
      case .leave: hasLeft = true
      }
    }
    return text
  }

  /// A lesson with one of everything.
  static let sample = #"""
    ---
    lesson: sample
    title: A sample
    format: 1
    ---

    # A sample

    What stands *before* the first step.

    ## Open a position

    Deposit and `borrow`.

    ```lever hide
    lever> keepers off
    ...
    ```

    ```lever
    lever> deposit 10 ETH
    ...
    lever> borrow 12000 USDC
    Borrowed 12,000.00 USDC into the wallet; [..]
    ...
    ```

    Now there is a debt.

    ## Look at it {#look}

    <!-- lever:ask id=a-price answer="liquidation_price" tol=1% confidence -->
    At which price is the health factor 1?

    The next command tells.

    ```lever
    lever> print liquidation_price
    1454.545454545454545455
    ```

    <!-- lever:quiz id=q-fall answer=2 -->
    How far may the price fall?

    1. By 37.5%
       > That is the health factor less 1.
    2. By 27.2%
       > Yes: 1 - 1 / 1.375.

    ## Repair it

    <!-- lever:task id=t-repair -->
    <!-- lever:check hf >= 1.5 -->
    The price falls. Bring the health factor back to **1.5**.

    ```lever
    lever> price 1800
    ...
    ```

    <details>
    <summary>Hint 1</summary>

    Less debt helps.

    </details>

    <details>
    <summary>Hint 2</summary>

    Some 2,100 dollars are enough.

    </details>

    <details>
    <summary>Solution</summary>

    Repay a part of it.

    ```lever
    lever> repay 2200 USDC
    ...
    ```

    </details>

    ## Remember

    Debt stands still.
    """#
}
