import Simulation

/// Loops of 16 leverages that are entered at every hour of a history and held for 30 days.
struct ReplayWork {
  private let closes: [Double]
  private let rounds: Int

  /// How many bars are made where there is no file: as many as the file that others are measured with has.
  private static let bars = 32_659

  /// Reads `FILE|- ROUNDS`: a file with one price a line below a header, or prices that a seed makes.
  init?(_ words: [String]) {
    guard words.count == 2, let rounds = Int(words[1]), rounds > 0 else { return nil }
    self.rounds = rounds
    closes = words[0] == "-" ? Self.random : Self.prices(in: words[0])
    guard closes.count > 720 else { return nil }
  }

  /// `seconds 0.0087 liquidated 0.09427 0.32456 mean 1.1547`: at 2x and 3x, and the mean equity at 2x.
  var measured: String {
    let hour = 1 / 8_760.0
    let terms = LoopTerms(
      liquidationThreshold: 0.83, penalty: 0.05, collateralGrowth: 0.02 * hour, debtGrowth: 0.05 * hour)
    let leverages = (0..<16).map { 1.25 + 0.25 * Double($0) }
    var best = Double.infinity
    var result = ""
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      let ladder = ReplayLadder(prices: BarPrices(closes: closes), terms: terms, hold: 720)
      guard let outcomes = ladder.outcomes(of: leverages) else { continue }
      result = "liquidated \(outcomes[3].liquidatedShare) \(outcomes[7].liquidatedShare) mean \(outcomes[3].meanEquity)"
      best = min(best, (ContinuousClock.now - start) / .seconds(1))
    }
    return "seconds \(best) \(result)"
  }

  /// Hourly prices with a volatility of about 75% a year: steps of up to 1.5% to either side.
  private static var random: [Double] {
    var state: UInt64 = 7
    var price = 1_000.0
    return (0..<bars).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      price *= exponential((Double(state >> 11) * 0x1p-53 - 0.5) * 0.03)
      return price
    }
  }

  /// The numbers of a file's lines.
  private static func prices(in file: String) -> [Double] {
    guard let text = Files.text(of: file) else { return [] }
    return text.split(separator: "\n").compactMap { Double($0) }
  }
}
