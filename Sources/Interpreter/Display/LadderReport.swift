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

  /// The cells of one position that both tables show.
  private struct Cells {
    let exposure: Cell
    let exposureBar: Cell
    let leverage: Cell
    let healthFactor: Cell
    let buffer: Cell
    let bufferBar: Cell

    /// - Parameter scale: The exposure in dollars that fills a bar.
    init(_ position: Position, in world: World, scale: Rational) {
      let level = DangerLevel(of: position).style
      exposure = .text(StyledText(Display.dollars(position.exposure), .strong))
      exposureBar = .bar(
        fraction: scale > 0 ? position.exposure.doubleValue / scale.doubleValue : 0, style: .command)
      leverage = .text(StyledText(Display.multiple(position.leverage)))
      healthFactor = .text(StyledText(Display.healthFactor(position.healthFactor), level))
      buffer = .text(StyledText(world.bufferText(of: position), level))
      bufferBar = .bar(fraction: position.buffer.doubleValue, style: level)
    }
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

  static func label(_ step: Ladder.Step, isFirst: Bool) -> String {
    switch step {
    case .deposit: isFirst ? "0" : "deposit"
    case .loop(let number): String(number)
    case .reduction: "reduced"
    }
  }

  /// The position at the newest rung.
  private var last: Position? {
    rungs.last.map { world.position(of: $0.balances, measuringDistance: false) }
  }

  /// The dollars that endless loops at the ladder's share converge on; nil when the share leaves no limit.
  func limit(share: Rational) -> (multiple: Rational, exposure: Rational)? {
    guard let last, last.equity > 0, let multiple = share.geometricLimit, let exposure = try? last.equity * multiple
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
    let borrowsSeveral = Set(loan).count > 1
    let buysSeveral = Set(collateral).count > 1
    let lines = lines
    let scale = exposureScale(of: lines, share: share)
    let rows = lines.map { line -> Row in
      guard let line else { return Row(cells: [.text("…")]) }
      let position = line.position
      let cells = Cells(position, in: world, scale: scale)
      return Row(cells: [
        .text(StyledText(line.label)),
        amount(line.rung.borrowed, isMixed: borrowsSeveral),
        amount(line.rung.bought, isMixed: buysSeveral),
        cells.exposure,
        cells.exposureBar,
        .text(StyledText(position.debt.isZero ? "–" : Display.dollars(position.debt))),
        cells.leverage,
        .text(StyledText(Display.risingPercent(position.loanToValue))),
        cells.healthFactor,
        .text(StyledText(position.debt.isZero ? "–" : position.liquidation.map(LiquidationText.price) ?? "–")),
        cells.buffer,
        cells.bufferBar,
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
      let cells = Cells(line.position, in: world, scale: scale)
      return Row(cells: [
        .text(StyledText(line.label)), cells.exposure, cells.exposureBar, cells.leverage, cells.healthFactor,
        cells.buffer, cells.bufferBar,
      ])
    }
    return Report([.table(Table(columns: columns, rows: rows))])
  }

  private func footer(share: Rational?) -> [StyledText] {
    guard let share, let limit = limit(share: share), let last else { return [] }
    guard last.exposure <= limit.exposure else {
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
}
