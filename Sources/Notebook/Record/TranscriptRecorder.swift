public import Interpreter
import Synchronization

/// Records a session as a transcript that a check finds to be as expected.
///
/// Beside the session that is recorded runs another as a check has it, in the classroom, 80 columns wide and without
/// abbreviations, and what that one prints is written. The file is replaced as a whole with every command, so that it is a
/// transcript whenever the program ends.
public final class TranscriptRecorder: SessionRecorder {
  /// The most bytes of a file.
  static let byteLimit = 16 << 20

  private struct State {
    var file: String
    var options: RecordingOptions
    var shadow: CheckedSession
    var text: RecordedText
  }

  private let files: any SessionFiles
  private let filesBeside: @Sendable (_ file: String) -> any SessionFiles
  private let remove: @Sendable (_ file: String) -> Void
  private let state = Mutex<State?>(nil)
  private let problem = Mutex<String?>(nil)

  /// Writes to `files`; `filesBeside` are those that a check of a file would find, and `remove` takes away a file that was
  /// begun in vain.
  public init(
    files: any SessionFiles, filesBeside: @escaping @Sendable (_ file: String) -> any SessionFiles,
    remove: @escaping @Sendable (_ file: String) -> Void
  ) {
    self.files = files
    self.filesBeside = filesBeside
    self.remove = remove
  }

  public var recordedFile: String? { state.withLock { $0?.file } }

  /// Why a recording came to an end by itself, once; nil when none did.
  public func takeProblem() -> String? {
    problem.withLock { problem in
      defer { problem = nil }
      return problem
    }
  }

  public func start(_ file: String, _ options: RecordingOptions, in session: Session) throws(CommandError) {
    if let other = recordedFile {
      throw CommandError(.refused, "\(other) is being recorded already", try: ["record stop"])
    }
    let seed = session.surroundings.seed
    var shadow = try CheckedSession(
      width: FrontMatter().width, seed: seed, files: ScratchFiles(over: filesBeside(file)))
    let leadingCommands = session.rebuildingCommands
    for command in leadingCommands {
      let answer = shadow.run(command)
      guard answer.succeeded else {
        throw CommandError(
          .limit,
          "this session cannot be recorded, because a check of \(file) could not do `\(command)`: \(answer.reason)"
        )
      }
    }
    let text = RecordedText(file: file, seed: seed, leadingCommands: leadingCommands)
    // A file that may be replaced is left as it is until there is something to put in its place.
    if !options.replaces { try files.write(text.text, to: file, replacing: false) }
    let begun = State(file: file, options: options, shadow: shadow, text: text)
    state.withLock { $0 = begun }
  }

  public func stop() throws(CommandError) -> Recording {
    guard
      let ended = state.withLock({ state in
        defer { state = nil }
        return state
      })
    else { throw CommandError(.refused, "nothing is being recorded", try: ["record session.md"]) }
    if ended.text.commandCount == 0 {
      if !ended.options.replaces { remove(ended.file) }
    } else {
      // The same bytes again, which the disk is now to have.
      try files.write(ended.text.text, to: ended.file, replacing: true, isLasting: true)
    }
    return Recording(file: ended.file, commandCount: ended.text.commandCount)
  }

  public func ran(_ command: String, succeeded: Bool, in session: Session) {
    let failure = state.withLock { state in
      // A command with control characters always fails, and would make the file something else than text.
      guard var now = state, succeeded || !now.options.leavesFailuresOut && Self.canHold(command) else {
        return nil as String?
      }
      // Held in one place only, so that nothing is copied when it grows.
      state = nil
      let reason = Self.add(command, succeeded: succeeded, to: &now, files)
      state = reason == nil ? now : nil
      return reason.map { "\(now.file) \($0); recording has ended, and the file holds what came before" }
    }
    if let failure { problem.withLock { $0 = $0 ?? failure } }
  }

  private static func canHold(_ command: String) -> Bool {
    command.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\t" }
  }

  /// Adds a command to the file; gives a reason when it cannot.
  private static func add(
    _ command: String, succeeded: Bool, to state: inout State, _ files: any SessionFiles
  ) -> String? {
    let answer = state.shadow.run(command)
    guard answer.succeeded == succeeded else {
      return "cannot hold `\(command)`: a check of the file would \(succeeded ? "refuse" : "accept") it"
    }
    state.text.append(command, printed: answer.lines, failed: !succeeded)
    guard state.text.text.utf8.count <= byteLimit else { return "has reached its limit of \(byteLimit >> 20) MiB" }
    do throws(CommandError) {
      try files.write(state.text.text, to: state.file, replacing: true, isLasting: false)
      return nil
    } catch {
      return error.message.hasPrefix(state.file) ? String(error.message.dropFirst(state.file.count + 1)) : error.message
    }
  }
}
