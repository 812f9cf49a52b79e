import FixedPoint
import Lending
import Markets
import Reports

/// Shows what price moves would do to the position, before any liquidation.
struct Stress: Inquiry {
  static let manual = Manual(
    "stress", group: .seeing, synopsis: ["stress", "stress PERCENT ...", "stress +PERCENT ..."],
    summary: "what price moves would do",
    details: [
      "Moves the price that decides about liquidation against you (up for a short), or the way a sign says, and shows what "
        + "would be left before anyone liquidates. Nothing is changed."
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop 5 at 70%; stress", shows: "falls from 5% to 50%"),
      Manual.Example("deposit 10 ETH; borrow 13200 USDC; stress 10% 20% 30%", shows: "the falls you name"),
    ])

  /// The most moves in one table.
  static let mostMoves = 50

  /// A move of the price: against the learner unless a sign says which way.
  struct Move: Equatable {
    var share: Rational
    var sign: String?
  }

  /// Empty for the usual ones.
  let moves: [Move]

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Stress {
    var moves: [Move] = []
    while !arguments.isAtEnd {
      let sign = arguments.sign()
      let share = try arguments.move()
      guard share < 1 || sign == "+" || sign == nil else { throw arguments.error("a price falls by less than 100%") }
      moves.append(Move(share: share, sign: sign))
      guard moves.count <= mostMoves else { throw arguments.error("at most \(mostMoves) moves fit in one table") }
    }
    return Stress(moves: moves)
  }

  /// The moves of a table for which none are named; a stablecoin's are smaller.
  private static func usualMoves(isStable: Bool) -> [Move] {
    let percents: [UInt256] = isStable ? [1, 2, 3, 5, 10, 15, 20, 30] : [5, 10, 15, 20, 25, 30, 40, 50]
    return percents.compactMap { percent in (try? Rational(percent, over: 100)).map { Move(share: $0, sign: nil) } }
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    [Candidate("10%", "a move against you")]
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    let position = world.position
    guard !position.collaterals.isEmpty else {
      throw CommandError(.refused, "there is no position to stress", try: world.depositSuggestion)
    }
    let watched = position.liquidation
    let symbol = world.decidingAsset(of: position)
    let isRise = watched?.isRise ?? false
    let columns = [
      Column(title: "\(symbol)"), Column(title: "price"), Column(title: "equity"),
      Column(title: "change of equity"), Column(title: "leverage"), Column(title: "health factor"),
      Column(title: "", alignment: .leading),
    ]
    var rows = [row("now", world, from: position, of: symbol)]
    for move in moves.isEmpty ? Self.usualMoves(isStable: world.isStable(symbol)) : moves {
      let sign = move.sign ?? (isRise ? "+" : "-")
      guard sign == "+" || move.share < 1 else {
        throw CommandError(
          .refused, "a price falls by less than 100%; a rise has a sign",
          try: ["stress +\(Display.typedPercent(move.share))"])
      }
      let factor = sign == "+" ? try? 1 + move.share : try? 1 - move.share
      guard let factor, let price = try? (world.price(of: symbol) * factor).rounded(toPlaces: 8) else { continue }
      let moved = try world.at(price, of: symbol)
      rows.append(row(sign + Display.percent(move.share), moved, from: position, of: symbol))
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
    let verdict = StyledText(Self.verdict(position, in: world), .danger)
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
  private static func verdict(_ position: Position, in world: World) -> String {
    guard position.isLiquidatable else { return "" }
    var trial = world
    trial.keepersAreOn = true
    return trial.settleKeepers().events.contains { !$0.deficits.isEmpty } ? "bad debt" : "liquidation"
  }

  /// A change of equity: a loss is rounded up, a gain down.
  private static func signed(_ share: Rational) -> String {
    share.isZero
      ? "0.0%" : (share.isNegative ? "" : "+") + Display.percent(share, rounding: share.isNegative ? .up : .down)
  }
}

extension ArgumentReader {
  /// The size of a price move: a percentage above zero and at most 100,000%.
  fileprivate mutating func move() throws(CommandError) -> Rational {
    guard let literal = try number() else { throw errorHere("a percentage is missing", try: ["stress 10%"]) }
    guard literal.unit == .percent else {
      throw error("a move is a percentage", try: ["stress \(Display.plain(literal.value))%"])
    }
    guard literal.value > 0, literal.value <= 100_000, let share = try? literal.fraction else {
      throw error("a move is above 0% and at most 100,000%")
    }
    return share
  }
}
