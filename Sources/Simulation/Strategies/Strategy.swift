/// What is done with a position along a path, by rules that were written before; nothing at all is to hold it.
public struct Strategy: Hashable, Sendable {
  /// Restoring a leverage by trades.
  public struct Rebalancing: Hashable, Sendable {
    /// Collateral ÷ equity; at least 1.
    public let leverage: Double
    /// How far the leverage may be off before something is done, as a share of it; 0 to trade in every step.
    public let band: Double

    public init(leverage: Double, band: Double) {
      self.leverage = leverage
      self.band = band
    }
  }

  /// When everything is closed.
  public enum Stop: Hashable, Sendable {
    /// As soon as a step's price is at or beyond a level: price ÷ today's, below 1 for a fall and above it for a rise.
    case price(ratio: Double)
    /// As soon as a step's health factor is below this.
    case healthFactor(Double)
  }

  public let rebalancing: Rebalancing?
  public let stop: Stop?
  /// What a trade loses, as a share of the value that is traded: fee and slippage together.
  public let tradeCost: Double

  public init(rebalancing: Rebalancing? = nil, stop: Stop? = nil, tradeCost: Double = 0) {
    self.rebalancing = rebalancing
    self.stop = stop
    self.tradeCost = tradeCost
  }

  public static let hold = Strategy()
}
