import PathKernels
import PathKernelsAVX2
import Processor

/// Independent standard normal numbers for many paths at a time.
///
/// Each path has a stream of random bits of its own, made from the seed and the number of the path, so that a path is the
/// same in whatever block, thread or machine it is computed.
@safe struct NormalPairs: ~Copyable {
  static let lanes = PathKernels.lanes

  /// Whether the kernels with wide vectors can be used; they give the same bits.
  static let usesWideKernels = processor_has_avx2()

  /// The state of the lanes' streams and room for two words a lane.
  let words: UnsafeMutablePointer<UInt32>
  /// The cosines and the sines.
  let numbers: UnsafeMutablePointer<Float>

  /// Streams of the paths from `path` on.
  init(seed: UInt64, path: UInt64) {
    unsafe words = .allocate(capacity: 6 * Self.lanes)
    unsafe numbers = .allocate(capacity: 2 * Self.lanes)
    unsafe words.initialize(repeating: 0, count: 6 * Self.lanes)
    unsafe numbers.initialize(repeating: 0, count: 2 * Self.lanes)
    unsafe LaneWords.start(words, seed: seed, path: path)
  }

  deinit {
    unsafe words.deallocate()
    unsafe numbers.deallocate()
  }

  /// The first number of each pair.
  var cosines: UnsafePointer<Float> { unsafe UnsafePointer(numbers) }
  /// The second number of each pair.
  var sines: UnsafePointer<Float> { unsafe UnsafePointer(numbers + Self.lanes) }

  /// Draws the next pair for each path.
  func draw() {
    if Self.usesWideKernels {
      unsafe PathKernelsAVX2.drawNormals(words, numbers)
    } else {
      unsafe PathKernels.drawNormals(words, numbers)
    }
  }
}
