public import Interpreter
public import Reports

/// What a player has to say or wants to be done, in its order.
public enum PlayerEvent: Sendable {
  case show(Report)
  /// A command of the lesson that runs now, as it would have been typed.
  case echo(String)
  /// What a command came to.
  case outcome(Outcome)
  /// Text for the next prompt, to be edited or accepted.
  case fill(String)
  /// A question of an earlier lesson was answered.
  case reviewed(ReviewQuestion, isRight: Bool)
  /// The learner wants to leave.
  case leave
}
