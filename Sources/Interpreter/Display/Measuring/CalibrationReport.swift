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
          "\(expected) expected; as few by chance: \(Display.chanceInWords(calibration.chanceOfSoFewHits))"
      ),
      LabelledValue(
        label: "true interval", value: "\(Display.change(truth.low - 1)) to \(Display.change(truth.high - 1))",
        remark: "holds the end of the week in 90% of all weeks"),
    ]
    if let ratio = calibration.volatilityRatio {
      lines.append(
        LabelledValue(
          label: "believed volatility", value: "\(Display.factor(ratio)) of the true one",
          remark: "1.00 is right; below, intervals are too narrow"))
    }
    if let score = calibration.winklerScore, let best = calibration.trueWinklerScore {
      lines.append(
        LabelledValue(
          label: "Winkler score", value: StyledText(Display.percent(score)),
          remark: "\(Display.percent(best)) for the true interval; less is better"))
    }
    var report = Report([.heading("Intervals"), .values(lines)])
    let overconfidence = Overconfidence(hitShare: Double(calibration.hits) / Double(count))
    if calibration.hits > 0, Double(calibration.hits) < calibration.expectedHits {
      report.append(
        .paragraph(
          "If they lay around the right price, intervals for 90% that hit \(String(calibration.hits)) of \(String(count)) times would be those of who believes in \(Display.factor(overconfidence.volatilityRatio)) of the true volatility: a buffer of 3 sigmas is then one of \(Display.factor(overconfidence.trueSigmas(ofBelieved: 3))), and the leverage of the highest growth is overstated \(Display.times(overconfidence.kellyOverstatement))."
        ))
    }
    return report
  }
}
