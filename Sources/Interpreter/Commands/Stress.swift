import FixedPoint
import Lending
public import Reports

/// Shows what price moves would do to the position, before any liquidation.
public struct Stress: Inquiry {
  public static let manual = Manual(
    "stress", group: .seeing, synopsis: ["stress", "stress PERCENT [PERCENT ...]"],
    summary: "what price moves would do",
    details: [
      "Moves the price that decides about liquidation against you, and shows what would be left before anyone liquidates. "
        + "For a short the price rises. Nothing is changed."
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop 5 at 70%; stress", shows: "falls from 5% to 50%"),
      Manual.Example("deposit 10 ETH; borrow 13200 USDC; stress 10% 20% 30%", shows: "the falls you name"),
    ])

  /// The most moves in one table.
  static let mostMoves = 50

  let moves: [Rational]

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Stress {
    var moves: [Rational] = []
    while !arguments.isAtEnd {
      _ = arguments.sign()
      let move = try arguments.share("the move")
      guard move < 1 else { throw arguments.error("a price falls by less than 100%") }
      moves.append(move)
      guard moves.count <= mostMoves else { throw arguments.error("at most \(mostMoves) moves fit in one table") }
    }
    return Stress(moves: moves.isEmpty ? standardMoves : moves)
  }

  private static let standardMoves = [5, 10, 15, 20, 25, 30, 40, 50].map { (try? Rational($0, over: 100)) ?? 0 }

  public static func candidates(after words: [String], in session: Session) -> [Candidate] {
    [Candidate("10%", "a move against you")]
  }

  public func report(on world: World, in session: Session) throws(CommandError) -> Report {
    let position = world.position
    guard !position.collaterals.isEmpty else {
      throw CommandError(.refused, "there is no position to stress", try: world.depositSuggestion)
    }
    let watched = position.liquidation
    let symbol = watched?.against == nil ? world.pricedDefault : watched?.symbol ?? world.pricedDefault
    let isRise = watched?.isRise ?? false
    let columns = [
      Column(title: "\(symbol)"), Column(title: "price"), Column(title: "equity"),
      Column(title: "change of equity"), Column(title: "leverage"), Column(title: "health factor"),
      Column(title: "", alignment: .leading),
    ]
    var rows = [row("now", world, from: position, of: symbol)]
    for move in moves {
      var moved = world
      let factor = isRise ? try? 1 + move : try? 1 - move
      guard let factor, let price = try? (world.price(of: symbol) * factor).rounded(toPlaces: 8) else { continue }
      try moved.setPrice(of: symbol, to: price)
      rows.append(row((isRise ? "+" : "-") + Display.percent(move), moved, from: position, of: symbol))
    }
    var report = Report([.table(Table(columns: columns, rows: rows))])
    if !position.debt.isZero, watched?.price.isZero ?? true, let remark = LiquidationText.remark(position) {
      report.append(.paragraph(remark))
    }
    return report
  }

  private func row(_ label: String, _ world: World, from before: Position, of symbol: Symbol) -> Row {
    let position = world.position
    let level = DangerLevel(of: position).style
    let change = before.equity > 0 ? try? (position.equity - before.equity) / before.equity : nil
    let verdict = StyledText(Self.verdict(world), .danger)
    return Row(cells: [
      .text(StyledText(label)),
      .text(StyledText(Display.price(world.price(of: symbol)))),
      .text(StyledText(Display.dollars(position.equity), .strong)),
      .text(StyledText(change.map { Self.signed($0) } ?? "–")),
      .text(StyledText(Display.multiple(position.leverage))),
      .text(StyledText(Display.healthFactor(position.healthFactor), level)),
      .text(verdict),
    ])
  }

  /// What keepers would do there: nothing, liquidate, or liquidate and leave debt that no collateral covers.
  private static func verdict(_ world: World) -> String {
    guard world.position.isLiquidatable else { return "" }
    var trial = world
    trial.keepersAreOn = true
    let events = (try? trial.settleKeepers()) ?? []
    return events.contains { !$0.deficits.isEmpty } ? "bad debt" : "liquidation"
  }

  /// A change of equity: a loss is rounded up, a gain down.
  private static func signed(_ share: Rational) -> String {
    share.isZero
      ? "0.0%" : (share.isNegative ? "" : "+") + Display.percent(share, rounding: share.isNegative ? .up : .down)
  }
}
