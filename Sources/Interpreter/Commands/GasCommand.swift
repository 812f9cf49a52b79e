import FixedPoint
import Reports

/// Shows or sets what a transaction costs.
struct GasCommand: WorldCommand {
  static let manual = Manual(
    "gas", group: .world, synopsis: ["gas", "gas DOLLARS", "gas off"], summary: "what transactions cost",
    details: [
      "Every call of a contract is a transaction and costs gas, however small its amount: a deposit, a loan, a repayment, a "
        + "withdrawal and a swap one each, a loop three, a step of `unwind` three, `flash` and a `stop` one in all.",
      "Gas is paid from outside and takes nothing from the wallet or the position; `history` adds it up. In the classroom it is "
        + "free until you say otherwise; a market file says it with `gas: $5`.",
    ],
    examples: [
      Manual.Example("gas $5; deposit 10 ETH; loop 3 at 70%", shows: "ten transactions"),
      Manual.Example("gas $5; deposit 10 ETH; flash to 2.5x", shows: "the same way in two"),
    ])

  enum Action: Equatable {
    case show
    case price(Rational)
  }

  /// The most that a transaction may cost, in dollars.
  static let highest = Rational(1_000_000)

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> GasCommand {
    if arguments.isAtEnd { return GasCommand(action: .show) }
    if arguments.keyword("off") { return GasCommand(action: .price(0)) }
    if arguments.sign() != nil { throw arguments.errorHere("gas costs $0.00 or more") }
    guard let literal = try arguments.number() else {
      throw arguments.errorHere("gas is dollars for a transaction", try: ["gas $5", "gas off"])
    }
    guard literal.unit == .none else {
      throw arguments.error("gas is dollars for a transaction", try: ["gas $\(Display.plain(literal.value))"])
    }
    guard !literal.value.isNegative, literal.value <= highest else {
      throw arguments.error("gas is at most \(Display.dollars(highest)) for a transaction")
    }
    var ahead = arguments
    if let unit = ahead.text()?.lowercased(), unit == "gwei" {
      throw ahead.error(
        "gas is counted in dollars for a transaction here: gwei × units of gas × the price of ether ÷ 1,000,000,000",
        try: ["gas $5"])
    }
    _ = arguments.keyword("usd")
    guard let price = try? literal.value.rounded(toPlaces: 8), literal.isComputed || price == literal.value else {
      throw arguments.error("gas has at most 8 decimals")
    }
    return GasCommand(action: .price(price))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? [Candidate("$5", "for each transaction"), Candidate("off", "transactions are free")] : []
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    if case .price(let price) = action { world.gasPrice = price }
    let price: StyledText =
      world.gasPrice.isZero
      ? "A transaction costs nothing." : "A transaction costs \(Display.price(world.gasPrice), .strong) of gas."
    let sent = world.costs.transactions
    guard action == .show, sent > 0 else { return Report([.paragraph(price)]) }
    let count = sent == 1 ? "1 transaction" : "\(Display.grouped(String(sent))) transactions"
    let spent = Display.dollars(world.costs[.gas], rounding: .up)
    return Report([.paragraph("\(price) So far \(count) cost \(spent).")])
  }
}
