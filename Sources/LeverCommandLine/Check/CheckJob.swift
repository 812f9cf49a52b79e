import Interpreter
import Notebook
import Storage

/// The check of one file, from its bytes to what became of it.
struct CheckJob: Sendable {
  let options: CheckOptions
  private let lessons = LessonFolders()

  init(_ options: CheckOptions) {
    self.options = options
  }

  /// Nil for a file of a folder that holds nothing to check.
  ///
  /// `progress` hears of each command before it is run, with its line from 1.
  func check(_ file: CheckPaths.File, progress: (Int) -> Void) -> FileOutcome? {
    let start = ContinuousClock.now
    let verdict: FileOutcome.Verdict
    do throws(DocumentErrors) {
      let document = try Self.document(file.path)
      verdict = .checked(try checker(document).check(document, progress: progress))
    } catch {
      guard file.isNamed || !error.isWithoutBlock else { return nil }
      verdict = .unreadable(error.errors)
    }
    return FileOutcome(path: file.path, verdict: verdict, seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  /// Reads and parses a file.
  static func document(_ path: String) throws(DocumentErrors) -> Document {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try WholeFile.read(path, limit: SourceText.byteLimit)
    } catch {
      throw DocumentErrors([DocumentError(file: path, message: "the file cannot be read: \(error.reason)")])
    }
    return try Document(parsing: bytes, file: path)
  }

  private func checker(_ document: Document) throws(DocumentErrors) -> Checker {
    if let step = options.step, !document.steps.contains(where: { $0.id == step }) {
      throw DocumentErrors([Self.missingStep(step, in: document)])
    }
    let folder = FolderFiles.folder(of: document.file)
    return Checker(
      files: FolderFiles(folder: folder), step: options.step,
      // What is behind the first difference may say that the file is not to be blessed.
      stopsAtFirstFailure: options.stopsAtFirstFailure && options.mode == .compare,
      lessons: document.frontMatter.requires.isEmpty ? nil : lessons.index(of: folder))
  }

  private static func missingStep(_ step: String, in document: Document) -> DocumentError {
    let ids = document.steps.map(\.id)
    let known = ids.isEmpty ? "there are no steps" : "there is \(ids.joined(separator: ", "))"
    return DocumentError(file: document.file, message: "there is no step `\(step)`; \(known)")
  }
}
