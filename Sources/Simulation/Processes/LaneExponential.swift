/// e to a power in loops over lanes: no branches, a relative error below 2^-51, and powers beyond ±700 count as ±700.
@inline(__always) func laneExponential(_ x: Double) -> Double {
  let low = x < -700 ? -700 : x
  let limited = low > 700 ? 700 : low
  let (power, bits) = laneExponentialParts(limited)
  // A normal number times a power of two: the exponents add up.
  return Double(bitPattern: (1 + power).bitPattern &+ (bits &<< 52))
}

/// e to a power less 1, for powers from -700 to 700; right to the last digits near 0 as well.
@inline(__always) func laneExponentialLessOne(_ x: Double) -> Double {
  let (power, bits) = laneExponentialParts(x)
  let scale = Double(bitPattern: 0x3FF0_0000_0000_0000 &+ (bits &<< 52))
  return scale * power + (scale - 1)
}

/// e^r - 1 of the rest r = x - k ln 2, and k in the lowest bits.
@inline(__always) private func laneExponentialParts(_ x: Double) -> (power: Double, exponentBits: UInt64) {
  // Behind this sum a double has no room for a fraction, and its lowest bits are the whole number.
  let shifted = x * 1.442_695_040_888_963_4 + 0x1.8p52
  let whole = shifted - 0x1.8p52
  let rest = (x - whole * Logarithm2.high) - whole * Logarithm2.low
  return (exponentialLessOne(ofRest: rest), shifted.bitPattern)
}
