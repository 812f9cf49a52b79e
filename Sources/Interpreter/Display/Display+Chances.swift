import FixedPoint

/// Figures of a model of chance. They are estimates, so they are rounded to the nearest and not towards danger.
extension Display {
  /// A chance: `33.1%`; two digits of a small one, and words for what is too near to 0 or 1 for the model to tell.
  static func chance(_ probability: Double) -> String {
    guard probability >= 1e-6, let exact = Rational(exactly: probability) else { return rare }
    if probability < 1, probability > 0.9995 { return "> 99.9%" }
    guard probability < 0.001 else { return percent(exact) }
    return percent(exact, places: probability < 0.000_01 ? 5 : probability < 0.000_1 ? 4 : 3)
  }

  /// The same within a sentence: `under one in a million`.
  static func chanceInWords(_ probability: Double) -> String {
    let text = chance(probability)
    if text == rare { return "under one in a million" }
    return text.replacing("> ", with: "over ")
  }

  private static let rare = "< 1 in a million"

  /// A standard deviation as a percentage of three digits: `4.19%`, `22.9%`.
  static func sigma(_ share: Double) -> String {
    guard let exact = Rational(exactly: share) else { return "–" }
    return percent(exact, places: share < 0.099_95 ? 2 : 1)
  }

  /// How many standard deviations: `5.33`.
  static func sigmas(_ count: Double) -> String {
    guard count < 1_000_000, let exact = Rational(exactly: count) else { return "> 1,000,000" }
    return grouped(exact.fixedText(places: 2))
  }

  /// A yearly rate with its sign left out: `1.65%`.
  static func rate(_ rate: Double) -> String {
    Rational(exactly: rate.magnitude).map { percent($0, places: 2) } ?? "–"
  }

  /// Days as they were typed, with at most four decimals: `30 days`.
  static func days(_ days: Rational) -> String {
    days == 1 ? "1 day" : "\(grouped(typed(days))) days"
  }
}
