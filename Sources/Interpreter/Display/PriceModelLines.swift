import FixedPoint
import Reports
import Simulation

extension PriceModel {
  /// What is supposed about the price, line by line.
  var lines: [LabelledValue] {
    let oneDay = process.sigma(years: 1 / Self.daysPerYear)
    return [
      LabelledValue(
        label: "volatility", value: "\(Display.typedPercent(volatility)) a year",
        remark: StyledText("one sigma of a day is \(Display.sigma(oneDay))", .muted)),
      LabelledValue(label: "drift", value: driftText.value, remark: StyledText(driftText.remark, .muted)),
    ]
  }

  private var driftText: (value: StyledText, remark: String) {
    switch drift {
    case .median(let rate):
      (
        "\(Display.typedPercent(rate)) a year of the median",
        rate.isZero ? "as likely to end higher as lower" : "and \(Self.signed(process.meanDrift)) of the mean"
      )
    case .mean(let rate):
      ("\(Display.typedPercent(rate)) a year of the mean", "and \(Self.signed(process.logDrift)) of the median")
    }
  }

  private static func signed(_ rate: Double) -> String { (rate < 0 ? "-" : "") + Display.rate(rate) }

  /// The horizons of a table: a day, a week, a month, a quarter and a year, and the one that was asked for.
  var horizons: [Rational] {
    let usual: [Rational] = [1, 7, 30, 90, 365]
    return usual.contains(days) ? usual : (usual + [days]).sorted()
  }

  /// What no reader of a chance may forget.
  static let limits: Block = .note(
    "The model knows one volatility and no fat tails: real prices fall by much within a few days more often than it says."
  )
}
