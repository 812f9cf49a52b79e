public import Interpreter

/// Runs the commands of a document in one new session and compares what they print with what it says.
///
/// Nothing outside is used but `files`, so that two runs of one file give the same result on any machine.
public struct Checker: Sendable {
  /// The files beside the document, as preludes and market files; nil when there are none. What commands write is kept in
  /// memory.
  public var files: (any SessionFiles)?
  /// Only this step is judged; what stands before it is run.
  public var step: String?
  /// Whether the first failure ends the check of a file.
  public var stopsAtFirstFailure: Bool
  /// The lessons of the folder, for `requires`.
  public var lessons: LessonIndex?

  public init(
    files: (any SessionFiles)? = nil, step: String? = nil, stopsAtFirstFailure: Bool = false,
    lessons: LessonIndex? = nil
  ) {
    self.files = files
    self.step = step
    self.stopsAtFirstFailure = stopsAtFirstFailure
    self.lessons = lessons
  }

  /// Checks a document.
  ///
  /// `progress` hears of each command before it is run, with its line from 1. Throws when the prelude cannot be read.
  public func check(
    _ document: Document, progress: (_ line: Int) -> Void = { _ in }
  ) throws(DocumentErrors) -> CheckResult {
    var run = try CheckRun(self, document)
    run.run(progress)
    return run.result
  }
}
