import Notebook
import Storage

/// What this user has done in lessons: a file for each, replaced as a whole.
struct ProgressFolder {
  /// The longest file in bytes.
  private static let longestFile = 1 << 20

  let path: String

  /// `progress` in the state folder; nil when there is none.
  static func standard() -> ProgressFolder? {
    StateFolder.standard().map { ProgressFolder(path: $0 + "/progress") }
  }

  private func file(_ lesson: String) -> String { path + "/" + lesson + ".txt" }

  /// Nothing where there is no file, or none of this format.
  func progress(in lesson: String) -> LessonProgress {
    guard let bytes = try? WholeFile.read(file(lesson), limit: Self.longestFile),
      let text = String(validating: bytes, as: UTF8.self)
    else { return LessonProgress() }
    return LessonProgress(text) ?? LessonProgress()
  }

  /// Holds a lesson for as long as the program lives, so that two windows do not write over each other; nil when another one
  /// holds it.
  func hold(_ lesson: String) throws(FileError) -> HeldFile? {
    let lock = path + "/" + lesson + ".lock"
    if let held = try HeldFile.take(lock) { return held }
    do throws(FileError) {
      return try HeldFile.create { _ in lock }
    } catch  where error.kind == .exists {
      return nil
    }
  }

  func save(_ progress: LessonProgress, in lesson: String) throws(FileError) {
    // Makes the folder, too.
    try StateFolder.makeFolder(path)
    try WholeFile.write(Array(progress.text.utf8), to: file(lesson), replacing: true, isLasting: false)
  }
}
