import FixedPoint
import Lending
import Markets
import Reports

extension LiquidationEvent {
  /// Who took what, and what it cost the learner.
  func report(in world: World) -> Report {
    let factor = Display.healthFactor(healthFactorBefore)
    let seizedValue = world.value(of: seized.amount, seized.symbol)
    let loss = (try? equityBefore - equityAfter) ?? 0
    var lines = [
      LabelledValue(
        label: "repaid", value: StyledText(world.text(repaid.amount, repaid.symbol)),
        remark: "by a keeper; close factor \(Display.setting(closeFactor))"),
      LabelledValue(
        label: "seized", value: StyledText(world.text(seized.amount, seized.symbol)),
        remark: "worth \(Display.dollars(seizedValue))"),
    ]
    if !protocolFee.isZero {
      lines.append(
        LabelledValue(
          label: "of that", value: StyledText(world.text(protocolFee, seized.symbol)), remark: "is the protocol's fee"))
    }
    if loss > 0 {
      let share = equityBefore > 0 ? try? loss / equityBefore : nil
      lines.append(
        LabelledValue(
          label: "penalty", value: StyledText(Display.dollars(loss, rounding: .up), .danger),
          remark: share.map {
            "\(Display.percent($0, rounding: .up)) of the equity of \(Display.dollars(equityBefore))"
          }))
    }
    for deficit in deficits {
      lines.append(
        LabelledValue(
          label: "bad debt", value: StyledText(world.text(deficit.amount, deficit.symbol), .danger),
          remark: "that no collateral is left for: the lenders' loss"))
    }
    return Report([
      .paragraph("\("Liquidated", .danger) at health factor \(factor): below 1 anyone may repay debt for collateral."),
      .values(lines),
    ])
  }
}
