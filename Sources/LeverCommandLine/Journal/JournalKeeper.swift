import Interpreter
import Storage
import Synchronization

/// Keeps the journal of a session: each accepted command is in the file before its result is shown.
///
/// The file is made at the first command and removed when the session ends as its user wanted. It outlives the end of the
/// process, whatever ends it, but is not forced onto the disk: the last commands may be lost with the power. What could
/// not be written stays in memory and is written with the next command, so that a command is never missing in the middle.
final class JournalKeeper: SessionObserver {
  private struct State {
    var file: HeldFile?
    /// What the file lacks: at first the header.
    var unwritten: [UInt8]
    /// Whether commands are kept; not while a journal is run again.
    var isListening = false
    var isFull = false
    var warning: String?
    var hasWarned = false
  }

  private let folder: JournalFolder
  private let state: Mutex<State>

  init(folder: JournalFolder, header: Journal.Header) {
    self.folder = folder
    state = Mutex(State(unwritten: Array(header.text.utf8)))
  }

  /// Begins to keep a session's commands in a file of its own; those that were run already are written at once.
  func start(with commands: [String] = []) {
    state.withLock { state in
      state.isListening = true
      for command in commands { state.unwritten += Journal.text(of: command).utf8 }
      if !commands.isEmpty { write(&state) }
    }
  }

  /// Goes on in the journal that was run again.
  func goOn(in orphan: JournalFolder.Orphan) {
    state.withLock { state in
      state.isListening = true
      state.unwritten = []
      state.file = orphan.file
      do throws(FileError) {
        try orphan.file.cut(to: orphan.journal.wholeLength)
      } catch {
        warn(error.reason, &state)
      }
    }
  }

  func ran(_ command: String, succeeded: Bool, in session: Session) {
    guard succeeded else { return }
    state.withLock { state in
      guard state.isListening, !state.isFull else { return }
      state.unwritten += Journal.text(of: command).utf8
      write(&state)
    }
  }

  /// Removes the journal: the session ended well.
  func finish() {
    state.withLock { state in
      state.isListening = false
      try? state.file?.remove()
      state.file = nil
    }
  }

  /// A sentence about a journal that cannot be written: the first one, and once.
  func takeWarning() -> String? {
    state.withLock { state in
      guard let warning = state.warning, !state.hasWarned else { return nil }
      state.hasWarned = true
      return warning
    }
  }

  private func write(_ state: inout State) {
    do throws(FileError) {
      if let file = state.file, !file.isCurrent {
        // Somebody has removed it: its contents go into a new one.
        state.unwritten = try file.read(limit: JournalFolder.longestJournal) + state.unwritten
        state.file = nil
      }
      let file: HeldFile
      if let held = state.file { file = held } else { file = try folder.create() }
      state.file = file
      guard try file.status().size + state.unwritten.count <= JournalFolder.longestJournal else {
        state.isFull = true
        throw FileError(.other, "it would have more than \(JournalFolder.longestJournal) bytes")
      }
      try file.append(state.unwritten)
      state.unwritten = []
    } catch {
      warn(error.reason, &state)
    }
  }

  private func warn(_ reason: String, _ state: inout State) {
    if state.warning == nil { state.warning = "the journal in \(folder.path) is not saved: \(reason)" }
  }
}
