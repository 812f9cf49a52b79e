import FixedPoint
import Lending
import Markets
import Reports

/// Shows what the learner has and owes, and how far liquidation is.
struct PositionCommand: Inquiry {
  static let manual = Manual(
    "position", aliases: ["status"], group: .loop, synopsis: ["position"],
    summary: "what you have and owe",
    examples: [
      Manual.Example("deposit 10 ETH; borrow 13200 USDC; position", shows: "every figure of a position"),
      Manual.Example("position", shows: "an empty position"),
    ])

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> PositionCommand {
    PositionCommand()
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    let position = world.position
    var lines = world.walletLines
    guard !world.balances.isEmpty else {
      lines.append(LabelledValue(label: "position", value: "none yet", remark: "`deposit` puts tokens to work"))
      return Report([.values(lines)])
    }
    let level = DangerLevel(of: position).style
    for item in position.collaterals {
      lines.append(
        LabelledValue(
          label: "collateral", value: StyledText(world.text(item.amount, item.symbol)),
          remark: "worth \(Display.dollars(item.value)) at \(Display.price(world.price(of: item.symbol)))"))
    }
    for holding in world.balances.supplied where !position.collaterals.contains(where: { $0.symbol == holding.symbol })
    {
      lines.append(
        LabelledValue(
          label: "supplied", value: StyledText(world.text(holding.amount, holding.symbol)),
          remark: "secures nothing: its liquidation threshold is 0%"))
    }
    for item in position.debts {
      lines.append(
        LabelledValue(
          label: "debt", value: StyledText(world.text(item.amount, item.symbol)),
          remark:
            "worth \(Display.dollars(item.value)) at \(Display.price(world.price(of: item.symbol)))"))
    }
    lines += [
      LabelledValue(
        label: "equity", value: StyledText(Display.dollars(position.equity), .strong), remark: "collateral − debt"),
      LabelledValue(
        label: "leverage", value: StyledText(Display.multiple(position.leverage), .strong),
        remark: "collateral ÷ equity"),
      LabelledValue(
        label: "LTV", value: StyledText(Display.risingPercent(position.loanToValue, places: 2)),
        remark: "debt ÷ collateral; you may borrow up to \(Display.setting(position.maxLTV))"),
      LabelledValue(
        label: "health factor", value: StyledText(Display.healthFactor(position.healthFactor), level),
        remark: "collateral × threshold \(Display.setting(position.liquidationThreshold)) ÷ debt; liquidation below 1"),
      LabelledValue(
        label: "buffer", value: StyledText(world.bufferText(of: position), level),
        remark: LiquidationText.remark(position) ?? "without debt there is no liquidation"),
      LabelledValue(
        label: "may borrow", value: StyledText(Display.dollars(position.availableBorrows, rounding: .down)),
        remark: "more, up to the max LTV"),
    ]
    if let order = world.stop { lines.append(order.line) }
    return Report([.values(lines)])
  }
}
