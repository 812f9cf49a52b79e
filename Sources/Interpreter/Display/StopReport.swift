import FixedPoint
import Lending
import Markets
import Reports

extension StopOrder {
  /// The order among the figures of a position.
  var line: LabelledValue {
    let verb = isRise ? "rises" : "falls"
    let limit = limit.map { ", slippage \(Display.typedPercent($0))" } ?? ""
    return LabelledValue(
      label: "stop", value: StyledText(Display.price(price)),
      remark: StyledText("everything is closed when \(symbol) \(verb) so far\(limit)"))
  }
}

extension StopOutcome {
  /// What triggered the order, what became of it, and the three prices apart: where it was triggered, where the next trade
  /// could be made, and what the sale got.
  func report(in world: World) -> Report {
    let (symbol, price) = (order.symbol, Display.price(order.price))
    let now = Display.price(nextTrade.price)
    var report = Report([
      .paragraph("The stop at \(price) was \("triggered", .danger): \(symbol) trades at \(now).")
    ])
    switch result {
    case .success(let fill):
      let sold = world.text(fill.sold.amount, fill.sold.symbol)
      let received = world.text(fill.received.amount, fill.received.symbol)
      let repaid = world.text(fill.repaid.amount, fill.repaid.symbol)
      report.append(.paragraph("Sold \(sold) for \(received, .strong) and repaid \(repaid), in one transaction."))
    case .failure(let error):
      report.append(
        .paragraph("\("The position is still open", .danger): \(error.message)."))
    }
    report.append(.table(table))
    if case .failure = result {
      report.append(
        .note(
          "The order stays and is sent again when the price, the pools or time have moved; `stop off` takes it back."))
    }
    return report
  }

  private var table: Table {
    var rows = [row("trigger", trigger), row("next trade", nextTrade)]
    if case .success(let fill) = result { rows.append(row("execution", Mark(price: fill.price, equity: fill.equity))) }
    return Table(
      columns: [
        Column(title: "", alignment: .leading), Column(title: "\(order.symbol) at"),
        Column(title: "against the trigger", group: 1), Column(title: "equity", group: 2),
        Column(title: "against the trigger", group: 2), Column(title: "since the order", group: 2),
      ], rows: rows)
  }

  private func row(_ label: String, _ mark: Mark) -> Row {
    let isTrigger = mark == trigger && label == "trigger"
    return Row(cells: [
      .text(StyledText(label)), .text(StyledText(Display.price(mark.price))),
      .text(StyledText(isTrigger ? "" : Self.change(from: trigger.price, to: mark.price))),
      .text(StyledText(Display.dollars(mark.equity))),
      .text(StyledText(isTrigger ? "" : Self.change(from: trigger.equity, to: mark.equity))),
      .text(StyledText(Self.change(from: order.equity, to: mark.equity))),
    ])
  }

  /// `-38.2%`; nothing where there is no base for it.
  private static func change(from old: Rational, to new: Rational) -> String {
    guard old > 0, let change = try? new / old - 1 else { return "–" }
    let text = Display.percent(change)
    return text.hasPrefix("-") || text == "0.0%" ? text : "+" + text
  }
}
