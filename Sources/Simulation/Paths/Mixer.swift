/// SplitMix64: bits from a counter, of which neighbouring values have nothing in common (Steele, Lea and Flood, Fast
/// splittable pseudorandom number generators, 2014).
public struct Mixer: Hashable, Sendable {
  var state: UInt64

  /// Equal states give equal bits.
  public init(state: UInt64) {
    self.state = state
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// Bits that look like any others and follow from the value alone.
  public static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
