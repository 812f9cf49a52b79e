import Interpreter
import Notebook
import Storage

extension TranscriptRecorder {
  /// A recorder that writes files of the disk.
  static func writing(_ files: DiskFiles) -> TranscriptRecorder {
    TranscriptRecorder(
      files: files, filesBeside: { FolderFiles(beside: files.place(of: $0)) },
      remove: { try? WholeFile.remove(files.place(of: $0)) })
  }

  /// Begins to record as the command line asks for it.
  func start(commandLine file: String, _ options: RecordingOptions, in session: Session) throws(CommandError) {
    do {
      try start(file, options, in: session)
    } catch {
      guard error.kind == .refused, !options.replaces else { throw error }
      throw CommandError(
        .refused, "there is a file \(file) already", try: ["lever record --replace \(ShellWord.quoted(file))"])
    }
  }

  /// Ends a recording as the program ends; gives what to say about it, nil when nothing was being recorded.
  ///
  /// Throws when the file cannot be written.
  func finish() throws -> String? {
    guard recordedFile != nil else { return nil }
    return try stop().sentence
  }
}
