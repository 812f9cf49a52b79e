/// Sales one after the other, and how large they may be.
extension ConstantProduct {
  /// The pool of a reserve at a price: both sides are worth the same.
  public init(base: Double, price: Double, fee: Double = 0) {
    self.init(base: base, quote: base * price, fee: fee)
  }

  /// The product of the two sides, which a sale without fee leaves as it is.
  public var product: Double { base * quote }

  /// Sells base tokens and gives what they got.
  @discardableResult
  public mutating func sell(_ amount: Double) -> Double {
    let received = proceeds(of: amount)
    quote -= received
    base += amount
    return received
  }

  /// The base tokens whose sale, fee included, lowers the spot price by a fraction below 1.
  ///
  /// The sale a makes reserves of (x + a) and xy ÷ (x + ga) with g = 1 - fee, so that a solves
  /// g a² + (1 + g) x a + x² (1 - 1 ÷ (1 - fraction)) = 0.
  public func amount(loweringPriceBy fraction: Double) -> Double {
    let kept = 1 - fee
    let missing = fraction / (1 - fraction)
    let half = (1 + kept) / 2
    // The positive root, in the form that does not subtract numbers of the same size.
    return base * missing / (half + (half * half + kept * missing).squareRoot())
  }

  /// The largest sale whose average price is at least 1 ÷ (1 + bonus) of the price before it: what a liquidator can sell
  /// before slippage has eaten the bonus. Without fee it is the bonus times the reserve; 0 where the fee eats it alone.
  public func largestSale(within bonus: Double) -> Double {
    let kept = 1 - fee
    return max(0, base * (kept * (1 + bonus) - 1) / kept)
  }

  /// A pool so many times as deep, at the same price.
  public func deeper(_ factor: Double) -> ConstantProduct {
    ConstantProduct(base: base * factor, quote: quote * factor, fee: fee)
  }
}
