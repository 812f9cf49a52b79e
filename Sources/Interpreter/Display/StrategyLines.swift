import FixedPoint
import Reports
import Simulation

extension StrategyChoice {
  /// What is done along the path, line by line; nothing for a position that is held.
  var lines: [LabelledValue] {
    var lines: [LabelledValue] = []
    if let rebalancing {
      let leverage = "\(Display.typed(rebalancing.leverage))x"
      let rule =
        rebalancing.band.isZero
        ? "at every look" : "when it is off by more than \(Display.typedPercent(rebalancing.band))"
      lines.append(
        LabelledValue(label: "rebalanced", value: "to \(leverage) \(rule)", remark: costRemark))
    }
    if let stop {
      lines.append(
        LabelledValue(
          label: "stop", value: StyledText(Self.text(stop)), remark: rebalancing == nil ? costRemark : nil))
    }
    return lines
  }

  private var costRemark: StyledText {
    StyledText(cost.isZero ? "trades are free" : "a trade costs \(Display.typedPercent(cost)) of its value", .muted)
  }

  private static func text(_ stop: Stop) -> String {
    switch stop {
    case .move(let share):
      "after a \(share.isNegative ? "fall" : "rise") by \(Display.typedPercent(share.magnitude))"
    case .price(let dollars): "at \(Display.price(dollars))"
    case .healthFactor(let factor): "below a health factor of \(Display.typed(factor))"
    }
  }
}
