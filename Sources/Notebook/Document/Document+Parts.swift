extension Document {
  /// Consecutive lines that are one thing.
  public struct Part: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
      case frontMatter
      case prose
      /// The `# ` heading.
      case heading
      /// A `## ` heading, by its index in `steps`.
      case step(Int)
      /// By its index in `blocks`.
      case block(Int)
      /// The directive, by its index in `tasks`.
      case task(Int)
      /// One of a task's conditions, by the indexes of the task and of the condition.
      case condition(task: Int, Int)
      /// The directive, by its index in `quizzes`.
      case quiz(Int)
      /// The list with a quiz's choices.
      case choices(Int)
      /// The directive, by its index in `asks`.
      case ask(Int)
      /// `<details>` with its summary, by its index in `details`.
      case opening(Int)
      /// `</details>`
      case closing(Int)
    }

    public var kind: Kind
    /// From 0.
    public var lines: Range<Int>
  }

  /// A section under a `## ` heading, which the player shows at a time.
  public struct Step: Equatable, Sendable {
    /// The slug of the heading, or what stands in `{#id}` at its end.
    public var id: String
    /// The heading without its marks.
    public var title: String
    /// The heading's line, from 0.
    public var line: Int
  }

  /// A hint or a solution: what stands between `<details>` and `</details>` under such a summary.
  public struct Details: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
      case hint
      case solution
    }

    public var kind: Kind
    /// The lines from `<details>` to `</details>`, from 0.
    public var lines: Range<Int>
    /// The index of the task that it belongs to; nil when there is none before it in its step.
    public var task: Int?
    /// The indexes of the blocks inside.
    public var blocks: [Int] = []
  }
}
