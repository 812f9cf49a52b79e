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

  /// Ends a recording as the program ends; gives what to say about it, nil when nothing was being recorded.
  ///
  /// Throws when the file cannot be written.
  func finish() throws -> String? {
    guard recordedFile != nil else { return nil }
    return try stop().sentence
  }
}
