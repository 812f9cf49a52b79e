/// Why a closed form of a loop has no answer.
public enum LoopError: Error, Equatable, Sendable {
  /// A ratio is outside the range in which the loop has a limit.
  case invalidInput
  /// No flash loan leads to the target.
  case unreachableTarget
  /// A divisor is 0.
  case divideByZero
}
