import Foundation
import Markets
import Testing

/// Where real prices are, if anywhere.
private let folder = ProcessInfo.processInfo.environment["LEVER_PRICES"]

/// Real files of hourly and daily prices; skipped unless the environment variable `LEVER_PRICES` names their folder.
@Suite(.enabled(if: folder != nil, "the environment variable LEVER_PRICES names no folder with prices"))
struct RealPriceFilesTests {
  private func history(_ name: String, interval: Int? = nil) throws -> PriceHistory {
    let folder = try #require(folder)
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    return try PriceFile.parse(bytes: Array(data), file: name, interval: interval)
  }

  @Test func `daily prices through March 2020`() throws {
    let history = try history("eth_usd_daily_to_2022-02.csv")
    let day = try #require(Moment("2020-03-11"))
    let bar = try #require(history.bar(at: day))
    #expect(history.interval == BarInterval.day)
    #expect(history.closes[bar...bar + 1].map { ($0 * 100).rounded() / 100 } == [194.87, 112.35])
    #expect(history.lows != nil && history.highs != nil && history.opens != nil)
  }

  @Test(arguments: [
    ("eth_usd_hourly_2020-03_blackthursday.csv", "2020-03-12 10:00", -18.8),
    ("eth_usd_hourly_2021-05-19_crash.csv", "2021-05-19 12:00", -15.5),
  ]) func `the largest hourly falls`(file: String, time: String, percent: Double) throws {
    let history = try history(file)
    let moves = zip(history.closes, history.closes.dropFirst()).map { log($1 / $0) * 100 }
    let largest = try #require(moves.indices.min { moves[$0] < moves[$1] })
    #expect(history.interval == BarInterval.hour)
    #expect(history.name(of: largest + 1) == time)
    #expect((moves[largest] * 10).rounded() / 10 == percent)
  }

  @Test func `prices without dates`() throws {
    let history = try history("eth_usd_hourly_close_2018-05_to_2022-02.csv", interval: BarInterval.hour)
    #expect(history.count == 32_659)
    #expect(history.closes[0] == 733)
    #expect(history.findings.isEmpty)
  }

  @Test func `a stablecoin`() throws {
    let history = try history("usdc_usd_daily_to_2022-02.csv")
    #expect(history.closes.allSatisfy { (0.8...1.2).contains($0) })
  }
}
