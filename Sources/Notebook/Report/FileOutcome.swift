/// What became of one file that was to be checked.
public struct FileOutcome: Sendable {
  public enum Verdict: Sendable {
    case checked(CheckResult)
    /// It is not in the format, or cannot be read.
    case unreadable([DocumentError])
    /// A command ran into the time limit; on a line from 1, or nil while the file was being read.
    case timedOut(line: Int?, limit: String)
  }

  /// What blessing did to a file.
  public enum Blessing: Equatable, Sendable {
    /// So many outputs were written.
    case written(Int)
    /// Why nothing was written.
    case refused(String)
  }

  /// The file as it is named in messages.
  public var path: String
  public var verdict: Verdict
  public var blessing: Blessing?
  /// How long it took.
  public var seconds: Double

  public init(path: String, verdict: Verdict, blessing: Blessing? = nil, seconds: Double = 0) {
    self.path = path
    self.verdict = verdict
    self.blessing = blessing
    self.seconds = seconds
  }

  /// The result, when the file was checked.
  public var result: CheckResult? {
    if case .checked(let result) = verdict { result } else { nil }
  }

  /// Whether all of it is as expected.
  public var isAsExpected: Bool { result?.isAsExpected ?? false }

  /// What the process ends with for this file alone: 0 as expected, 1 a mismatch or a broken rule, 2 a file that is not in
  /// the format, 3 a time limit.
  public var exitStatus: Int32 {
    switch verdict {
    case .checked(let result): result.isAsExpected && !isRefused ? 0 : 1
    case .unreadable: 2
    case .timedOut: 3
    }
  }

  /// Whether the file was to be blessed and was not.
  var isRefused: Bool {
    if case .refused = blessing { true } else { false }
  }
}
