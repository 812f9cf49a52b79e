import Lending
import Simulation

/// Borrowers beside the learner: each holds some of one asset and has a liquidation price.
///
/// They borrow from everybody and stand in no reserve of the ledger, so that rates do not move when they are liquidated;
/// what they sell comes from the desk, which stands for everybody outside.
struct Crowd: Equatable, Sendable {
  /// What all of them hold.
  let symbol: Symbol
  let queue: LiquidationQueue
  /// Who has been liquidated.
  var front = CascadeFront()
  /// Where they come from, such as `1,000 like \`calm\`, seed 1`.
  let sources: [String]

  init(symbol: Symbol, prices: [Double], amounts: [Double], sources: [String]) {
    self.symbol = symbol
    queue = LiquidationQueue(prices: prices, amounts: amounts)
    self.sources = sources
  }

  /// How many are still there.
  var count: Int { front.count(of: queue) }

  /// The liquidation prices and holdings of those who are still there, the highest price first.
  var remaining: (prices: [Double], amounts: [Double]) {
    let places = front.places(of: queue)
    return (places.map { queue.prices[$0] }, places.map { queue.amounts[$0] })
  }

  /// Tokens that those who are still there hold.
  var holdings: Double {
    front.waiting.reduce(queue.amount(of: front.next..<queue.count)) { $0 + queue.amounts[$1] }
  }

  /// How many of those who are still there have a liquidation price in a range, and the tokens that they hold.
  func share(pricedIn range: Range<Double>) -> (count: Int, amount: Double) {
    let first = max(front.next, queue.count(atOrAbove: range.upperBound))
    let last = max(first, queue.count(atOrAbove: range.lowerBound))
    var found = (count: last - first, amount: queue.amount(of: first..<last))
    for place in front.waiting where range.contains(queue.prices[place]) {
      found = (found.count + 1, found.amount + queue.amounts[place])
    }
    return found
  }

  /// The highest liquidation price of those whom no price has reached yet; nil when there are none.
  var nextPrice: Double? { front.next < queue.count ? queue.prices[front.next] : nil }

  /// This crowd with more borrowers.
  func adding(prices: [Double], amounts: [Double], source: String) -> Crowd {
    let (oldPrices, oldAmounts) = remaining
    return Crowd(
      symbol: symbol, prices: oldPrices + prices, amounts: oldAmounts + amounts, sources: sources + [source])
  }
}
