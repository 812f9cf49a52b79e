/// Histories that a rule has made, so that prices can be replayed where there is no file. They are no real prices.
///
/// Prices lie on straight lines between corners, each bar a little above or below its line in a fixed order.
public enum SampleHistory: String, CaseIterable, Sendable {
  case crash
  case bleed
  case rally

  /// What happens, in a few words.
  public var summary: String {
    switch self {
    case .crash: "a calm month, 40% down in two days, half of it regained"
    case .bleed: "four months downwards, no single day of more than 5%"
    case .rally: "a double within three months, with a fall of 28% on the way"
    }
  }

  /// Days from the first, and prices; ether as one might imagine it.
  private var corners: [(day: Int, price: Double)] {
    switch self {
    case .crash: [(0, 1_900), (28, 2_150), (31, 2_050), (33, 1_220), (40, 1_400), (62, 1_640), (90, 1_610)]
    case .bleed: [(0, 2_000), (30, 1_720), (45, 1_790), (80, 1_310), (120, 1_090)]
    case .rally: [(0, 1_500), (35, 2_300), (42, 1_660), (70, 2_750), (90, 3_050)]
    }
  }

  /// By how much bars are beside their line, in turn.
  private static let ripple = [0, 0.008, -0.011, 0.004, 0.013, -0.006, -0.015, 0.009, 0.002, -0.004, 0.011]

  /// Daily bars from 2024-01-01 on, in cents.
  public var history: PriceHistory {
    let days = corners[corners.count - 1].day
    let closes = (0...days).map { day in
      Self.cents(line(at: day) * (1 + Self.ripple[day % Self.ripple.count]))
    }
    let opens = [closes[0]] + closes.dropLast()
    let wicks = closes.indices.map { 0.004 + 0.003 * Double($0 % 5) }
    return PriceHistory(
      start: CivilDate(year: 2024, month: 1, day: 1).map { Moment($0) }, interval: BarInterval.day, closes: closes,
      opens: opens, highs: closes.indices.map { Self.cents(max(opens[$0], closes[$0]) * (1 + wicks[$0])) },
      lows: closes.indices.map { Self.cents(min(opens[$0], closes[$0]) * (1 - wicks[$0])) }, gaps: [], findings: [])
  }

  private func line(at day: Int) -> Double {
    let next = corners.firstIndex { $0.day > day } ?? corners.count - 1
    let (from, to) = (corners[next - 1], corners[next])
    return from.price + (to.price - from.price) * Double(day - from.day) / Double(to.day - from.day)
  }

  private static func cents(_ price: Double) -> Double { (price * 100).rounded() / 100 }
}
