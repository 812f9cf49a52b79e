/// Writes what is typed in a session into a file while it goes on.
///
/// A session tells its recorder of every command, as it tells its observers.
public protocol SessionRecorder: SessionObserver {
  /// The file that is being written; nil while nothing is.
  var recordedFile: String? { get }

  /// Begins a file. What led to the session as it is now becomes a part of it.
  ///
  /// Throws when another file is being written, or this one exists and is not to be replaced, or cannot be written.
  func start(_ file: String, _ options: RecordingOptions, in session: Session) throws(CommandError)

  /// Ends the file. Throws when nothing is being recorded.
  func stop() throws(CommandError) -> Recording
}

/// How a session is recorded.
public struct RecordingOptions: Equatable, Sendable {
  /// Whether an existing file may be replaced.
  public var replaces: Bool
  /// Whether commands that fail are left out.
  public var leavesFailuresOut: Bool

  public init(replaces: Bool = false, leavesFailuresOut: Bool = false) {
    self.replaces = replaces
    self.leavesFailuresOut = leavesFailuresOut
  }
}

/// A file that was recorded.
public struct Recording: Equatable, Sendable {
  public var file: String
  /// How many commands it holds, without those that led to where it begins; a file without any is not kept.
  public var commandCount: Int

  public init(file: String, commandCount: Int) {
    self.file = file
    self.commandCount = commandCount
  }

  /// What to say about it: `Recorded 3 commands in a.md.`
  public var sentence: String {
    switch commandCount {
    case 0: "Nothing was recorded in \(file)."
    case 1: "Recorded 1 command in \(file)."
    default: "Recorded \(commandCount) commands in \(file)."
    }
  }
}
