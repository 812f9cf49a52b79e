/// A constant-product pool in real numbers: what a sale of its base asset gets, and what it does to the price.
///
/// The exact pool of whole token units is `ConstantProductPool` in `Markets`; this one is for models of many sales, where
/// a rounded unit does not matter. With reserves x and y, fee f and a sale of a, with k = a (1 - f): y k ÷ (x + k) comes
/// out, and the fee stays in the pool. Every figure is written so that nothing cancels for sales that are small beside
/// the pool.
public struct ConstantProduct: Hashable, Sendable {
  /// Whole tokens of the asset that is sold; above 0.
  public internal(set) var base: Double
  /// Whole tokens of the asset that is received; above 0.
  public internal(set) var quote: Double
  /// The share of what is sold that the pool keeps; below 1.
  public let fee: Double

  public init(base: Double, quote: Double, fee: Double = 0) {
    self.base = base
    self.quote = quote
    self.fee = fee
  }

  /// The price of a vanishingly small sale before fee, in quote tokens.
  public var spotPrice: Double { quote / base }

  /// The quote tokens that a sale of so many base tokens gets.
  public func proceeds(of amount: Double) -> Double {
    let kept = amount * (1 - fee)
    return quote * kept / (base + kept)
  }

  /// What a sale gets for each token, fee included; the spot price less the fee for a vanishingly small one.
  public func averagePrice(selling amount: Double) -> Double {
    quote * (1 - fee) / (base + amount * (1 - fee))
  }

  /// How far the average price of a sale is below the spot price before it, fee included, as a fraction.
  public func slippage(selling amount: Double) -> Double {
    let kept = amount * (1 - fee)
    return (fee * base + kept) / (base + kept)
  }

  /// The spot price after a sale.
  public func spotPrice(afterSelling amount: Double) -> Double {
    quote * base / ((base + amount * (1 - fee)) * (base + amount))
  }

  /// How far a sale lowers the spot price, as a fraction.
  public func priceImpact(selling amount: Double) -> Double {
    let kept = amount * (1 - fee)
    return (base * (amount + kept) + amount * kept) / ((base + kept) * (base + amount))
  }
}

extension ConstantProduct {
  /// The base tokens whose sale lowers the spot price by a fraction below 1, and what they get, in a pool without a fee:
  /// x (1 ÷ √(1 - s) - 1) and y (1 - √(1 - s)). The fee of this pool is left out.
  public func sale(loweringPriceBy fraction: Double) -> (amount: Double, proceeds: Double) {
    let root = (1 - fraction).squareRoot()
    // 1 - root without the loss of digits for a small fall.
    let missing = fraction / (1 + root)
    return (base * missing / root, quote * missing)
  }
}
