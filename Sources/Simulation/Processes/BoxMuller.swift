/// Box and Muller's steps from random words to numbers, to the last digits of double precision, where the tails matter.
enum BoxMuller {
  /// -2 ln u of u = (word + 1/2) / 2^32, which is above 0 and below 1; the largest is 45.7, a radius of 6.8.
  @inline(__always)
  static func radiusSquared(_ word: UInt32) -> Double {
    // A double whose fraction is the word, without a conversion that has no vector form.
    let uniform = (Double(bitPattern: 0x4330_0000_0000_0000 | UInt64(word)) - 0x1p52 + 0.5) * 0x1p-32
    // u = 2^k (1 + f), with 1 + f from √½ on.
    let shifted = uniform.bitPattern &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_667F_3BCD)
    let exponent = Double(bitPattern: 0x4330_0000_0000_0000 | (shifted &>> 52)) - (0x1p52 + 1023)
    let fraction =
      Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD) - 1
    let ratio = fraction / (2 + fraction)
    let square = ratio * ratio
    var sum = 2 / 15.0
    sum = sum * square + 2 / 13.0
    sum = sum * square + 2 / 11.0
    sum = sum * square + 2 / 9.0
    sum = sum * square + 2 / 7.0
    sum = sum * square + 2 / 5.0
    sum = sum * square + 2 / 3.0
    sum = sum * square + 2
    return -2 * (exponent * 0.693_147_180_559_945_3 + ratio * sum)
  }

  /// The cosine and the sine of 2π word / 2^32.
  @inline(__always)
  static func direction(_ word: UInt32) -> (cosine: Double, sine: Double) {
    // The nearest quarter turn, and what is left of it: at most an eighth of a turn.
    let quarter = (word &+ 0x2000_0000) &>> 30
    let rest = Int32(bitPattern: word &- (quarter &<< 30))
    let angle = Double(rest) * (6.283_185_307_179_586 / 0x1p32)
    let square = angle * angle
    var sine = 1 / 6_227_020_800.0
    sine = sine * square - 1 / 39_916_800.0
    sine = sine * square + 1 / 362_880.0
    sine = sine * square - 1 / 5_040.0
    sine = sine * square + 1 / 120.0
    sine = sine * square - 1 / 6.0
    sine = sine * square * angle + angle
    var cosine = -1 / 87_178_291_200.0
    cosine = cosine * square + 1 / 479_001_600.0
    cosine = cosine * square - 1 / 3_628_800.0
    cosine = cosine * square + 1 / 40_320.0
    cosine = cosine * square - 1 / 720.0
    cosine = cosine * square + 1 / 24.0
    cosine = cosine * square - 0.5
    cosine = cosine * square + 1
    // An odd number of quarters exchanges the two; the signs follow from the quadrant.
    let exchanged = 0 &- UInt64(quarter & 1)
    let (s, c) = (sine.bitPattern, cosine.bitPattern)
    let difference = (s ^ c) & exchanged
    let sineSign = UInt64(quarter & 2) &<< 62
    let cosineSign = UInt64((quarter &+ 1) & 2) &<< 62
    return (Double(bitPattern: c ^ difference ^ cosineSign), Double(bitPattern: s ^ difference ^ sineSign))
  }
}
