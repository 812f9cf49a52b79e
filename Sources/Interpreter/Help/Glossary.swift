import Reports

/// The words of the field, each in a sentence that names what it is not.
enum Glossary {
  struct Entry: Equatable, Sendable {
    var term: String
    var synonyms: [String]
    var meaning: String
    /// The topic of `explain` with this position's numbers; nil when there is none.
    var topic: String?

    init(_ term: String, _ synonyms: [String] = [], _ meaning: String, explain topic: String? = nil) {
      self.term = term
      self.synonyms = synonyms
      self.meaning = meaning
      self.topic = topic
    }

    var report: Report {
      var report = Report([.paragraph("\(term, .strong): \(meaning).")])
      if let topic { report.append(.note("`explain \(topic)` shows it with this position's numbers.")) }
      return report
    }
  }

  /// In alphabetical order.
  static let entries: [Entry] = [
    Entry(
      "amplification", [], "how many times the fall by the first sale the whole fall is, once liquidations have run"),
    Entry(
      "auto-deleveraging", ["adl"],
      "closing a position against those on the other side, here the lenders, when no liquidator takes it"),
    Entry(
      "bad debt", ["deficit"], "what is still owed when no collateral is left; the lenders' loss",
      explain: "liquidation"),
    Entry(
      "bar", ["candle"], "the prices of an hour or a day in one row: the first, the highest, the lowest and the last"),
    Entry(
      "block bootstrap", ["bootstrap"],
      "random paths made of blocks of a price's own past returns; what never happened cannot happen in them"),
    Entry("borrow limit", [], "the most that may be owed: collateral × max LTV", explain: "borrow limit"),
    Entry("borrow rate", [], "what borrowers of an asset pay in a year; utilization sets it"),
    Entry("break-even", [], "the price, or the move of a price, at which gains make up for costs"),
    Entry(
      "buffer", ["liquidation buffer"], "how far the price may move until the health factor is 1", explain: "buffer"),
    Entry(
      "calibration", [],
      "how well stated chances fit what happens; of intervals that are 90% sure nine in ten should hold the result"),
    Entry("carry", [], "what holding a position earns less what its debt costs"),
    Entry(
      "cascade", ["liquidation cascade"],
      "liquidations that sell, and by that lower the price to where the next ones begin"),
    Entry(
      "chasing losses", ["loss chasing", "loss-chasing"],
      "adding risk after losses to get even; a leverage that rises by itself when the price falls is not meant"),
    Entry("circuit breaker", ["breaker"], "a rule that halts liquidations or trade after a large fall"),
    Entry("close factor", [], "the share of the debt that one liquidation may repay", explain: "close factor"),
    Entry("collateral", [], "what is supplied and secures the debt; it stays yours unless it is liquidated"),
    Entry("collateral ratio", [], "collateral ÷ debt: the loan-to-value turned over"),
    Entry("crowd", [], "the borrowers beside you, each with a liquidation price and something that is sold there"),
    Entry("debt", [], "what was borrowed and is owed, with interest"),
    Entry("depth", ["liquidity"], "how much a pool holds: the more, the less a sale moves its price"),
    Entry(
      "drawdown", ["largest fall"], "how far the equity has fallen from its highest point so far, as a share of that"),
    Entry(
      "drift", [], "the trend of a price in a year: of its median or, higher by half the variance, of its mean",
      explain: "odds"),
    Entry("efficiency mode", ["emode"], "looser limits for assets whose prices move together"),
    Entry(
      "equity", [], "collateral − debt: what would be left if all were sold at the oracle price", explain: "equity"),
    Entry(
      "execution price", ["fill"],
      "what a trade gets on average; not the price that triggered it, and not the price before it"),
    Entry("exposure", [], "the value of the whole collateral: what a price move acts on", explain: "exposure"),
    Entry("fan chart", ["fan"], "how widely many paths spread with time, drawn as bands between quantiles"),
    Entry(
      "fat tails", ["kurtosis"],
      "large moves that come more often than normal ones at the same volatility; kurtosis, 3 if normal, measures them"),
    Entry("flash loan", [], "a loan that is paid back within the transaction that takes it, for a fee"),
    Entry(
      "GARCH", [], "a model of a volatility that remembers: large moves follow large ones, and quiet follows quiet"),
    Entry("gas", ["transaction fee"], "what every transaction costs its sender, however small its amount"),
    Entry("geometric limit", ["limit"], "what endless loops converge on: 1 ÷ (1 − LTV)", explain: "geometric limit"),
    Entry(
      "growth", ["log growth"],
      "the rate at which the typical result grows, the mean of the logarithm; not the mean of the results, which a few lucky ones lift"
    ),
    Entry(
      "health factor", ["hf"], "collateral × liquidation threshold ÷ debt; below 1 anyone may liquidate",
      explain: "health factor"),
    Entry(
      "house-money effect", ["house money"],
      "taking more risk after gains, as if what was won were worth less than the rest"),
    Entry(
      "jump", ["jump diffusion"],
      "a move of the price at once, past every level between; stops and liquidations get the price behind it"),
    Entry("keeper", ["liquidator"], "whoever repays another's debt for collateral plus the bonus; usually a program"),
    Entry(
      "Kelly leverage", ["Kelly", "growth-optimal leverage"],
      "the leverage with the highest growth for the typical player, drift ÷ volatility²; more of it has a better average and less growth"
    ),
    Entry("kink", [], "the utilization above which rates rise steeply"),
    Entry(
      "leverage", ["multiple"], "collateral ÷ equity: how many dollars move for each of one's own", explain: "leverage"),
    Entry("liquidation", [], "the forced sale of collateral once the health factor is below 1", explain: "liquidation"),
    Entry(
      "liquidation bonus", ["liquidation penalty", "bonus"],
      "what a keeper gets on top of the debt repaid, from the collateral", explain: "liquidation"),
    Entry("liquidation price", [], "the price at which the health factor is 1", explain: "liquidation price"),
    Entry(
      "liquidation threshold", ["threshold"],
      "the share of the collateral at which liquidation starts; not the max LTV", explain: "liquidation threshold"),
    Entry("long", [], "a position that gains when the price of its collateral rises"),
    Entry("loop", [], "borrow, swap the loan for collateral, deposit it; again and again"),
    Entry(
      "LTV", ["loan-to-value", "loan to value"], "debt ÷ collateral now; the max LTV is its limit when borrowing",
      explain: "LTV"),
    Entry("market price", [], "what a sale gets; the protocol sees the oracle price instead"),
    Entry(
      "max LTV", ["maximum LTV"], "the loan-to-value up to which more may be borrowed; not the liquidation threshold",
      explain: "borrow limit"),
    Entry(
      "median", [], "what half of all paths stay below; a few large gains lift the mean above it, not the median"),
    Entry("oracle price", ["oracle"], "the price that the protocol sees; a sale gets the market price instead"),
    Entry(
      "pool", ["constant-product pool"],
      "two assets that trade against each other; the larger the trade, the worse its price"),
    Entry("price impact", ["slippage"], "how much worse than the price before it a trade is, because of its own size"),
    Entry("quantile", [], "the number that a stated share of the paths stay below"),
    Entry(
      "rebalancing", ["rebalance"],
      "restoring a leverage by trades: collateral is sold after a fall and bought after a rise"),
    Entry("shock", [], "a sale from outside that moves the price at once, before anybody reacts"),
    Entry("short", [], "a position that gains when the price of its debt falls"),
    Entry(
      "sigma", ["standard deviation"], "the usual size of a random move; it grows with the square root of time",
      explain: "odds"),
    Entry(
      "slippage limit", ["slippage tolerance"],
      "how much less than at the price before it a trade may bring; beyond it the trade is reverted"),
    Entry(
      "stop order", ["stop-loss", "stop loss"],
      "a sale that is sent when a price is reached; it promises neither that price nor a sale"),
    Entry(
      "Student-t", ["degrees of freedom"],
      "a distribution of moves with fat tails: the fewer degrees of freedom, the fatter; with many it is the normal one"
    ),
    Entry("supply rate", [], "what suppliers of an asset earn in a year: the borrowers' interest, shared"),
    Entry("trigger price", ["trigger"], "the price that sets an order off; the sale comes after it, at another price"),
    Entry("utilization", [], "the share of a pool's supply that is lent out; it sets the rates"),
    Entry(
      "volatility", ["vol"], "one sigma of the price's moves in a year; not the size of a fall that can happen",
      explain: "odds"),
    Entry(
      "volatility drag", ["drag"],
      "what constant leverage loses where a price goes up and down: it grows with the square of the leverage"),
  ]

  /// The entry of a term or synonym in any case.
  static func entry(named term: String) -> Entry? {
    let wanted = term.lowercased().replacing("-", with: " ")
    return entries.first { entry in
      ([entry.term] + entry.synonyms).contains { $0.lowercased().replacing("-", with: " ") == wanted }
    }
  }
}
