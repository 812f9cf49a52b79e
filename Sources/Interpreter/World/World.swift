public import FixedPoint
import Lending
public import Markets

/// Everything that a command can change: a market and what the learner has in it.
///
/// A world is a value. A command makes a new one, and the old one stays what it was, which is all that undo, branches
/// and `what if` need.
public struct World: Equatable, Sendable {
  /// The account of the person at the prompt.
  static let learner: AccountID = "you"
  /// The account of those who liquidate.
  static let keepers: AccountID = "keepers"
  /// Everybody else who supplies and borrows.
  static let others: AccountID = "others"

  /// The ledger's units of value in a dollar.
  static let unitsPerDollar: UInt256 = 100_000_000

  /// The market as it was loaded.
  public let market: Market
  var pool: LendingPool
  var exchange: Exchange
  var feeds: PriceFeeds
  var wallets: Wallets
  /// Whether a position below health factor 1 is liquidated at once, as contracts do.
  var keepersAreOn = true
  /// What the learner borrowed and has not used yet, in token units: what `reinvest` spends.
  var unspentLoans: [Symbol: UInt256] = [:]
  /// The deposits and loops that led to the position.
  var ladder = Ladder()
  /// The share per loop that was borrowed last; nil before the first percentage.
  var borrowedShare: Rational?
  /// The most that a trade may lose against the price just before it, as a fraction; nil for no limit.
  var slippageLimit: Rational?
  /// The price of a flash loan, as a share of the amount.
  var flashLoanFee: BasisPoints
  /// What a transaction of the learner costs, in dollars.
  var gasPrice: Rational
  /// What the learner's actions have cost.
  var costs = Costs()
  /// The sale that waits for a price.
  var stop: StopOrder?
  /// The borrowers beside the learner; nil without any.
  var crowd: Crowd?
  /// The last sale by `shock`.
  var lastShock: Shock?
  /// The names given with `let`.
  var names: [String: Value] = [:]
  /// The history of prices that the learner goes through.
  var riding = Riding.none
  /// The experiment in which the learner measures himself; nil before one was begun.
  var experiment: Experiment?
  /// The seed of the experiment that was given up last; nil before one was.
  var seedGivenUp: UInt64?
  /// The coin on which the learner bets; nil before one was begun.
  var coin: CoinGame?

  /// The market's own starting state. Throws when its numbers do not fit the ledger.
  public init(market: Market) throws(CommandError) {
    self.market = market
    do {
      let listings = market.assets.map { Reserve.Listing(asset: $0.asset, configuration: $0.configuration) }
      pool = try LendingPool(reserves: listings, efficiencyModes: market.efficiencyModes, time: 0)
      for asset in market.assets {
        try pool.open(
          supplied: asset.suppliedByOthers, borrowed: asset.borrowedByOthers, of: asset.asset.symbol, by: Self.others)
      }
      exchange = try Exchange(market: market)
    } catch {
      throw CommandError(.limit, "the market \(market.name) cannot be set up: its numbers do not fit (\(error))")
    }
    feeds = PriceFeeds(market: market)
    flashLoanFee = market.flashLoanFee
    gasPrice = (try? Rational(market.gas, over: Self.unitsPerDollar)) ?? 0
    wallets = Wallets()
    for holding in market.wallet { wallets[Self.learner, holding.symbol] = holding.amount }
    for asset in market.assets {
      // What others have borrowed is somewhere, and they repay from it.
      wallets[Self.others, asset.asset.symbol] = asset.borrowedByOthers
      wallets[Self.keepers, asset.asset.symbol] = (try? asset.asset.unit * 1_000_000_000) ?? .zero
    }
    if let mode = market.startingEfficiencyMode {
      try ledger { (world) throws(LendingError) in
        try world.pool.setEfficiencyMode(mode, of: Self.learner, prices: world.feeds.oracle)
      }
    }
  }

  /// Days since the market was opened, as a fraction.
  public var day: Rational { (try? Rational(UInt256(pool.time), over: 86_400)) ?? 0 }
}

// MARK: - Assets and prices

extension World {
  /// The listed asset; every symbol in a world is listed in its market.
  func asset(_ symbol: Symbol) -> Asset {
    market.assets[market.place(of: symbol) ?? 0].asset
  }

  func isStable(_ symbol: Symbol) -> Bool {
    market.place(of: symbol).map { market.assets[$0].kind } == .stable
  }

  /// Dollars for a whole token, as the protocol sees it.
  func price(of symbol: Symbol) -> Rational {
    (try? Rational(feeds.oracle[symbol] ?? .zero, over: Self.unitsPerDollar)) ?? 0
  }

  /// What an amount is worth at the oracle price, in dollars.
  func value(of amount: UInt256, _ symbol: Symbol) -> Rational {
    guard let tokens = try? Rational(amount, over: asset(symbol).unit) else { return 0 }
    return (try? tokens * price(of: symbol)) ?? 0
  }

  /// `17,000.00 USDC`
  func text(_ amount: UInt256, _ symbol: Symbol) -> String {
    "\(number(amount, symbol)) \(symbol)"
  }

  /// `17,000.00`: the same amount is the same text wherever it is shown.
  func number(_ amount: UInt256, _ symbol: Symbol) -> String {
    Display.amount(amount, of: asset(symbol), isStable: isStable(symbol))
  }

  /// Two amounts beside each other: in full when they would look the same though they differ.
  func texts(_ first: UInt256, _ second: UInt256, _ symbol: Symbol) -> (String, String) {
    let shown = (text(first, symbol), text(second, symbol))
    guard shown.0 == shown.1, first != second else { return shown }
    let decimals = asset(symbol).decimals
    let inFull = { (amount: UInt256) in Display.grouped(amount.decimalText(decimals: decimals)) + " \(symbol)" }
    return (inFull(first), inFull(second))
  }

  /// An amount as it can be typed: never more than it is, without grouping.
  func typed(_ amount: UInt256, _ symbol: Symbol) -> String {
    let text = Display.amount(amount, of: asset(symbol), isStable: isStable(symbol), rounding: .down)
    var digits = text.replacing(",", with: "")
    guard digits.contains(".") else { return digits }
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return digits
  }

  /// The error about an asset that the market does not list.
  func unlisted(_ word: String, at range: Range<Int>?) -> CommandError {
    let symbols = market.assets.map(\.asset.symbol.text)
    let near = Spelling.suggestions(for: word, among: symbols)
    let list = symbols.joined(separator: ", ")
    return CommandError(
      .syntax, "the market \(market.name) lists \(list), not `\(word)`", at: range, try: near, isSpelling: true)
  }

  /// Token units of a typed number of tokens; throws when it has more decimals than the token, or is too large.
  func units(_ tokens: Rational, of symbol: Symbol, at range: Range<Int>? = nil) throws(CommandError) -> UInt256 {
    let asset = asset(symbol)
    guard let exact = try? tokens * Rational(asset.unit) else {
      throw CommandError(.refused, "the amount is larger than any token's supply", at: range)
    }
    guard exact.denominator == .one else {
      throw CommandError(
        .refused, "\(symbol) has \(asset.decimals) decimals, and \(Display.plain(tokens)) has more", at: range)
    }
    return exact.numerator
  }
}
