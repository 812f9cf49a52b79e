import Behavior
import FixedPoint
import Reports

/// How wide a player's intervals were, and how wide they should have been.
struct CalibrationReport {
  let experiment: Experiment
  private let calibration: Calibration

  init(_ experiment: Experiment) {
    self.experiment = experiment
    calibration = Calibration(experiment.records, in: experiment.terms.game)
  }

  /// The chance of so few hits. The weeks of part B are those of part A, so weeks that came twice count once.
  private var chance: Double {
    let isTwice = experiment.runs.allSatisfy { $0.records.contains { $0.choice.interval != nil } }
    guard isTwice else { return calibration.chanceOfSoFewHits }
    let once = BinomialDistribution(tries: (calibration.forecasts.count + 1) / 2, probability: calibration.confidence)
    return once.probability(ofAtMost: (calibration.hits + 1) / 2)
  }

  private var expected: String {
    Rational(exactly: calibration.expectedHits)?.decimalText(places: 1) ?? "–"
  }

  var report: Report {
    guard !calibration.forecasts.isEmpty else { return Report() }
    let count = calibration.forecasts.count
    let truth = experiment.terms.game.interval(confidence: calibration.confidence)
    var lines = [
      LabelledValue(
        label: "hits", value: "\(String(calibration.hits)) of \(String(count))",
        remark:
          "\(expected) expected; as few by chance: \(Display.chanceInWords(chance))"
      ),
      LabelledValue(
        label: "true interval", value: "\(Display.change(truth.low - 1)) to \(Display.change(truth.high - 1))",
        remark: "holds the end of the week in 90% of all weeks"),
    ]
    if let ratio = calibration.volatilityRatio {
      lines.append(
        LabelledValue(
          label: "believed volatility", value: "\(Display.factor(ratio)) of the true one",
          remark: "by the width; 1.00 is right, less is too narrow"))
    }
    if let score = calibration.winklerScore, let best = calibration.trueWinklerScore {
      lines.append(
        LabelledValue(
          label: "Winkler score", value: StyledText(Display.percent(score)),
          remark: "\(Display.percent(best)) for the true interval; the width, and 20 times what was missed"))
    }
    if let hits = experiment.plan?.hits {
      lines.append(LabelledValue(label: "you expected", value: "\(String(hits)) of 20"))
    }
    var report = Report([.heading("Intervals"), .values(lines)])
    guard calibration.hits > 0, Double(calibration.hits) < calibration.expectedHits - 1 else { return report }
    if let ratio = calibration.volatilityRatio, ratio >= 0.9 {
      report.append(.paragraph("The intervals were wide enough, and lay too often in the wrong place."))
    } else {
      let overconfidence = Overconfidence(hitShare: Double(calibration.hits) / Double(count))
      report.append(
        .paragraph(
          "Intervals for 90% that hit \(String(calibration.hits)) of \(String(count)) times are those of who believes in \(Display.factor(overconfidence.volatilityRatio)) of the true volatility: a buffer of 3 sigmas is then one of \(Display.factor(overconfidence.trueSigmas(ofBelieved: 3))), and the leverage of the highest growth is overstated \(Display.times(overconfidence.kellyOverstatement))."
        ))
    }
    return report
  }
}
