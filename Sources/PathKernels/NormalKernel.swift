/// Paths that are computed together: as many as keep all their numbers in the nearest cache.
@inlinable public var lanes: Int { 256 }

/// Draws the next two standard normal numbers of each lane: Box and Muller's √(-2 ln u) times the cosine and the sine of a
/// random angle.
///
/// `words` holds the four parts of each lane's state, one behind the other, and room for two words a lane; `numbers` gets the
/// cosines and behind them the sines. Only additions, multiplications and square roots of IEEE 754 in single precision, in
/// plain loops over lanes, which become vector instructions: the bits are the same whatever their width.
@inline(never)
public func drawNormals(_ words: UnsafeMutablePointer<UInt32>, _ numbers: UnsafeMutablePointer<Float>) {
  let radii = unsafe words + 4 * lanes
  let angles = unsafe words + 5 * lanes
  let cosines = unsafe numbers
  let sines = unsafe numbers + lanes
  unsafe fill(radii, words)
  unsafe fill(angles, words)
  for lane in 0..<lanes { unsafe sines[lane] = radiusSquared(radii[lane]).squareRoot() }
  for lane in 0..<lanes {
    let (cosine, sine) = unsafe direction(angles[lane])
    let radius = unsafe sines[lane]
    unsafe cosines[lane] = radius * cosine
    unsafe sines[lane] = radius * sine
  }
}

/// Puts the next 32 random bits of each lane where `result` points.
///
/// `state` holds the four parts of each lane's state, one behind the other.
@inline(never)
public func drawWords(_ result: UnsafeMutablePointer<UInt32>, _ state: UnsafeMutablePointer<UInt32>) {
  unsafe fill(result, state)
}

/// 32 random bits for each lane, and what they make of its state: xoshiro128++ (Blackman and Vigna, Scrambled linear
/// pseudorandom number generators, 2021).
@inline(__always)
func fill(_ result: UnsafeMutablePointer<UInt32>, _ state: UnsafeMutablePointer<UInt32>) {
  let first = unsafe state
  let second = unsafe state + lanes
  let third = unsafe state + 2 * lanes
  let fourth = unsafe state + 3 * lanes
  for lane in 0..<lanes {
    var (a, b, c, d) = unsafe (first[lane], second[lane], third[lane], fourth[lane])
    let sum = a &+ d
    unsafe result[lane] = ((sum &<< 7) | (sum &>> 25)) &+ a
    let shifted = b &<< 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d &<< 11) | (d &>> 21)
    unsafe first[lane] = a
    unsafe second[lane] = b
    unsafe third[lane] = c
    unsafe fourth[lane] = d
  }
}

/// -2 ln u of u = (word / 2 + 1/2) / 2^31, rounded to 24 bits; the largest is 44.4, a radius of 6.7.
///
/// The logarithm's polynomial is that of Cephes for single precision.
@inline(__always)
private func radiusSquared(_ word: UInt32) -> Float {
  // 31 bits, because only signed numbers are converted by one instruction.
  let uniform = (Float(Int32(bitPattern: word &>> 1)) + 0.5) * 0x1p-31
  // u = 2^k (1 + f), with 1 + f from √½ on.
  let shifted = uniform.bitPattern &+ (0x3F80_0000 &- 0x3F35_04F3)
  let exponent = Float(Int32(bitPattern: shifted &>> 23)) - 127
  let fraction = Float(bitPattern: (shifted & 0x007F_FFFF) &+ 0x3F35_04F3) - 1
  let square = fraction * fraction
  var sum: Float = 7.037_683_629_2e-2
  sum = sum * fraction - 1.151_461_031_0e-1
  sum = sum * fraction + 1.167_699_874_0e-1
  sum = sum * fraction - 1.242_014_084_6e-1
  sum = sum * fraction + 1.424_932_278_7e-1
  sum = sum * fraction - 1.666_805_766_5e-1
  sum = sum * fraction + 2.000_071_476_5e-1
  sum = sum * fraction - 2.499_999_399_3e-1
  sum = sum * fraction + 3.333_333_117_4e-1
  let logarithm = exponent * 0.693_147_180_56 + (fraction + (sum * fraction * square - 0.5 * square))
  // Near u = 1 the rounding may leave a hair above 0, of which there is no root.
  let result = -2 * logarithm
  return result > 0 ? result : 0
}

/// The cosine and the sine of 2π word / 2^32, by the polynomials of Cephes for single precision.
@inline(__always)
private func direction(_ word: UInt32) -> (cosine: Float, sine: Float) {
  // The nearest quarter turn, and what is left of it: at most an eighth of a turn.
  let quarter = (word &+ 0x2000_0000) &>> 30
  let angle = Float(Int32(bitPattern: word &- (quarter &<< 30))) * (6.283_185_307_179_586 * 0x1p-32)
  let square = angle * angle
  var sine: Float = -1.951_529_589_1e-4
  sine = sine * square + 8.332_160_873_6e-3
  sine = sine * square - 1.666_665_461_1e-1
  sine = sine * square * angle + angle
  var cosine: Float = 2.443_315_711_809_948e-5
  cosine = cosine * square - 1.388_731_625_493_765e-3
  cosine = cosine * square + 4.166_664_568_298_827e-2
  cosine = cosine * square - 0.5
  cosine = cosine * square + 1
  // An odd number of quarters exchanges the two; the signs follow from the quadrant.
  let exchanged = 0 &- (quarter & 1)
  let difference = (sine.bitPattern ^ cosine.bitPattern) & exchanged
  let sineSign = (quarter & 2) &<< 30
  let cosineSign = ((quarter &+ 1) & 2) &<< 30
  return (
    Float(bitPattern: cosine.bitPattern ^ difference ^ cosineSign),
    Float(bitPattern: sine.bitPattern ^ difference ^ sineSign)
  )
}
