import FixedPoint
import Lending
import Markets
import Reports

/// What a command did to the position and the wallet, line by line: `exposure  $20,000.00 → $34,000.00`.
struct Change {
  let before: World
  let after: World
  /// Whether the gas that was spent on the way is a part of it.
  let showsGas: Bool

  init(from before: World, to after: World, showingGas: Bool = false) {
    self.before = before
    self.after = after
    showsGas = showingGas
  }

  var report: Report {
    let (old, new) = (before.position, after.position)
    var lines: [LabelledValue] = []
    if old != new, !(old.isEmpty && new.isEmpty) {
      lines.append(line("exposure", old, new) { Display.dollars($0.exposure) })
    }
    if old != new, !(old.debt.isZero && new.debt.isZero) {
      let level = DangerLevel(of: new).style
      lines.append(line("debt", old, new) { Display.dollars($0.debt) })
      if old.equity != new.equity {
        lines.append(line("equity", old, new, remark: walletRemark) { Display.dollars($0.equity) })
      }
      lines.append(line("leverage", old, new) { Display.multiple($0.leverage) })
      lines.append(line("health factor", old, new, style: level) { Display.healthFactor(of: $0) })
      lines.append(
        line(
          "buffer", before.bufferText(of: old), after.bufferText(of: new), style: level,
          remark: LiquidationText.remark(new)))
    }
    for asset in after.market.assets {
      let symbol = asset.asset.symbol
      let held = (before.wallets[World.learner, symbol], after.wallets[World.learner, symbol])
      guard held.0 != held.1 else { continue }
      let value = "\(before.number(held.0, symbol)) → \(after.text(held.1, symbol))"
      lines.append(LabelledValue(label: "wallet", value: StyledText(value)))
    }
    if showsGas, let gas = gasLine { lines.append(gas) }
    return lines.isEmpty ? Report() : Report([.values(lines)])
  }

  private var gasLine: LabelledValue? {
    guard let spent = try? after.costs[.gas] - before.costs[.gas], spent > 0 else { return nil }
    let sent = after.costs.transactions - before.costs.transactions
    return LabelledValue(
      label: "gas", value: StyledText(Display.dollars(spent, rounding: .up)),
      remark: sent == 1 ? "one transaction" : "\(Display.grouped(String(sent))) transactions")
  }

  /// What went from the position into the wallet or back, at today's prices: no gain and no loss.
  private var walletRemark: StyledText? {
    var moved = Rational.zero
    for asset in after.market.assets {
      let symbol = asset.asset.symbol
      let (then, now) = (before.wallets[World.learner, symbol], after.wallets[World.learner, symbol])
      let (more, less) = (now.subtractingOrZero(then), then.subtractingOrZero(now))
      moved = (try? moved + after.value(of: more, symbol) - after.value(of: less, symbol)) ?? moved
    }
    guard !moved.isZero else { return nil }
    let verb = moved.isNegative ? "less" : "more"
    return StyledText("and \(Display.dollars(moved.magnitude)) \(verb) in the wallet", .muted)
  }

  private func line(
    _ label: String, _ old: Position, _ new: Position, style: Style = .strong, remark: StyledText? = nil,
    _ text: (Position) -> String
  ) -> LabelledValue {
    line(label, text(old), text(new), style: style, remark: remark)
  }

  private func line(
    _ label: String, _ then: String, _ now: String, style: Style, remark: StyledText?
  ) -> LabelledValue {
    let value = then == now ? StyledText(now, style) : "\(then) → \(now, style)"
    return LabelledValue(label: label, value: value, remark: remark)
  }
}
