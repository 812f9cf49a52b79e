/// Cascades that have a closed form.
public enum CascadeForms {
  /// The end of a cascade when each sale lowers the price in proportion, and the liquidation prices lie evenly.
  ///
  /// A sale of Q lowers the price by `impact` × Q, and `density` is for sale per dollar of price below `highest`. The
  /// price at the end solves P = P₁ - impact × density × (highest - P). With impact × density at 1 or more there is no
  /// end: the price is minus infinity.
  public static func price(
    afterShockTo price: Double, impact: Double, density: Double, highest: Double
  ) -> Double {
    guard price < highest else { return price }
    let passedOn = impact * density
    guard passedOn < 1 else { return -.infinity }
    return (price - passedOn * highest) / (1 - passedOn)
  }

  /// How many times the first fall the whole fall is: 1 / (1 - impact × density), the sum of a sale, what it causes, what
  /// that causes, and so on. Infinite from 1 on, where each sale causes as large a one or a larger.
  public static func amplification(impact: Double, density: Double) -> Double {
    let passedOn = impact * density
    return passedOn < 1 ? 1 / (1 - passedOn) : .infinity
  }

  /// The end of a cascade in a constant-product pool whose borrowers are spread as the pool is: a price that the pool
  /// reaches when it holds u has share × (u - x₀) for sale above it, with x₀ the reserve before the shock.
  ///
  /// `pool` is the pool before the shock, `shock` the share by which it lowers the price, `share` below 1. The reserve at
  /// the end is (u₁ - share × x₀) / (1 - share), with u₁ that after the shock.
  public static func cascade(
    in pool: ConstantProduct, afterShock shock: Double, matchedShare share: Double
  ) -> (price: Double, sold: Double) {
    let added = pool.amount(loweringPriceBy: shock)
    // u - x₀ = (u₁ - x₀) / (1 - share): the sums are taken where nothing cancels.
    let whole = added / (1 - share)
    let reserve = pool.base + whole
    return (pool.product / (reserve * reserve), share * whole)
  }

  /// The end of a cascade in a constant-product pool when `density` is for sale per dollar of price below `highest`.
  ///
  /// `pool` is the pool after the shock. The price P is the largest root of P (A - density P)² = k up to the pool's price,
  /// with A = x + density × highest and k the product. With s = √P it is density s³ - A s + √k = 0, whose smaller positive
  /// root Newton's method reaches from below without passing it.
  public static func cascade(
    in pool: ConstantProduct, density: Double, highest: Double
  ) -> (price: Double, sold: Double) {
    let price = pool.spotPrice
    guard price < highest, density > 0 else { return (price, 0) }
    let root = pool.product.squareRoot()
    let whole = pool.base + density * highest
    var s = root / whole
    for _ in 0..<200 {
      let value = (density * s * s - whole) * s + root
      let next = s + value / (whole - 3 * density * s * s)
      guard next > s else { break }
      s = next
    }
    return (s * s, density * (highest - s * s))
  }
}
