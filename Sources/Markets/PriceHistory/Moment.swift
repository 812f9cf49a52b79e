/// A second in universal time.
public struct Moment: Hashable, Comparable, Sendable {
  public static let secondsPerDay = 86_400

  /// Seconds since the beginning of 1970, as Unix counts them: every day has 86,400.
  public let seconds: Int

  public init(seconds: Int) {
    self.seconds = seconds
  }

  public init(_ date: CivilDate, seconds: Int = 0) {
    self.seconds = date.daysSince1970 * Self.secondsPerDay + seconds
  }

  /// The second of a day in the years 1 to 9999, written as `2020-03-12`, `2020-03-12 10:00`, `2020-03-12T10:00:00Z`,
  /// `2020-03-12 10:00:00+01:00`, `20200312` or in Unix seconds, milliseconds or microseconds; nil for anything else.
  ///
  /// Without an offset the time is universal time. Parts of a second are left out.
  public init?(_ text: some StringProtocol) {
    var reader = MomentReader(Array(text.utf8)[...])
    guard let moment = reader.moment() else { return nil }
    self = moment
  }

  public static func < (left: Moment, right: Moment) -> Bool {
    left.seconds < right.seconds
  }

  /// The day in which the moment lies; nil outside the years 1 to 9999.
  public var date: CivilDate? {
    CivilDate(daysSince1970: (seconds - secondOfDay) / Self.secondsPerDay)
  }

  /// From 0 to 86,399.
  public var secondOfDay: Int {
    let rest = seconds % Self.secondsPerDay
    return rest < 0 ? rest + Self.secondsPerDay : rest
  }

  /// `2020-03-12`, or Unix seconds outside the years 1 to 9999.
  public var dateText: String {
    date?.description ?? String(seconds)
  }

  /// `2020-03-12 10:00`, with seconds where there are some.
  public var text: String {
    guard let date else { return String(seconds) }
    let parts = [secondOfDay / 3_600, secondOfDay / 60 % 60] + (secondOfDay % 60 == 0 ? [] : [secondOfDay % 60])
    return "\(date) " + parts.map { CivilDate.padded($0, to: 2) }.joined(separator: ":")
  }
}

extension Moment {
  /// The name of the bar that begins here: its day where bars take days, otherwise with the time.
  public func text(every interval: Int) -> String {
    interval.isMultiple(of: Self.secondsPerDay) ? dateText : text
  }
}

/// Reads the bytes of a moment from left to right.
struct MomentReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  mutating func moment() -> Moment? {
    if let number = wholeNumber { return Self.moment(ofDigits: rest.count, number) }
    guard let year = digits(4), let separator = take(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }),
      let month = digits(2), take(where: { $0 == separator }) != nil, let day = digits(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    guard !rest.isEmpty else { return Moment(date) }
    guard take(where: { $0 == UInt8(ascii: " ") || $0 | 0x20 == UInt8(ascii: "t") }) != nil, let time = timeOfDay(),
      let offset = offset(), rest.isEmpty
    else { return nil }
    return Moment(date, seconds: time - offset)
  }

  /// `10:00`, `10:00:00` or `10:00:00.000`, in seconds.
  private mutating func timeOfDay() -> Int? {
    guard let hour = digits(2), hour < 24, take(where: { $0 == UInt8(ascii: ":") }) != nil, let minute = digits(2),
      minute < 60
    else { return nil }
    guard take(where: { $0 == UInt8(ascii: ":") }) != nil else { return hour * 3_600 + minute * 60 }
    guard let second = digits(2), second < 60 else { return nil }
    if take(where: { $0 == UInt8(ascii: ".") }) != nil {
      guard take(where: Self.isDigit) != nil else { return nil }
      while take(where: Self.isDigit) != nil {}
    }
    return hour * 3_600 + minute * 60 + second
  }

  /// The seconds by which the written time is ahead of universal time: nothing, `Z`, ` UTC`, `+01:00` or `+0100`.
  private mutating func offset() -> Int? {
    if rest.isEmpty { return 0 }
    if rest.count == 1 { return take { $0 | 0x20 == UInt8(ascii: "z") } == nil ? nil : 0 }
    if rest.elementsEqual(" UTC".utf8) {
      rest = []
      return 0
    }
    guard let sign = take(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }), let hours = digits(2),
      hours < 24
    else { return nil }
    _ = take { $0 == UInt8(ascii: ":") }
    guard let minutes = digits(2), minutes < 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }

  /// What is left as a number, if it is digits and nothing else.
  private var wholeNumber: Int? {
    guard (1...18).contains(rest.count), rest.allSatisfy(Self.isDigit) else { return nil }
    return rest.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Eight digits are a day; otherwise the number of digits says of what part of a second the number counts.
  private static func moment(ofDigits count: Int, _ number: Int) -> Moment? {
    switch count {
    case 8:
      CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100).map { Moment($0) }
    case 9...11: Moment(seconds: number)
    case 12...14: Moment(seconds: number / 1_000)
    case 15...17: Moment(seconds: number / 1_000_000)
    default: nil
    }
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard rest.count >= count, rest.prefix(count).allSatisfy(Self.isDigit) else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private mutating func take(where isWanted: (UInt8) -> Bool) -> UInt8? {
    guard let first = rest.first, isWanted(first) else { return nil }
    rest = rest.dropFirst()
    return first
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
