import Lending
import Markets

/// What `replay` and `ride` are told about a history of prices.
struct HistoryTerms: Equatable, Sendable {
  /// A point of a history: a moment, or a number of a bar, counted from 1.
  enum Place: Equatable, Sendable {
    case moment(Moment)
    case bar(Int)
  }

  /// A file, or a sample that a rule has made.
  var name: String
  var nameRange: Range<Int>
  /// The asset whose price moves; nil for the one that decides.
  var symbol: Symbol?
  var start: Place?
  var startRange = 0..<0
  /// How long, in seconds; nil for as long as the history goes.
  var seconds: Int?
  var secondsRange = 0..<0
  /// Seconds from bar to bar, where the file does not say.
  var interval: Int?
}

extension ArgumentReader {
  /// The words that stand behind the name of a history.
  static let historyWords = ["from", "for", "of", "hourly", "daily"]

  /// The name of a history: of a file or of a sample.
  mutating func historyTerms() throws(CommandError) -> HistoryTerms {
    let samples = SampleHistory.allCases.map(\.rawValue)
    guard let name = text(), !name.isEmpty else {
      throw errorHere(
        "a file with prices, or one of the samples \(samples.joined(separator: ", ")), is missing",
        try: ["\(manual.name) \(samples[0])", "\(manual.name) prices.csv"])
    }
    return HistoryTerms(name: name, nameRange: lastRange)
  }

  /// Reads one of `from DATE`, `for 30 days`, `of ASSET`, `hourly` and `daily`; false when none of them comes next.
  mutating func term(of terms: inout HistoryTerms) throws(CommandError) -> Bool {
    if keyword("from") {
      guard terms.start == nil else { throw error("`from` is said twice") }
      terms.start = try historyPlace()
      terms.startRange = lastRange
    } else if keyword("for") {
      guard terms.seconds == nil else { throw error("`for` is said twice") }
      terms.seconds = Int(try duration())
      terms.secondsRange = lastRange
    } else if keyword("of") {
      guard terms.symbol == nil else { throw error("`of` is said twice") }
      guard let symbol = try asset() else { throw errorHere("the asset whose price moves is missing") }
      terms.symbol = symbol
    } else if keyword("hourly") {
      terms.interval = BarInterval.hour
    } else if keyword("daily") {
      terms.interval = BarInterval.day
    } else {
      return false
    }
    return true
  }

  /// `2020-03-12`, `2020-03-12 10:00` or the number of a bar.
  private mutating func historyPlace() throws(CommandError) -> HistoryTerms.Place {
    guard let text = text() else {
      throw errorHere("the date is missing", try: ["\(manual.name) … from 2020-03-12"])
    }
    if text.utf8.count <= 7, let bar = Int(text), bar > 0 { return .bar(bar) }
    let range = lastRange
    // A time of day may follow.
    var ahead = self
    if let time = ahead.text(), time.contains(":"), let moment = Moment("\(text) \(time)") {
      self = ahead
      scanner.markLast(from: range.lowerBound)
      return .moment(moment)
    }
    guard let moment = Moment(text) else {
      throw error(
        "`\(text)` is no date: write it as 2020-03-12, with 10:00 behind it for an hour, or give the number of a bar")
    }
    return .moment(moment)
  }
}

extension HistoryTerms {
  /// The history, from a file or from a sample.
  func history(in session: Session) throws(CommandError) -> PriceHistory {
    if let sample = SampleHistory(rawValue: name.lowercased()) {
      guard interval == nil || interval == BarInterval.day else {
        throw CommandError(.syntax, "the sample \(name) is daily", at: nameRange)
      }
      return sample.history
    }
    guard name.contains(".") || name.contains("/") else {
      let samples = SampleHistory.allCases.map(\.rawValue)
      throw CommandError(
        .syntax,
        "there is no sample `\(name)`: there is \(samples.joined(separator: ", ")), and a file has an ending such as .csv",
        at: nameRange, try: Spelling.suggestions(for: name, among: samples), isSpelling: true)
    }
    return try session.surroundings.priceHistory(named: name, interval: interval)
  }

  /// The bar at which to begin: the named one, or the first.
  func entry(in history: PriceHistory) throws(CommandError) -> Int {
    let entry: Int?
    switch start {
    case .none: return 0
    case .bar(let number): entry = number <= history.count ? number - 1 : nil
    case .moment(let moment):
      guard history.start != nil else {
        throw CommandError(
          .refused, "\(name) has no dates: give the number of a bar, from 1 to \(history.count)", at: startRange)
      }
      entry = history.bar(at: moment)
    }
    guard let entry else {
      throw CommandError(
        .refused, "\(name) runs from \(history.name(of: 0)) to \(history.name(of: history.count - 1))", at: startRange)
    }
    guard entry < history.count - 1 else {
      throw CommandError(
        .refused, "behind \(history.name(of: entry)) there is nothing more in \(name)", at: startRange)
    }
    return entry
  }

  /// The last bar, when it begins at `entry`.
  func last(in history: PriceHistory, from entry: Int) throws(CommandError) -> Int {
    guard let seconds else { return history.count - 1 }
    let bars = history.bars(in: seconds)
    guard entry + bars < history.count else {
      let left = (history.count - 1 - entry) * history.interval
      throw CommandError(
        .refused,
        "behind \(history.name(of: entry)) the file goes on for \(PassedTime.text(UInt64(left))), which is less",
        at: secondsRange)
    }
    return entry + bars
  }

  /// The word for the interval as it was said, with a blank before it.
  var intervalWord: String {
    interval == BarInterval.hour ? " hourly" : interval == BarInterval.day ? " daily" : ""
  }

  /// The asset whose price moves.
  func symbol(in world: World) -> Symbol { symbol ?? world.pricedDefault }

  /// What Tab offers behind the name of a history.
  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.last?.lowercased() {
    case "from": return dates(of: words[0], in: session)
    case "for": return [Candidate("30", "days, or another unit")]
    case "of": return Candidates.assets(session)
    default: break
    }
    if words.count > 1, words[words.count - 2].lowercased() == "for" {
      return TimeUnit.allCases.map { Candidate($0.plural, "a unit of time") }
    }
    let said = Set(words.map { $0.lowercased() })
    return [
      Candidate("from", "a date"), Candidate("for", "how long"), Candidate("of", "the asset whose price moves"),
      Candidate("hourly", "what rows without dates are"), Candidate("daily", "what rows without dates are"),
    ].filter { !said.contains($0.text) }
  }

  static var samples: [Candidate] {
    SampleHistory.allCases.map { Candidate($0.rawValue, $0.summary) }
  }

  /// The largest file that is looked into for Tab.
  private static let completionLimit = 4 * 1024 * 1024

  /// Days that are worth starting at: the first, that of the highest close, and the one before the largest fall.
  private static func dates(of name: String, in session: Session) -> [Candidate] {
    let history: PriceHistory
    if let sample = SampleHistory(rawValue: name.lowercased()) {
      history = sample.history
    } else {
      let files = session.surroundings.files
      guard let text = try? files.text(of: name, limit: completionLimit, what: "a price file"),
        let read = try? PriceFile.parse(text, file: name)
      else { return [] }
      history = read
    }
    guard history.start != nil else { return [] }
    let closes = history.closes
    let highest = closes.indices.dropLast().max { closes[$0] < closes[$1] } ?? 0
    let fall = closes.indices.dropLast().min { closes[$0 + 1] / closes[$0] < closes[$1 + 1] / closes[$1] } ?? 0
    var seen: Set<String> = []
    return [(0, "the first"), (highest, "the highest close"), (fall, "before the largest fall")].compactMap {
      bar, what in
      guard let date = history.moment(of: bar)?.dateText, seen.insert(date).inserted else { return nil }
      return Candidate(date, what)
    }
  }
}
