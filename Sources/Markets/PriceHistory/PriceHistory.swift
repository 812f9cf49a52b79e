/// The prices of one asset at regular times, from a file: one bar for each hour, day or other interval.
///
/// Bars are without holes: where the file lacks one, the price before it stands, and `gaps` says so. So the place of a bar
/// follows from its time. Prices are floating-point numbers, each the nearest to what the file says; their unit does not
/// matter to whoever uses only their ratios.
public struct PriceHistory: Equatable, Sendable {
  /// When the first bar begins; nil when the file has no dates.
  public let start: Moment?
  /// Seconds from one bar to the next: from a minute to a week.
  public let interval: Int
  /// The last price of each bar; at least two, all above 0.
  public let closes: [Double]
  /// The first price of each bar; nil when the file does not say.
  public let opens: [Double]?
  /// The highest price of each bar, never below its open and close; nil when the file does not say.
  public let highs: [Double]?
  /// The lowest price of each bar, never above its open and close; nil when the file does not say.
  public let lows: [Double]?
  /// The bars that the file lacks, in which the price before them stands.
  public let gaps: [Range<Int>]
  /// What was found in the file that a user should know, and what was done about it.
  public let findings: [PriceFileFinding]

  /// The number of bars.
  public var count: Int { closes.count }

  /// When a bar begins; nil when the file has no dates.
  public func moment(of bar: Int) -> Moment? {
    start.map { Moment(seconds: $0.seconds + bar * interval) }
  }

  /// The bar in which a moment lies; nil outside the history, or when the file has no dates.
  public func bar(at moment: Moment) -> Int? {
    guard let start, moment >= start else { return nil }
    let bar = (moment.seconds - start.seconds) / interval
    return bar < count ? bar : nil
  }

  /// What a bar is called: `2020-03-12` where bars are days, `2020-03-12 10:00` where they are shorter, and its number
  /// (`bar 17`, counted from 1) without dates.
  public func name(of bar: Int) -> String {
    moment(of: bar)?.text(every: interval) ?? "bar \(bar + 1)"
  }

  /// How many bars a time takes, rounded up.
  public func bars(in seconds: Int) -> Int {
    (seconds + interval - 1) / interval
  }
}

/// The interval of bars in words.
public enum BarInterval {
  public static let hour = 3_600
  public static let day = Moment.secondsPerDay
  /// The intervals that can be read, in seconds: whole minutes up to a week.
  public static let allowed = 60...7 * day

  /// `hour`, `day`, `15 minutes`: what stands behind "every".
  public static func text(_ seconds: Int) -> String {
    for (unit, size) in [("day", day), ("hour", hour), ("minute", 60)] where seconds % size == 0 {
      return seconds == size ? unit : "\(seconds / size) \(unit)s"
    }
    return "\(seconds) seconds"
  }
}
