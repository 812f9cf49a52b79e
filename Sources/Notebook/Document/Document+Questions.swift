extension Document {
  /// Something to reach: conditions on the state that are false before its solution and true after it.
  public struct Task: Equatable, Sendable {
    public struct Condition: Equatable, Sendable {
      public var expression: String
      /// The author's words for what is missing where it is false; nil where the player finds its own.
      public var missing: String?
      /// From 0.
      public var line: Int
      /// Where the expression begins, in Unicode scalars from 0.
      public var column: Int
    }

    public var id: String
    /// The directive's line, from 0.
    public var line: Int
    public var conditions: [Condition] = []
    /// The indexes of its hints in `details`, in their order.
    public var hints: [Int] = []
    /// The indexes of its solutions in `details`; a lesson has to have exactly one.
    public var solutions: [Int] = []
  }

  /// A question with choices.
  public struct Quiz: Equatable, Sendable {
    public struct Choice: Equatable, Sendable {
      /// The item's lines, from 0, without blank ones at the end.
      public var lines: Range<Int>
      /// The item as Markdown, without its number and its feedback.
      public var text: String
      /// The block quote inside the item as Markdown, which is shown when the item is chosen; nil when there is none.
      public var feedback: String?
    }

    public var id: String
    /// The directive's line, from 0.
    public var line: Int
    /// The position of the right choice, from 1.
    public var answer: Int
    public var choices: [Choice] = []
  }

  /// A prediction: a number that the learner gives before it is computed.
  public struct Ask: Equatable, Sendable {
    public var id: String
    /// The directive's line, from 0.
    public var line: Int
    /// The expression that gives the right number.
    public var answer: String
    /// How far an answer may be off; a lesson has to say it.
    public var tolerance: Tolerance?
    /// Whether the learner is also asked how sure he is.
    public var asksConfidence: Bool
  }
}
