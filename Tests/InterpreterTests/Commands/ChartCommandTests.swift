import FixedPoint
import Lending
import Markets
import Reports
import Testing

@testable import Interpreter

struct ChartCommandTests {
  /// Positions of every kind, and the asset whose price is drawn.
  private static let positions = [
    (market: "classroom", commands: "deposit 10 ETH; loop 5 at 70%", asset: "ETH"),
    (market: "classroom", commands: "deposit 10 ETH; borrow 13200 USDC", asset: "ETH"),
    (market: "classroom", commands: "swap max ETH to USDC; deposit max; borrow 5 ETH; reinvest", asset: "ETH"),
    (market: "classroom", commands: "keepers off; deposit 10 ETH; loop 5 at 70%; price -25%", asset: "ETH"),
    (market: "classroom", commands: "deposit 10 ETH; loop 3 at 70%; oracle freeze; price -10%", asset: "ETH"),
    (market: "aave-v3-ethereum", commands: "deposit 4 WETH; loop 2 at 60%; wait 90 days", asset: "WETH"),
    (market: "aave-v3-ethereum-emode", commands: "deposit 10 wstETH; borrow 85% WETH", asset: "wstETH"),
  ]

  /// A line's points are what the ledger says when the price is moved there by hand.
  @Test(arguments: positions)
  func `points are the ledger's`(market: String, commands: String, asset: String) throws {
    var session = try ClassroomSession.make(market: market)
    #expect(session.output(of: commands).succeeded)
    let drawing = try PositionChart(of: session.world.position, in: session.world)
    #expect(drawing.equity.x.title == "price of \(asset)")
    for (chart, line, quantity, keepers) in [
      (drawing.equity, "equity", "equity", "off"), (drawing.equity, "after liquidation", "equity", "on"),
      (drawing.healthFactor, "health factor", "hf", "off"),
    ] {
      let points = chart.points(of: line)
      #expect(points.count > 20 || keepers == "on", "\(line)")
      for point in [points.first, points.dropFirst(points.count / 2).first, points.last].compactMap({ $0 }) {
        var moved = session
        let price = Rational(exactly: point.x).map { $0.decimalText(places: 8) } ?? ""
        #expect(moved.output(of: "oracle follow; keepers \(keepers); price \(asset) \(price)").succeeded)
        let exact = try #require(Double(moved.printed(quantity)), "\(line) at \(price)")
        #expect(
          (point.y - exact).magnitude <= 1e-9 * max(1, exact.magnitude), "\(line) at \(price): \(point.y), \(exact)")
      }
    }
  }

  /// The line ends, and the other begins, where keepers begin to act.
  @Test func `keepers act below the liquidation price and nowhere else`() throws {
    var session = try ClassroomSession.make()
    #expect(session.output(of: "deposit 10 ETH; borrow 13200 USDC").succeeded)
    let chart = try PositionChart(of: session.world.position, in: session.world).equity
    #expect(chart.points(of: "equity").map(\.x).min() == 1_600)
    #expect(chart.points(of: "after liquidation").map(\.x).max() ?? 0 < 1_600)
    #expect(session.output(of: "keepers off").succeeded)
    let untouched = try PositionChart(of: session.world.position, in: session.world).equity
    #expect(untouched.points(of: "after liquidation").isEmpty)
    #expect(untouched.points(of: "equity").map(\.x).min() == 800)
  }

  /// At the break-even price everything the learner has is worth what the market's wallet would be worth untouched.
  @Test(
    arguments: [
      (market: "classroom", commands: "deposit 10 ETH; loop 5 at 70%", asset: "ETH", breakEven: "2000"),
      ("classroom", "deposit 4 ETH; loop 2 at 70%; price 1700", "ETH", "2000"),
      ("classroom", "pool 2000 ETH fee 0.3%; deposit 10 ETH; loop 3 at 70%", "ETH", nil),
      ("classroom", "swap max ETH to USDC; deposit max; price +10%; borrow 5 ETH; reinvest; wait 30 days", "ETH", nil),
      ("aave-v3-ethereum", "deposit 4 WETH; loop 2 at 60%; wait 90 days; borrow 100 USDC", "WETH", nil),
    ] as [(String, String, String, String?)])
  func `break-even is where holding would have led`(
    market: String, commands: String, asset: String, breakEven: String?
  ) throws {
    var session = try ClassroomSession.make(market: market)
    let held = session.world.market.wallet.map { "\(session.world.typed($0.amount, $0.symbol)) * price(\($0.symbol))" }
    #expect(session.output(of: commands).succeeded)
    let found = try #require(session.world.breakEvenPrice(of: session.world.decidingAsset(of: session.world.position)))
    if let breakEven { #expect(found.price.decimalText(places: 8) == breakEven) }
    #expect(session.output(of: "keepers off; price \(asset) \(found.price.decimalText(places: 8))").succeeded)
    let wallet = session.world.market.assets.map { "wallet(\($0.asset.symbol)) * price(\($0.asset.symbol))" }
    let gain = session.printed("equity + \(wallet.joined(separator: " + ")) - (\(held.joined(separator: " + ")))")
    #expect(try #require(Double(gain)).magnitude < 1e-5, "\(gain) at \(found.price.decimalText(places: 8))")
  }

  @Test(arguments: [
    ("chart", "error: there is no position to draw: try `deposit 10 ETH`"),
    ("deposit 10 ETH; chart hf", "error: without debt there is no health factor to draw: try `chart`"),
    ("deposit 10 ETH; chart ladder", "error: no loop was made yet: try `loop 3 at 70%`"),
    ("chart ladders", "error: `ladders` is none of `equity`, `hf`, `ladder`; did you mean `ladder`?"),
    ("chart hf 3", "error: `3` is more than `chart` takes: try `chart`, `chart hf` or `chart ladder`"),
  ])
  func `what cannot be drawn is refused`(line: String, error: String) throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(output.split(separator: "\n").contains { $0 == error }, "\(output)")
  }

  /// The bars are the rungs, and their parts what is owed.
  @Test func `the ladder's columns are its rows`() throws {
    var session = try ClassroomSession.make()
    #expect(session.output(of: "deposit 10 ETH; loop 2 at 70%; repay 1000 USDC").succeeded == false)
    #expect(session.output(of: "withdraw 1 ETH").succeeded)
    let chart = LadderReport(world: session.world, rungs: session.world.ladder.rungs).chart(share: nil)
    #expect(chart.x.ticks.map(\.label) == ["0", "1", "2", "reduced"])
    guard case .columns(_, let bars, _, _, _) = chart.layers[0] else {
      Issue.record("the first layer is no columns")
      return
    }
    #expect(bars.map(\.value) == [20_000, 34_000, 43_800, 41_800])
    #expect(bars.map(\.part) == [0, 14_000, 23_800, 23_800])
  }
}

extension Chart {
  /// The points of a line; none where there is no line of that name.
  fileprivate func points(of line: String) -> [Point] {
    for case .line(line, let points, _) in layers { return points }
    return []
  }
}
