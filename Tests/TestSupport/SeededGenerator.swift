#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Random numbers that repeat for a seed (SplitMix64), for property tests that must be able to fail twice alike.
///
/// The environment variable `LEVER_SEED` overrides the seed. Put `description` into every expectation's comment, so that
/// a failure prints what repeats it.
public struct SeededGenerator: RandomNumberGenerator, CustomStringConvertible {
  public let seed: UInt64
  private var state: UInt64

  public init(seed: UInt64) {
    let chosen = unsafe getenv("LEVER_SEED").flatMap { unsafe UInt64(String(cString: $0)) }
    self.seed = chosen ?? seed
    state = self.seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// What repeats a failed run.
  public var description: String { "LEVER_SEED=\(seed)" }
}
