import FixedPoint
import Reports

extension ExperimentPlan {
  var lines: [LabelledValue] {
    var lines = [
      LabelledValue(label: "after a win", value: StyledText(Display.chosen(afterWin))),
      LabelledValue(label: "after a loss", value: StyledText(Display.chosen(afterLoss))),
    ]
    if let exit {
      lines.append(
        LabelledValue(
          label: "exit", value: StyledText(Display.typedPercent(exit)), remark: "of a block's equity; then `round 0x`"))
    }
    if let hits {
      lines.append(
        LabelledValue(label: "hits", value: "\(String(hits)) of 20", remark: "intervals that hold the price"))
    }
    return lines
  }
}

extension ExperimentRule {
  var sentence: String {
    var clauses: [String] = []
    if let most { clauses.append("never more than \(Display.chosen(most))") }
    if let every, every > 1 { clauses.append("a new leverage only every \(every) rounds") }
    if let exit { clauses.append("out for the rest of the block at \(Display.typedPercent(exit))") }
    return clauses.isEmpty ? "a new leverage in each round" : clauses.joined(separator: "; ")
  }
}
