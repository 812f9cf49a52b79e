import FixedPoint
import Reports
import Simulation

extension SimulationRun {
  /// What is supposed, line by line.
  func supposed(paths: Int, _ strategy: StrategyChoice) -> [LabelledValue] {
    let days = Display.days(price.model.days)
    return price.lines + strategy.lines + [
      LabelledValue(
        label: "paths", value: "\(Display.grouped(String(paths))) of \(days)",
        remark: StyledText("looked at \(price.looks); seed \(seed)", .muted))
    ]
  }

  /// The sentence about a run that did not come to its end.
  func stopped(after done: Int) -> [Block] {
    guard done < paths else { return [] }
    let (done, all) = (Display.grouped(String(done)), Display.grouped(String(paths)))
    return [.paragraph("\("Stopped", .caution) after \(done) of \(all) paths: what follows is theirs.")]
  }
}

extension Display {
  /// A share of the paths. A sample without a case says nothing about how rare it is.
  static func shareOfPaths(_ share: Double) -> String {
    share == 0 ? "none" : share == 1 ? "all" : chance(share)
  }

  /// Dollars that a simulation found.
  static func simulated(_ value: Double) -> String {
    Rational(exactly: value).map { dollars($0) } ?? "beyond measure"
  }
}
