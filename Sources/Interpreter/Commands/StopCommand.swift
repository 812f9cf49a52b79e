import FixedPoint
import Lending
import Markets
import Reports

/// Gives an order that closes the position when a price is reached.
struct StopCommand: WorldCommand {
  static let manual = Manual(
    "stop", group: .loop,
    synopsis: [
      "stop", "stop DOLLARS [slippage PERCENT]", "stop -PERCENT [slippage PERCENT]", "stop +PERCENT [slippage PERCENT]",
      "stop off",
    ],
    summary: "a stop-loss order",
    details: [
      "When the market price has fallen to the level (for a short: risen), a sale is sent: the position is closed in one "
        + "transaction at the next price, and what is left goes into the wallet. A long sells all of its collateral, a short as "
        + "much as buys its debt back; the pool advances the proceeds for the length of the transaction, so no loan is needed.",
      "The level is a trigger and no promise: the next trade may be far beyond it, the sale itself moves the price, keepers "
        + "act before it where the health factor is below 1, and with a slippage limit the sale may be reverted. Then the order "
        + "stays and is sent again when the price, the pools or time have moved.",
    ],
    examples: [
      Manual.Example("deposit 5 ETH; loop to 3x; stop 1700; price 1690", shows: "an order that is carried out"),
      Manual.Example("deposit 5 ETH; loop to 3x; stop -15%; position", shows: "an order that waits"),
      Manual.Example("stop 1700", shows: "there is nothing to close"),
    ])

  enum Action: Equatable {
    case show
    case off
    case price(Rational)
    /// The level as a share of the price now.
    case factor(Rational)
  }

  let action: Action
  var limit: Rational?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> StopCommand {
    if arguments.isAtEnd { return StopCommand(action: .show) }
    if arguments.keyword("off") { return StopCommand(action: .off) }
    let sign = arguments.sign()
    guard let literal = try arguments.number() else {
      throw arguments.errorHere(
        "a stop is at a price in dollars or a signed percentage", try: ["stop 1700", "stop -15%"])
    }
    let action: Action
    switch (literal.unit, sign) {
    case (.percent, .some(let sign)):
      guard let share = try? literal.fraction, let factor = sign == "-" ? try? 1 - share : try? 1 + share, factor > 0
      else { throw arguments.error("a price falls by less than 100%") }
      action = .factor(factor)
    case (.none, .none):
      guard literal.value > 0, literal.value <= PriceCommand.highest,
        let price = try? literal.value.rounded(toPlaces: 8), literal.isComputed || price == literal.value
      else { throw arguments.error("a price is above zero, at most a trillion dollars, and has at most 8 decimals") }
      action = .price(price)
    default:
      throw arguments.error("a stop is at a price in dollars or a signed percentage", try: ["stop 1700", "stop -15%"])
    }
    return StopCommand(action: action, limit: try arguments.slippage())
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.count {
    case 0: [Candidate("-15%", "below the price"), Candidate("off", "take the order back")]
    case 1 where words[0].lowercased() != "off": [.slippage]
    case 2: [.slippageLimit]
    default: []
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    switch action {
    case .show:
      guard let order = world.stop else { return Report([.paragraph("There is no stop order.")]) }
      return Report([.values([order.line])])
    case .off:
      guard let order = world.stop else { throw CommandError(.refused, "there is no stop order to take back") }
      world.stop = nil
      return Report([.paragraph("The stop at \(Display.price(order.price)) is taken back.")])
    case .price(let price):
      return try give(at: price, in: &world)
    case .factor(let factor):
      let now = world.marketPrice(of: try world.stopWatch().symbol)
      guard let price = try? (now * factor).rounded(toPlaces: 8), price > 0, price <= PriceCommand.highest else {
        throw CommandError(.refused, "a stop is above zero and at most \(Display.dollars(PriceCommand.highest))")
      }
      return try give(at: price, in: &world)
    }
  }

  private func give(at price: Rational, in world: inout World) throws(CommandError) -> Report {
    let (symbol, isRise) = try world.stopWatch()
    let now = world.marketPrice(of: symbol)
    guard isRise ? price > now : price < now else {
      let (side, example) = isRise ? ("above", "stop +15%") : ("below", "stop -15%")
      throw CommandError(
        .refused, "\(symbol) trades at \(Display.price(now)), and the stop of this position has to lie \(side) that",
        try: [example])
    }
    let equity = world.marketEquity(at: now, of: symbol)
    world.stop = StopOrder(symbol: symbol, price: price, isRise: isRise, limit: limit, equity: equity)
    let verb = isRise ? "rises" : "falls"
    let left = leftAtTrigger(world.marketEquity(at: price, of: symbol), of: equity)
    var report = Report([
      .paragraph(
        "When \(symbol) \(verb) to \(Display.price(price), .strong), the position is closed at the next price. At the trigger itself \(left)."
      )
    ])
    if let liquidation = world.position.liquidation, !liquidation.price.isZero,
      isRise ? liquidation.price <= price : liquidation.price >= price
    {
      report.append(.note("Liquidation comes first: at \(LiquidationText.price(liquidation))."))
    }
    return report
  }

  private func leftAtTrigger(_ left: Rational, of equity: Rational) -> String {
    guard left > 0 else { return "nothing would be left" }
    let change = equity > 0 ? (try? left / equity - 1).map { " (\(Display.percent($0)))" } ?? "" : ""
    return "\(Display.dollars(left)) of \(Display.dollars(equity)) would be left\(change)"
  }
}
