/// Some hundred paths that are computed side by side: where each is, how low it has been, and where it first crossed the
/// level.
///
/// A path is the logarithm of the price less that of the moving level, from 0 on, so that a step is one sum and nothing is
/// raised to a power.
@safe struct PathBlock: ~Copyable {
  static let lanes = NormalPairs.lanes

  /// For each lane the last value, the lowest, the value and the step at the first crossing, one behind the other.
  private let numbers: UnsafeMutablePointer<Double>

  /// Runs the paths from `path` on through all steps. `drift` and `sigma` are those of one step; a path crosses when it is
  /// below `level`.
  init(drift: Double, sigma: Double, level: Double, steps: Int, seed: UInt64, path: UInt64) {
    unsafe numbers = .allocate(capacity: 4 * Self.lanes)
    unsafe numbers.initialize(repeating: 0, count: 4 * Self.lanes)
    let normals = NormalPairs(seed: seed, path: path)
    var step = 0
    while step < steps {
      normals.draw()
      unsafe move(by: normals.cosines, drift, sigma, below: level, at: Double(step + 1))
      if step + 1 < steps { unsafe move(by: normals.sines, drift, sigma, below: level, at: Double(step + 2)) }
      step += 2
    }
  }

  deinit { unsafe numbers.deallocate() }

  /// One step of all lanes, without a branch.
  @inline(__always)
  private func move(
    by normals: UnsafePointer<Double>, _ drift: Double, _ sigma: Double, below level: Double, at step: Double
  ) {
    let last = unsafe numbers
    let lowest = unsafe numbers + Self.lanes
    // Ones where a path is below the level for the first time.
    var crossings: UInt64 = 0
    for lane in 0..<Self.lanes {
      let next = unsafe last[lane] + (drift + sigma * normals[lane])
      let before = unsafe lowest[lane]
      unsafe last[lane] = next
      unsafe lowest[lane] = next < before ? next : before
      let isBelow: UInt64 = next < level ? .max : 0
      let wasBelow: UInt64 = before < level ? .max : 0
      crossings |= isBelow & ~wasBelow
    }
    if crossings != 0 { noteCrossings(below: level, at: step) }
  }

  /// Keeps value and step of the paths that are below the level now and were not before.
  @inline(never)
  private func noteCrossings(below level: Double, at step: Double) {
    let last = unsafe numbers
    let crossing = unsafe numbers + 2 * Self.lanes
    let crossingStep = unsafe numbers + 3 * Self.lanes
    for lane in 0..<Self.lanes {
      let isBelow: UInt64 = unsafe last[lane] < level ? .max : 0
      let isFirst: UInt64 = unsafe crossingStep[lane] == 0 ? .max : 0
      let mask = isBelow & isFirst
      unsafe crossing[lane] = Double(
        bitPattern: (last[lane].bitPattern & mask) | (crossing[lane].bitPattern & ~mask))
      unsafe crossingStep[lane] = Double(
        bitPattern: (step.bitPattern & mask) | (crossingStep[lane].bitPattern & ~mask))
    }
  }

  /// How the first so many paths went.
  func outcomes(_ count: Int) -> [PathOutcome] {
    (0..<min(count, Self.lanes)).map { lane in
      unsafe PathOutcome(
        last: numbers[lane], lowest: numbers[lane + Self.lanes], crossing: numbers[lane + 2 * Self.lanes],
        crossingStep: Int(numbers[lane + 3 * Self.lanes]))
    }
  }
}
