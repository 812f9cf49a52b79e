/// Random words for many paths at a time: a stream for each path, made from the seed and the path's number alone.
///
/// xoshiro128++ (Blackman and Vigna, Scrambled linear pseudorandom number generators, 2021) in plain loops over lanes.
@safe struct LaneWords: ~Copyable {
  /// What a stream is for: those of one path have nothing in common.
  enum Purpose: UInt64 {
    /// The words that `NormalPairs` makes its numbers of.
    case normals = 0
    case jumpCounts = 1
    case jumpSizes = 2
    case blocks = 3
  }

  static let lanes = NormalPairs.lanes

  /// The four parts of each lane's state, one behind the other.
  private let state: UnsafeMutablePointer<UInt32>

  /// Streams of the paths from `path` on.
  init(seed: UInt64, path: UInt64, for purpose: Purpose) {
    unsafe state = .allocate(capacity: 4 * Self.lanes)
    unsafe state.initialize(repeating: 0, count: 4 * Self.lanes)
    let key = Mixer.mixed(Self.seed(seed, for: purpose))
    for lane in 0..<Self.lanes {
      var mixer = Mixer(state: Mixer.mixed(key ^ (path &+ UInt64(lane))))
      let (low, high) = (mixer.next(), mixer.next())
      unsafe state[lane] = UInt32(truncatingIfNeeded: low)
      unsafe state[lane + Self.lanes] = UInt32(truncatingIfNeeded: low >> 32)
      unsafe state[lane + 2 * Self.lanes] = UInt32(truncatingIfNeeded: high)
      // A state of nothing but zeros would stay so.
      unsafe state[lane + 3 * Self.lanes] = UInt32(truncatingIfNeeded: high >> 32) | 1
    }
  }

  /// The seed of a purpose; that of the normal numbers is the seed itself.
  static func seed(_ seed: UInt64, for purpose: Purpose) -> UInt64 {
    purpose == .normals ? seed : Mixer.mixed(seed ^ Mixer.mixed(purpose.rawValue))
  }

  deinit { unsafe state.deallocate() }

  /// Puts the next 32 bits of each path where `result` points.
  func fill(_ result: UnsafeMutablePointer<UInt32>) {
    let first = unsafe state
    let second = unsafe state + Self.lanes
    let third = unsafe state + 2 * Self.lanes
    let fourth = unsafe state + 3 * Self.lanes
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
}
