/// Why exact arithmetic has no result.
///
/// The ledger throws these in the very step in which the protocol's contract would revert.
public enum ArithmeticError: Error, Equatable, Sendable {
  /// A value would not fit in 256 bits.
  case overflow
  /// A difference would be negative.
  case underflow
  /// A divisor is 0.
  case divideByZero
}
