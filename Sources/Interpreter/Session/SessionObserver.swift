/// Somebody who follows a session, such as a journal or a recording.
public protocol SessionObserver: Sendable {
  /// Hears of a command that has run, before its result is shown.
  ///
  /// `command` is the command with its name in full, as a file has it. Commands about the session's own surroundings, such
  /// as `quit`, are not told.
  func ran(_ command: String, succeeded: Bool, in session: Session)
}
