import FixedPoint
import Markets

extension World {
  /// What a newcomer has and where: `You have 10 ETH worth $20,000.00 in the market classroom.`
  public var openingSentence: String {
    let holdings = market.wallet.map { text($0.amount, $0.symbol) }.joined(separator: " and ")
    let worth = market.wallet.reduce(Rational.zero) { sum, holding in
      (try? sum + value(of: holding.amount, holding.symbol)) ?? sum
    }
    guard !holdings.isEmpty else { return "Your wallet in the market \(market.name) is empty." }
    return "You have \(holdings) worth \(Display.dollars(worth)) in the market \(market.name)."
  }
}
