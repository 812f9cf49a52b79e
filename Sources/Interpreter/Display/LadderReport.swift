import FixedPoint
import Lending
import Markets
import Reports

/// The loops of a position as a table: one row per rung, a bar for the exposure that grows and one for the buffer that
/// shrinks.
struct LadderReport {
  /// Beyond this many rungs the middle is left out.
  static let mostRows = 24

  let world: World
  let rungs: [Ladder.Rung]
  private struct Line {
    var label: String
    var rung: Ladder.Rung
    var position: Position
  }

  /// The lines to show; nil stands for those left out.
  private var lines: [Line?] {
    let shown: [Ladder.Rung?] =
      rungs.count <= Self.mostRows ? rungs : rungs.prefix(14).map { $0 } + [nil] + rungs.suffix(6).map { $0 }
    return shown.enumerated().map { index, rung in
      rung.map {
        Line(label: Self.label($0.step, isFirst: index == 0), rung: $0, position: world.position(of: $0.balances))
      }
    }
  }

  private static func label(_ step: Ladder.Step, isFirst: Bool) -> String {
    switch step {
    case .deposit: isFirst ? "0" : "deposit"
    case .loop(let number): String(number)
    case .reduction: "reduced"
    }
  }

  /// The dollars that endless loops at the ladder's share converge on; nil when the share leaves no limit.
  private func limit(share: Rational) -> (multiple: Rational, exposure: Rational)? {
    guard let equity = rungs.last.map({ world.position(of: $0.balances).equity }), equity > 0, share < 1,
      let multiple = try? 1 / (1 - share), let exposure = try? equity * multiple
    else { return nil }
    return (multiple, exposure)
  }

  /// Every figure of every rung, and the limit as the last line.
  func full(share: Rational?) -> Report {
    let loan = rungs.compactMap(\.borrowed?.symbol)
    let collateral = rungs.compactMap(\.bought?.symbol)
    let columns = [
      Column(title: "loop", alignment: .trailing),
      Column(title: Self.title("borrowed", loan), group: 1),
      Column(title: Self.title("bought", collateral), group: 1),
      Column(title: "exposure", group: 1),
      Column(title: "", alignment: .leading, group: 1),
      Column(title: "debt", group: 1),
      Column(title: "leverage", group: 1),
      Column(title: "LTV", group: 2),
      Column(title: "health factor", group: 2),
      Column(title: "liquidation price", group: 2),
      Column(title: "buffer", group: 2),
      Column(title: "", alignment: .leading, group: 2),
    ]
    let lines = lines
    let scale = exposureScale(of: lines, share: share)
    let rows = lines.map { line -> Row in
      guard let line else { return Row(cells: [.text("…")]) }
      let position = line.position
      let level = DangerLevel(of: position).style
      return Row(cells: [
        .text(StyledText(line.label)),
        amount(line.rung.borrowed, isMixed: Set(loan).count > 1),
        amount(line.rung.bought, isMixed: Set(collateral).count > 1),
        .text(StyledText(Display.dollars(position.exposure), .strong)),
        .bar(fraction: Self.fraction(position.exposure, of: scale), style: .command),
        .text(StyledText(position.debt.isZero ? "–" : Display.dollars(position.debt))),
        .text(StyledText(Display.multiple(position.leverage))),
        .text(StyledText(Display.risingPercent(position.loanToValue))),
        .text(StyledText(Display.healthFactor(position.healthFactor), level)),
        .text(StyledText(position.debt.isZero ? "–" : position.liquidation.map(LiquidationText.price) ?? "–")),
        .text(StyledText(world.bufferText(of: position), level)),
        .bar(fraction: position.buffer.doubleValue, style: level),
      ])
    }
    return Report([.table(Table(columns: columns, rows: rows, footer: footer(share: share)))])
  }

  /// The few figures that a loop is about, narrow enough for one table.
  func brief(share: Rational?) -> Report {
    let columns = [
      Column(title: "loop", alignment: .trailing),
      Column(title: "exposure"),
      Column(title: "", alignment: .leading),
      Column(title: "leverage"),
      Column(title: "health factor"),
      Column(title: "buffer"),
      Column(title: "", alignment: .leading),
    ]
    let lines = lines
    let scale = exposureScale(of: lines, share: share)
    let rows = lines.map { line -> Row in
      guard let line else { return Row(cells: [.text("…")]) }
      let level = DangerLevel(of: line.position).style
      return Row(cells: [
        .text(StyledText(line.label)),
        .text(StyledText(Display.dollars(line.position.exposure), .strong)),
        .bar(fraction: Self.fraction(line.position.exposure, of: scale), style: .command),
        .text(StyledText(Display.multiple(line.position.leverage))),
        .text(StyledText(Display.healthFactor(line.position.healthFactor), level)),
        .text(StyledText(world.bufferText(of: line.position), level)),
        .bar(fraction: line.position.buffer.doubleValue, style: level),
      ])
    }
    return Report([.table(Table(columns: columns, rows: rows))])
  }

  private func footer(share: Rational?) -> [StyledText] {
    guard let share, let limit = limit(share: share), let last = rungs.last else { return [] }
    guard world.position(of: last.balances).exposure <= limit.exposure else {
      return ["At these prices the LTV is above the \(Display.percent(share)) of the loops: no such loop could follow."]
    }
    let percent = Display.percent(share)
    let fraction = Display.typed(share)
    let multiple = limit.multiple.fixedText(places: 4)
    return [
      "limit of endless loops at \(percent): 1 ÷ (1 − \(fraction)) = \(multiple)x, exposure \(Display.dollars(limit.exposure), .strong)"
    ]
  }

  /// The exposure that fills a bar: the limit, or the largest shown when there is no limit.
  private func exposureScale(of lines: [Line?], share: Rational?) -> Rational {
    let largest = lines.compactMap { $0?.position.exposure }.max() ?? 1
    guard let share, let limit = limit(share: share) else { return largest }
    return max(limit.exposure, largest)
  }

  private func amount(_ holding: Holding?, isMixed: Bool) -> Cell {
    guard let holding else { return .text("–") }
    return .text(
      StyledText(
        isMixed ? world.text(holding.amount, holding.symbol) : world.number(holding.amount, holding.symbol)))
  }

  private static func title(_ word: String, _ symbols: [Symbol]) -> String {
    let distinct = Set(symbols)
    return distinct.count == 1 ? "\(word) \(distinct.first?.text ?? "")" : word
  }

  private static func fraction(_ value: Rational, of scale: Rational) -> Double {
    scale > 0 ? value.doubleValue / scale.doubleValue : 0
  }
}
