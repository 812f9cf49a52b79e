/// Some hundred paths of any process, followed to several levels at once: where each is, how low it has been, and where it
/// first crossed each level.
///
/// A path is the logarithm of the price less that of the moving level, from 0 on, as in `PathBlock`; for a level above the
/// price it is turned over.
@safe struct LevelBlock: ~Copyable {
  static let lanes = LaneWords.lanes

  /// The levels below 0, from the nearest to the farthest.
  private let levels: [Double]
  /// For each lane the last value, the lowest, the next level, the step's return; then for each level the value and the
  /// step at its first crossing.
  private let numbers: UnsafeMutablePointer<Double>
  /// How many levels each lane has crossed.
  private let crossed: UnsafeMutablePointer<Int>

  /// Runs the paths through all steps. `distances` are above 0 and ascend; `growth` is that of the level in one step.
  init(returns: any StepReturns, steps: Int, growth: Double, isRise: Bool, distances: [Double]) {
    levels = distances.map { -$0 }
    let size = (4 + 2 * distances.count) * Self.lanes
    unsafe numbers = .allocate(capacity: size)
    unsafe numbers.initialize(repeating: 0, count: size)
    unsafe crossed = .allocate(capacity: Self.lanes)
    unsafe crossed.initialize(repeating: 0, count: Self.lanes)
    for lane in 0..<Self.lanes { unsafe numbers[lane + 2 * Self.lanes] = levels.first ?? -.infinity }
    let moves = unsafe numbers + 3 * Self.lanes
    for step in 0..<steps {
      unsafe returns.fill(moves)
      let hasCrossing = isRise ? move(sign: -1, growth) : move(sign: 1, growth)
      if hasCrossing { noteCrossings(at: step + 1) }
    }
  }

  deinit {
    unsafe numbers.deallocate()
    unsafe crossed.deallocate()
  }

  /// One step of all lanes, without a branch; whether a path is below its next level.
  @inline(__always)
  private func move(sign: Double, _ growth: Double) -> Bool {
    let (last, lowest) = unsafe (numbers, numbers + Self.lanes)
    let (level, moves) = unsafe (numbers + 2 * Self.lanes, numbers + 3 * Self.lanes)
    var crossings: UInt64 = 0
    for lane in 0..<Self.lanes {
      let next = unsafe last[lane] + sign * (moves[lane] - growth)
      let before = unsafe lowest[lane]
      unsafe last[lane] = next
      unsafe lowest[lane] = next < before ? next : before
      crossings |= unsafe next < level[lane] ? 1 : 0
    }
    return crossings != 0
  }

  @inline(never)
  private func noteCrossings(at step: Int) {
    let (last, next) = unsafe (numbers, numbers + 2 * Self.lanes)
    for lane in 0..<Self.lanes {
      while unsafe last[lane] < next[lane] {
        let place = unsafe (4 + 2 * crossed[lane]) * Self.lanes + lane
        unsafe numbers[place] = last[lane]
        unsafe numbers[place + Self.lanes] = Double(step)
        unsafe crossed[lane] += 1
        unsafe next[lane] = crossed[lane] < levels.count ? levels[crossed[lane]] : -.infinity
      }
    }
  }

  /// How a path went as one of a position at a level.
  func outcome(_ lane: Int, level: Int) -> PathOutcome {
    let place = (4 + 2 * level) * Self.lanes + lane
    return unsafe PathOutcome(
      last: numbers[lane], lowest: numbers[lane + Self.lanes], crossing: numbers[place],
      crossingStep: Int(numbers[place + Self.lanes]))
  }
}
