/// How far long work has come.
public struct Progress: Equatable, Sendable {
  /// What is going on, such as `simulating`.
  public let activity: String
  /// What is counted, such as `steps`.
  public let unit: String
  /// How many there are in all.
  public let total: Int
  /// How many are done.
  public var done: Int

  public init(activity: String, unit: String, total: Int, done: Int) {
    self.activity = activity
    self.unit = unit
    self.total = total
    self.done = done
  }
}

extension Progress {
  /// A count with commas between groups of three digits, as results show it.
  public static func text(of count: Int) -> String { Display.grouped(String(count)) }
}

extension Surroundings {
  /// Does long work, showing how far it is.
  ///
  /// The work calls its argument from time to time with what is done; the answer is whether to go on.
  func watch<Result, Failure: Error>(
    _ activity: String, total: Int, unit: String, _ work: (_ goesOn: (Int) -> Bool) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var progress = Progress(activity: activity, unit: unit, total: total, done: 0)
    showProgress(progress)
    defer { showProgress(nil) }
    return try work { done in
      progress.done = done
      showProgress(progress)
      return !isInterrupted()
    }
  }
}
