/// Independent standard normal numbers for many paths at a time.
///
/// Each path has a stream of random bits of its own, made from the seed and the number of the path, so that a path is the
/// same in whatever block, thread or machine it is computed. Only additions, multiplications, divisions and square roots of
/// IEEE 754, in plain loops over lanes, which the compiler turns into vector instructions.
@safe struct NormalPairs: ~Copyable {
  /// Paths that are computed together: as many as keep all their numbers in the nearest cache.
  static let lanes = 256

  /// The four parts of each lane's state of xoshiro128++ (Blackman and Vigna, Scrambled linear pseudorandom number
  /// generators, 2021), one behind the other, and room for two words a lane.
  private let words: UnsafeMutablePointer<UInt32>
  /// The cosines, the sines and room for the radii.
  private let numbers: UnsafeMutablePointer<Double>

  /// Streams of the paths from `path` on.
  init(seed: UInt64, path: UInt64) {
    unsafe words = .allocate(capacity: 6 * Self.lanes)
    unsafe numbers = .allocate(capacity: 3 * Self.lanes)
    unsafe words.initialize(repeating: 0, count: 6 * Self.lanes)
    unsafe numbers.initialize(repeating: 0, count: 3 * Self.lanes)
    let key = Mixer.mixed(seed)
    for lane in 0..<Self.lanes {
      var state = Mixer(state: Mixer.mixed(key ^ (path &+ UInt64(lane))))
      let (low, high) = (state.next(), state.next())
      unsafe words[lane] = UInt32(truncatingIfNeeded: low)
      unsafe words[lane + Self.lanes] = UInt32(truncatingIfNeeded: low >> 32)
      unsafe words[lane + 2 * Self.lanes] = UInt32(truncatingIfNeeded: high)
      // A state of nothing but zeros would stay so.
      unsafe words[lane + 3 * Self.lanes] = UInt32(truncatingIfNeeded: high >> 32) | 1
    }
  }

  deinit {
    unsafe words.deallocate()
    unsafe numbers.deallocate()
  }

  /// The first number of each pair.
  var cosines: UnsafePointer<Double> { unsafe UnsafePointer(numbers) }
  /// The second number of each pair.
  var sines: UnsafePointer<Double> { unsafe UnsafePointer(numbers + Self.lanes) }

  /// 32 random bits for each path.
  private func fill(_ result: UnsafeMutablePointer<UInt32>) {
    let first = unsafe words
    let second = unsafe words + Self.lanes
    let third = unsafe words + 2 * Self.lanes
    let fourth = unsafe words + 3 * Self.lanes
    for lane in 0..<Self.lanes {
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

  /// Draws the next pair for each path: Box and Muller's √(-2 ln u) times the cosine and the sine of a random angle.
  func draw() {
    let radii = unsafe words + 4 * Self.lanes
    let angles = unsafe words + 5 * Self.lanes
    let cosines = unsafe numbers
    let sines = unsafe numbers + Self.lanes
    let radius = unsafe numbers + 2 * Self.lanes
    unsafe fill(radii)
    unsafe fill(angles)
    for lane in 0..<Self.lanes { unsafe radius[lane] = Self.radiusSquared(radii[lane]).squareRoot() }
    for lane in 0..<Self.lanes {
      let (cosine, sine) = unsafe Self.direction(angles[lane])
      let length = unsafe radius[lane]
      unsafe cosines[lane] = length * cosine
      unsafe sines[lane] = length * sine
    }
  }

  /// -2 ln u of u = (word + 1/2) / 2^32, which is above 0 and below 1; the largest is 45.7, a radius of 6.8.
  @inline(__always) static func radiusSquared(_ word: UInt32) -> Double {
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
  @inline(__always) static func direction(_ word: UInt32) -> (cosine: Double, sine: Double) {
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
