import Behavior
import FixedPoint
import Reports

/// Two experiments beside each other.
struct ComparedExperiments {
  let names: (String, String)
  let experiments: (Experiment, Experiment)

  var report: Report {
    let (first, second) = (cells(of: experiments.0), cells(of: experiments.1))
    let rows = zip(first, second).map { left, right in
      Row(cells: [.text(StyledText(left.name)), .text(StyledText(left.text)), .text(StyledText(right.text))])
    }
    return Report([
      .table(
        Table(
          columns: [
            Column(title: "", alignment: .leading), Column(title: names.0), Column(title: names.1),
          ], rows: rows,
          footer: [
            "R, A and the buffer have their intervals in `experiment report`; most differences between two games are chance."
          ]))
    ])
  }

  private func cells(of experiment: Experiment) -> [(name: String, text: String)] {
    let measures = DriftMeasures(experiment.comparedRecords, seed: experiment.terms.seed)
    let calibration = Calibration(experiment.records, in: experiment.terms.game)
    let drift = { (contrast: Contrast?) in contrast.map { Display.signed($0.value) } ?? "–" }
    let terms = experiment.terms
    return [
      ("rounds", "\(experiment.roundsPlayed)"),
      ("seed", "\(terms.seed)"),
      ("volatility", Display.typedPercent(terms.volatility)),
      ("drift of the price", Display.typedPercent(terms.drift)),
      ("mean leverage", Display.leverage(experiment.meanLeverage)),
      ("R: leverage after wins less after losses", drift(measures.rawDrift)),
      ("A: the same, less what comes by itself", drift(measures.activeDrift)),
      ("buffer after losses less after wins", drift(measures.bufferDrift)),
      (
        "intervals that hit",
        calibration.forecasts.isEmpty ? "–" : "\(calibration.hits) of \(calibration.forecasts.count)"
      ),
      ("believed volatility", calibration.volatilityRatio.map { "\(Display.factor($0)) of the true" } ?? "–"),
    ]
  }
}
