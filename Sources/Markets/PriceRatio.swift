public import FixedPoint

/// An exact price as a fraction of token units, in lowest terms: `quoteUnits` of one asset for `baseUnits` of another.
public struct PriceRatio: Equatable, Sendable {
  public let quoteUnits: UInt256
  public let baseUnits: UInt256

  /// Reduces to lowest terms; throws `divideByZero` when `baseUnits` is 0.
  public init(quoteUnits: UInt256, baseUnits: UInt256) throws(ArithmeticError) {
    guard !baseUnits.isZero else { throw .divideByZero }
    var divisor = quoteUnits
    var rest = baseUnits
    while !rest.isZero { (divisor, rest) = (rest, try divisor % rest) }
    self.quoteUnits = try quoteUnits / divisor
    self.baseUnits = try baseUnits / divisor
  }

  /// Whole quote tokens for one whole base token, 1e18, rounded down; the units are 10^decimals of each token.
  public func wad(baseUnit: UInt256, quoteUnit: UInt256) throws(ArithmeticError) -> UInt256 {
    try (quoteUnits * baseUnit)
      .multipliedDivided(by: wadUnit, over: baseUnits * quoteUnit, rounding: .down)
  }
}

/// One, in the scale of 18 decimals.
let wadUnit: UInt256 = 1_000_000_000_000_000_000
