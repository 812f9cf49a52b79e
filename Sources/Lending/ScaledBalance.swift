public import FixedPoint

/// Why a scaled balance cannot be changed, in the order in which it is checked.
public enum ScaledBalanceError: Error, Equatable, Sendable {
  case arithmetic(ArithmeticError)
  /// The amount is worth less than one scaled unit.
  case invalidAmount
  /// More scaled units would leave than there are.
  case insufficientBalance
}

/// A balance divided by the reserve's index at the time it was made, so that one index update pays everybody.
///
/// Aave v3.5 and later round every conversion against the account and for the pool; which way that is depends on
/// whether the balance is a claim on the pool (supply) or owed to it (debt).
public struct ScaledBalance: Hashable, Sendable {
  /// Whose favour a conversion is rounded in.
  public enum Side: Hashable, Sendable {
    /// A claim on the pool: what comes in is rounded down, what goes out up, the balance down.
    case supply
    /// Owed to the pool: what is borrowed is rounded up, what is repaid down, the balance up.
    case debt
  }

  public let side: Side
  public private(set) var scaled: UInt256

  public init(_ side: Side, scaled: UInt256) {
    self.side = side
    self.scaled = scaled
  }

  /// The balance in token units at an index; throws `overflow`.
  public func balance(at index: Ray) throws(ArithmeticError) -> UInt256 {
    try scaled.multiplied(by: index, rounding: side == .supply ? .down : .up)
  }

  /// Adds an amount of token units (supply or borrow) and returns the scaled units added.
  public mutating func mint(_ amount: UInt256, at index: Ray) throws(ScaledBalanceError) -> UInt256 {
    let moved = try Self.scale(amount, at: index, rounding: side == .supply ? .down : .up)
    guard !moved.isZero else { throw .invalidAmount }
    do { scaled = try scaled + moved } catch { throw .arithmetic(error) }
    return moved
  }

  /// Takes an amount of token units away (withdraw or repay) and returns the scaled units removed.
  public mutating func burn(_ amount: UInt256, at index: Ray) throws(ScaledBalanceError) -> UInt256 {
    let moved = try Self.scale(amount, at: index, rounding: side == .supply ? .up : .down)
    guard !moved.isZero else { throw .invalidAmount }
    try remove(moved)
    return moved
  }

  /// Moves an amount of token units to another balance and returns the scaled units moved, rounded up. An amount of
  /// 0 is allowed.
  public mutating func transfer(
    _ amount: UInt256, to recipient: inout ScaledBalance, at index: Ray
  ) throws(ScaledBalanceError) -> UInt256 {
    let moved = try Self.scale(amount, at: index, rounding: .up)
    var sender = self
    try sender.remove(moved)
    do { recipient.scaled = try recipient.scaled + moved } catch { throw .arithmetic(error) }
    self = sender
    return moved
  }

  private mutating func remove(_ moved: UInt256) throws(ScaledBalanceError) {
    guard moved <= scaled else { throw .insufficientBalance }
    scaled = scaled.subtractingOrZero(moved)
  }

  private static func scale(
    _ amount: UInt256, at index: Ray, rounding: Rounding
  ) throws(ScaledBalanceError) -> UInt256 {
    do { return try amount.divided(by: index, rounding: rounding) } catch { throw .arithmetic(error) }
  }
}
