import PathKernels
import PathKernelsAVX2

/// Random words for many paths at a time: a stream for each path, made from the seed and the path's number alone.
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
    unsafe Self.start(state, seed: Self.seed(seed, for: purpose), path: path)
  }

  /// Puts the states of the paths from `path` on where `state` points: their four parts, one behind the other.
  static func start(_ state: UnsafeMutablePointer<UInt32>, seed: UInt64, path: UInt64) {
    let key = Mixer.mixed(seed)
    for lane in 0..<lanes {
      var mixer = Mixer(state: Mixer.mixed(key ^ (path &+ UInt64(lane))))
      let (low, high) = (mixer.next(), mixer.next())
      unsafe state[lane] = UInt32(truncatingIfNeeded: low)
      unsafe state[lane + lanes] = UInt32(truncatingIfNeeded: low >> 32)
      unsafe state[lane + 2 * lanes] = UInt32(truncatingIfNeeded: high)
      // A state of nothing but zeros would stay so.
      unsafe state[lane + 3 * lanes] = UInt32(truncatingIfNeeded: high >> 32) | 1
    }
  }

  /// The seed of a purpose; that of the normal numbers is the seed itself.
  static func seed(_ seed: UInt64, for purpose: Purpose) -> UInt64 {
    purpose == .normals ? seed : Mixer.mixed(seed ^ Mixer.mixed(purpose.rawValue))
  }

  deinit { unsafe state.deallocate() }

  /// Puts the next 32 bits of each path where `result` points.
  func fill(_ result: UnsafeMutablePointer<UInt32>) {
    if NormalPairs.usesWideKernels {
      unsafe PathKernelsAVX2.drawWords(result, state)
    } else {
      unsafe PathKernels.drawWords(result, state)
    }
  }
}
