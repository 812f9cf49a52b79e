import Markets
import Testing

/// The samples do what their summaries say.
struct SampleHistoryTests {
  @Test func `a crash`() {
    let closes = SampleHistory.crash.history.closes
    let worst = (2..<closes.count).map { closes[$0] / closes[$0 - 2] - 1 }.min() ?? 0
    let lowest = closes.min() ?? 0
    let before = closes.prefix(32).last ?? 0
    #expect((worst * 100).rounded() == -40)
    #expect((0.45...0.55).contains((closes[closes.count - 1] - lowest) / (before - lowest)))
  }

  @Test func `a bleed`() {
    let closes = SampleHistory.bleed.history.closes
    #expect(closes.count == 121)
    #expect(zip(closes, closes.dropFirst()).allSatisfy { $1 / $0 > 0.95 })
    #expect(closes[120] / closes[0] < 0.6)
  }

  @Test func `a rally`() {
    let closes = SampleHistory.rally.history.closes
    let dip = (closes[35..<60].min() ?? 0) / (closes[..<40].max() ?? 1) - 1
    #expect(closes[closes.count - 1] / closes[0] > 2)
    #expect((dip * 100).rounded() == -28)
  }

  @Test(arguments: SampleHistory.allCases) func `bars hold their prices`(sample: SampleHistory) throws {
    let history = sample.history
    let (opens, highs, lows) = (try #require(history.opens), try #require(history.highs), try #require(history.lows))
    for bar in 0..<history.count {
      #expect(lows[bar] <= min(opens[bar], history.closes[bar]))
      #expect(highs[bar] >= max(opens[bar], history.closes[bar]))
    }
    #expect(history.name(of: 0) == "2024-01-01")
    #expect(history.interval == BarInterval.day)
  }
}
