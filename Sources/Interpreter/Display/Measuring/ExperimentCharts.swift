import Behavior
import Reports

/// The rounds of an experiment, one behind the other.
struct ExperimentCharts {
  let experiment: Experiment

  init(_ experiment: Experiment) {
    self.experiment = experiment
  }

  /// What can be drawn; nothing for a single round.
  var all: [Chart] {
    experiment.roundsPlayed > 1 ? [leverage, buffer] + [odds].compactMap { $0 } : []
  }

  private func points(_ value: (RoundRecord) -> Double?) -> [Chart.Point] {
    experiment.records.enumerated().compactMap { number, record in
      value(record).map { Chart.Point(x: Double(number + 1), y: $0) }
    }
  }

  private var rounds: Chart.Axis {
    .measuring(
      experiment.part == 0 ? "round" : "round, part B from \(experiment.terms.rounds + 1)", in: .whole, from: 1,
      to: Double(experiment.roundsPlayed), isBound: true)
  }

  private var leverage: Chart {
    let best = experiment.terms.game.growthOptimalRound.leverage
    let own = points { $0.choice.leverage }
    return Chart(
      x: rounds, y: .measuring("leverage", in: .multiple, from: 0, to: max(best, own.map(\.y).max() ?? 0)),
      layers: [
        .level(name: "highest growth", at: best, style: .muted),
        .line(name: "your leverage", points: own, style: .strong),
      ],
      height: Self.height,
      summary:
        "The odds are the same in every round, and so is the leverage of the highest growth, \(Display.leverage(best))."
    )
  }

  private var buffer: Chart {
    let own = points { $0.bufferSigmas.map { min($0, Self.widestBuffer) } }
    return Chart(
      x: rounds, y: .measuring("buffer", in: .number, from: 0, to: own.map(\.y).max() ?? 1),
      layers: [.line(name: "your buffer", points: own, style: .strong)],
      height: Self.height,
      summary:
        "The buffer in usual moves of a week (sigmas); up to \(String(Int(Self.widestBuffer))) are drawn, and rounds without debt have none."
    )
  }

  private static let widestBuffer = 10.0
  private static let height = 8

  /// Nil where no odds were stated.
  private var odds: Chart? {
    let stated = points { $0.choice.statedChance }
    guard !stated.isEmpty else { return nil }
    let formula = points { $0.formulaChance }
    return Chart(
      x: rounds, y: .measuring("odds", in: .percent, from: 0, to: max(0.01, (stated + formula).map(\.y).max() ?? 0)),
      layers: [
        .line(name: "by the formula", points: formula, style: .muted),
        .line(name: "as you stated", points: stated, style: .strong),
      ],
      height: Self.height, summary: "How likely a liquidation in the round was.")
  }
}
