import PathKernels
import PathKernelsAVX2

/// Some hundred paths that are computed side by side: where each is, how low it has been, and where it first crossed the
/// level.
///
/// A path is the logarithm of the price less that of the moving level, from 0 on, so that a step is one sum and nothing is
/// raised to a power.
@safe struct PathBlock: ~Copyable {
  static let lanes = NormalPairs.lanes

  /// For each lane the last value, the lowest, the value and the step at the first crossing, one behind the other.
  private let state: UnsafeMutablePointer<Double>

  /// Runs the paths from `path` on through all steps. `drift` and `sigma` are those of one step; a path crosses when it is
  /// below `level`.
  init(
    drift: Double, sigma: Double, level: Double, steps: Int, seed: UInt64, path: UInt64,
    usesWideKernels: Bool = NormalPairs.usesWideKernels
  ) {
    unsafe state = .allocate(capacity: 4 * Self.lanes)
    unsafe state.initialize(repeating: 0, count: 4 * Self.lanes)
    let normals = NormalPairs(seed: seed, path: path)
    if usesWideKernels {
      unsafe PathKernelsAVX2.walk(
        normals.words, normals.numbers, state, drift: drift, sigma: sigma, level: level, steps: steps)
    } else {
      unsafe PathKernels.walk(
        normals.words, normals.numbers, state, drift: drift, sigma: sigma, level: level, steps: steps)
    }
  }

  deinit { unsafe state.deallocate() }

  /// How the first so many paths went.
  func outcomes(_ count: Int) -> [PathOutcome] {
    (0..<min(count, Self.lanes)).map { lane in
      unsafe PathOutcome(
        last: state[lane], lowest: state[lane + Self.lanes], crossing: state[lane + 2 * Self.lanes],
        crossingStep: Int(state[lane + 3 * Self.lanes]))
    }
  }
}
