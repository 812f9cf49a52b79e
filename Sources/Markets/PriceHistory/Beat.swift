/// The regular times at which the rows of a file lie.
struct Beat {
  /// Seconds from one to the next.
  let interval: Int
  /// Seconds from 1970 to some of them, below the interval.
  private let phase: Int

  /// The interval that is most frequent between neighbours, and the phase that most rows have; the rows are sorted.
  init(of rows: [PriceRow]) throws(FileMistake) {
    let steps = zip(rows, rows.dropFirst()).lazy.map { $1.time - $0.time }.filter { $0 > 0 }
    guard let interval = Self.mostFrequent(steps) else {
      throw FileMistake(line: rows[0].line, column: 1, message: "all rows have the same date")
    }
    guard BarInterval.allowed.contains(interval), interval.isMultiple(of: 60) else {
      throw FileMistake(
        line: rows[1].line, column: 1,
        message: "the rows are every \(BarInterval.text(interval)), and an interval is from a minute to a week")
    }
    self.interval = interval
    phase = Self.mostFrequent(rows.lazy.map { Self.remainder($0.time, interval) }) ?? 0
  }

  /// The time of the beat that is at most a quarter of the interval away; nil when none is.
  func nearest(to time: Int) -> Int? {
    let late = Self.remainder(time - phase, interval)
    if late * 4 <= interval { return time - late }
    return (interval - late) * 4 <= interval ? time + interval - late : nil
  }

  private static func remainder(_ value: Int, _ divisor: Int) -> Int {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }

  /// The most frequent number, the smallest of several.
  private static func mostFrequent(_ numbers: some Sequence<Int>) -> Int? {
    var counts: [Int: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }
}
