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

  /// How many weeks had an interval, and how many of them it held. The weeks of part B are those of part A backwards, so a
  /// week that came twice counts once.
  private var weeks: (count: Int, hits: Double, isTwice: Bool) {
    var hits: [Int: [Bool]] = [:]
    for (part, run) in experiment.runs.enumerated() {
      for (number, record) in run.records.enumerated() {
        guard let interval = record.choice.interval else { continue }
        let week = part == 0 ? number : run.schedule.rounds - 1 - number
        hits[week, default: []].append(interval.contains(record.roundReturn.priceRatio))
      }
    }
    let shares = hits.values.map { Double($0.count(where: { $0 })) / Double($0.count) }
    return (hits.count, shares.reduce(0, +), hits.values.contains { $0.count > 1 })
  }

  /// The chance of so few hits or fewer.
  private var chance: Double {
    BinomialDistribution(tries: weeks.count, probability: calibration.confidence)
      .probability(ofAtMost: Int(weeks.hits.rounded(.up)))
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
          "\(expected) expected; as few by chance: \(Display.chanceInWords(chance))\(weeks.isTwice ? " (each week counted once)" : "")"
      ),
      LabelledValue(
        label: "true interval", value: "\(Display.change(truth.low - 1)) to \(Display.change(truth.high - 1))",
        remark: "holds the end of the week in 90% of all weeks"),
    ]
    if let ratio = calibration.volatilityRatio {
      lines.append(
        LabelledValue(
          label: "believed volatility", value: "\(Display.factor(ratio)) of the true one",
          remark: "by the median width; 1.00 is right, less is too narrow"))
    }
    if let score = calibration.winklerScore, let best = calibration.trueWinklerScore {
      lines.append(
        LabelledValue(
          label: "Winkler score", value: StyledText(Display.percent(score)),
          remark: "\(Display.percent(best)) for the true interval; the width, and 20 times what was missed"))
    }
    if let hits = experiment.plan?.hits {
      let share = Display.percent(Double(calibration.hits) / Double(count))
      lines.append(
        LabelledValue(
          label: "you expected", value: "\(String(hits)) of 20",
          remark: "\(Display.percent(Double(hits) / 20)) of them; \(share) hit"))
    }
    var report = Report([.heading("Intervals"), .values(lines)])
    guard calibration.hits > 0, Double(calibration.hits) < calibration.expectedHits - 1 else { return report }
    guard chance < 0.05 else {
      report.append(.paragraph("So few hits may be chance."))
      return report
    }
    let overconfidence = Overconfidence(hitShare: Double(calibration.hits) / Double(count))
    if let ratio = calibration.volatilityRatio, ratio >= 0.9 {
      report.append(.paragraph("The intervals were about wide enough, and lay too often in the wrong place."))
    } else if let ratio = calibration.volatilityRatio, overconfidence.volatilityRatio < 0.6 * ratio {
      report.append(.paragraph("The intervals were too narrow, and lay too often in the wrong place as well."))
    } else {
      report.append(
        .paragraph(
          "Intervals for 90% that hit \(String(calibration.hits)) of \(String(count)) times are, by their hits, those of someone who believes in \(Display.factor(overconfidence.volatilityRatio)) of the true volatility: a buffer of 3 sigmas is then one of \(Display.factor(overconfidence.trueSigmas(ofBelieved: 3))), and the leverage of the highest growth is overstated by a factor of \(Display.factor(overconfidence.kellyOverstatement))."
        ))
    }
    return report
  }
}
