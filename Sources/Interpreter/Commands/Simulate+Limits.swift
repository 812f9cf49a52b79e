import FixedPoint

extension Simulate {
  /// The most paths of a run.
  static let mostPaths = 1_000_000

  /// How much a run may do, and how fast a modest machine does it, for saying how long a run would take.
  private struct Pace {
    /// The most steps of all paths together.
    let mostSteps: Int
    let stepsPerSecond: Int
  }

  private var pace: Pace {
    // A strategy takes an exponential and a decision for each step of each path.
    guard strategy.isHold else { return Pace(mostSteps: 2_000_000_000, stepsPerSecond: 15_000_000) }
    return switch choice {
    case .normal where !isLadder: Pace(mostSteps: 10_000_000_000, stepsPerSecond: 200_000_000)
    case .student: Pace(mostSteps: 2_000_000_000, stepsPerSecond: 15_000_000)
    case .normal, .jumps, .garch, .bootstrap: Pace(mostSteps: 2_000_000_000, stepsPerSecond: 50_000_000)
    }
  }

  /// Refuses a run that would take too long, and says how long it would take.
  func refuseTooMuch(_ price: SimulatedPrice) throws(CommandError) {
    let (steps, pace) = (price.steps, pace)
    let (work, isBeyond) = paths.multipliedReportingOverflow(by: steps)
    guard isBeyond || work > pace.mostSteps || paths > Self.mostPaths else { return }
    let grouped = { (number: Int) in Display.grouped(String(number)) }
    let seconds = Double(paths) * Double(steps) / Double(pace.stepsPerSecond)
    let limit =
      paths > Self.mostPaths
      ? "\(grouped(Self.mostPaths)) paths" : "\(grouped(pace.mostSteps)) steps"
    let affordable = min(Self.mostPaths, max(1, pace.mostSteps / steps))
    throw CommandError(
      .limit,
      "\(grouped(paths)) paths of \(grouped(steps)) steps would take about \(Self.time(seconds)), and a run has at most \(limit)",
      try: ["\(typed.before)\(affordable)\(typed.after)"])
  }

  /// `40 seconds`, `3 minutes`, `5 hours`, `21 days`, `60 years`
  private static func time(_ seconds: Double) -> String {
    let units = [("seconds", 1.0), ("minutes", 60), ("hours", 3_600), ("days", 86_400), ("years", 31_536_000)]
    let unit = units.last { seconds >= 2 * $0.1 } ?? units[0]
    return "\(Display.grouped(String(Int((seconds / unit.1).rounded(.up))))) \(unit.0)"
  }
}
