import Behavior
import FixedPoint
import Simulation

/// The rounds of an experiment as comma-separated values.
struct ExperimentTable {
  let experiment: Experiment

  init(_ experiment: Experiment) {
    self.experiment = experiment
  }

  private static let titles = [
    "part", "block", "round", "previous", "settled", "passive_leverage", "leverage", "buffer_sigmas", "odds_stated",
    "odds_formula", "interval_low", "interval_high", "price_before", "price_lowest", "price_after", "equity_before",
    "equity_after", "liquidated",
  ]

  /// A line of titles, then a line for each round; prices and equity in dollars, chances and odds as fractions, all with six
  /// decimals, and nothing where there is nothing.
  var text: String {
    var lines = [Self.titles.joined(separator: ",")]
    for (part, run) in zip(["A", "B"], experiment.runs) {
      var (price, equity) = (ExperimentTerms.startingPrice, ExperimentTerms.stake)
      for (number, record) in run.records.enumerated() {
        if run.schedule.startsBlock(round: number) { equity = ExperimentTerms.stake }
        guard let outcome = record.outcome(in: run.game) else { continue }
        let next = (price: price * record.roundReturn.priceRatio, equity: equity * outcome.equityMultiple)
        let previous = record.previous.map { $0.result == .win ? "win" : "loss" } ?? ""
        lines.append(
          [
            part, "\(number / run.schedule.roundsPerBlock + 1)", "\(number + 1)", previous,
            record.previous.map { $0.isSettled ? "1" : "0" } ?? "", text(record.passiveLeverage),
            text(record.choice.leverage), text(record.bufferSigmas), text(record.choice.statedChance),
            text(record.formulaChance), text(record.choice.interval.map { $0.low * price }),
            text(record.choice.interval.map { $0.high * price }), text(price),
            text(price * exponential(record.roundReturn.lowest)), text(next.price), text(equity),
            text(next.equity), outcome.isLiquidated ? "1" : "0",
          ].joined(separator: ","))
        (price, equity) = next
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func text(_ number: Double?) -> String {
    // Beyond the digits that are shown a number may be too small to be a fraction of whole ones.
    number.flatMap { Rational(exactly: $0.magnitude < 1e-9 ? 0 : $0) }?.fixedText(places: 6) ?? ""
  }
}
