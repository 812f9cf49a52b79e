/// The bars behind an entry that are lower than every bar between, the nearest first: what decides when a level is crossed.
///
/// The first bar below a level is always one of these, and they fall from each to the next. So a level is found by halving,
/// and a lower one only behind it. Entries are visited from the last to the first: then each bar comes in once at the near
/// end and goes once, at the near end when a lower bar comes or at the far end when it is too far away.
struct RecordLows {
  /// The values and bars from the far end to the near one, where values are largest; those before `farEnd` have gone.
  private var values: [Double]
  private var bars: [Int32]
  private var farEnd = 0
  private var count = 0

  init(capacity: Int) {
    values = [Double](repeating: 0, count: capacity)
    bars = [Int32](repeating: 0, count: capacity)
  }

  /// Puts the bar before all others in front of them.
  mutating func enter(_ value: Double, bar: Int) {
    while count > farEnd, values[count - 1] >= value { count -= 1 }
    values[count] = value
    bars[count] = Int32(truncatingIfNeeded: bar)
    count += 1
  }

  /// Forgets the bars behind `last`.
  mutating func leave(after last: Int) {
    while farEnd < count, bars[farEnd] > last { farEnd += 1 }
    if farEnd == count { (farEnd, count) = (0, 0) }
  }

  /// Where a search for levels begins: before the nearest bar.
  var start: Int { count }

  /// Finds the first bar below a level, which is not above that of the search before it; nil when none is.
  ///
  /// `place` is where the search before it ended.
  func firstBar(below level: Double, from place: inout Int) -> Int? {
    guard farEnd < count, values[farEnd] < level else { return nil }
    // Most levels lie close behind the one before: steps that double, then halving.
    var step = 1
    var near = place
    var far = max(farEnd, near - step)
    while values[far] >= level {
      near = far
      step *= 2
      far = max(farEnd, near - step)
    }
    while near - far > 1 {
      let middle = (near + far) / 2
      if values[middle] < level { far = middle } else { near = middle }
    }
    place = far + 1
    return Int(bars[far])
  }
}
