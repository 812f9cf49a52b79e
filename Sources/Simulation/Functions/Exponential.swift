/// e to the power of x, to within one unit in the last place.
///
/// Only additions and multiplications of IEEE 754, so that the result has the same bits on every machine, which the C
/// library's has not: x = k ln 2 + r with |r| at most half of ln 2, and the Taylor polynomial of degree 13 for e^r, whose
/// remainder is below 2^-57.
public func exponential(_ x: Double) -> Double {
  guard x > -746 else { return x.isNaN ? x : 0 }
  guard x < 710 else { return x.isNaN ? x : .infinity }
  let halvings = nearestWhole(x * 1.442_695_040_888_963_4)
  let rest = (x - halvings * Logarithm2.high) - halvings * Logarithm2.low
  let sum = 1 + exponentialLessOne(ofRest: rest)
  // In two steps, because 2^1024 is no number and the smallest results are subnormal.
  let exponent = Int(halvings)
  return sum * powerOfTwo(exponent / 2) * powerOfTwo(exponent - exponent / 2)
}

/// e^r - 1 for |r| at most half of ln 2, by the Taylor polynomial.
@inline(__always) func exponentialLessOne(ofRest rest: Double) -> Double {
  var sum = 1 / 6_227_020_800.0
  sum = sum * rest + 1 / 479_001_600.0
  sum = sum * rest + 1 / 39_916_800.0
  sum = sum * rest + 1 / 3_628_800.0
  sum = sum * rest + 1 / 362_880.0
  sum = sum * rest + 1 / 40_320.0
  sum = sum * rest + 1 / 5_040.0
  sum = sum * rest + 1 / 720.0
  sum = sum * rest + 1 / 120.0
  sum = sum * rest + 1 / 24.0
  sum = sum * rest + 1 / 6.0
  sum = sum * rest + 0.5
  return rest + rest * rest * sum
}

/// ln 2 in two parts; the first has few enough bits for its product with an exponent to be exact.
enum Logarithm2 {
  static let high = 0x1.62e42feep-1
  static let low = 0x1.a39ef35793c76p-33
}

/// The whole number nearest to x, for |x| below 2^51.
func nearestWhole(_ x: Double) -> Double {
  // Behind this sum a double has no room for a fraction.
  (x + 0x1.8p52) - 0x1.8p52
}

/// 2 to a power from -1022 to 1023.
private func powerOfTwo(_ exponent: Int) -> Double {
  Double(bitPattern: UInt64(exponent + 1023) << 52)
}
