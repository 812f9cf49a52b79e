import FixedPoint
import Foundation
import Lending
import Markets
import Testing

struct PresetsTests {
  /// The folder that holds `Package.swift`.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the shipped presets`() {
    #expect(Presets.names == ["classroom", "aave-v3-ethereum", "aave-v3-ethereum-emode"])
    #expect(Presets.text(named: "nowhere") == nil)
  }

  @Test func `the embedded texts are those of the files`() throws {
    let folder = Self.root.appending(path: "markets")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".market") }
    #expect(Set(files) == Set(Presets.names.map { "\($0).market" }), "run script/generate")
    for name in Presets.names {
      let text = try String(contentsOf: folder.appending(path: "\(name).market"), encoding: .utf8)
      #expect(Presets.text(named: name) == text, "run script/generate")
    }
  }

  @Test(arguments: Presets.names) func `a preset is a market of its own name`(name: String) throws {
    let market = try #require(try Presets.market(named: name))
    #expect(market.name == name)
    #expect(market.wallet.map(\.symbol) == [market.collateral])
    #expect(try Exchange(market: market).isFrictionless == (name == "classroom"))
  }

  @Test func `the efficiency mode preset has the same reserves`() throws {
    let plain = try #require(try Presets.market(named: "aave-v3-ethereum"))
    var correlated = try #require(try Presets.market(named: "aave-v3-ethereum-emode"))
    #expect(correlated.startingEfficiencyMode == 1)
    #expect(
      correlated.notes.removeFirst() == "The learner starts in efficiency mode 1, in which only WETH can be borrowed.")
    correlated.name = plain.name
    correlated.title = plain.title
    correlated.startingEfficiencyMode = plain.startingEfficiencyMode
    correlated.collateral = plain.collateral
    correlated.loan = plain.loan
    correlated.wallet = plain.wallet
    #expect(correlated == plain)
  }

  @Test func `the classroom's numbers`() throws {
    #expect(
      try summary(of: "classroom") == """
        classroom, , the course's own round numbers, aave-v3.7, 10 ETH, ETH against USDC, flash 5
        ETH 18 volatile $2000 8000/8250/10500 fee 0 reserve 1000 rates 9000/0/550/4000 borrow true others 1000000/450000
        USDC 6 stable $1 8000/8250/10500 fee 0 reserve 1000 rates 9000/0/550/4000 borrow true others 1000000000/450000000
        """)
  }

  @Test func `the published numbers`() throws {
    #expect(
      try summary(of: "aave-v3-ethereum") == """
        aave-v3-ethereum, 2026-03-17, bgd-labs/protocol-v3.7-upgrade reports/1_0x87870Bca..._after.json @ \
        6294f671af32f34940543e7de83924582a7e4d00, aave-v3.7, 10 WETH, WETH against USDC, flash 5
        WETH 18 volatile $2329.54 8050/8300/10500 fee 1000 reserve 1500 rates 9200/0/235/600 borrow true \
        others 2000000/1800000
        wstETH 18 volatile $2864.35 7850/8100/10600 fee 1000 reserve 3500 rates 8000/0/100/4000 borrow false \
        others 1000000/0 follows WETH
        WBTC 8 volatile $73650.25 7300/7800/10500 fee 1000 reserve 5000 rates 8000/25/250/30000 borrow true \
        others 40000/4000
        USDC 6 stable $0.99992 7500/7800/10450 fee 2000 reserve 1000 rates 9200/0/400/1000 borrow true \
        others 4000000000/3400000000
        DAI 18 stable $1 0/7700/10500 fee 2000 reserve 2500 rates 9200/0/500/3500 borrow true \
        others 150000000/120000000
        LINK 18 volatile $10 0/7100/10700 fee 1000 reserve 2000 rates 4500/0/700/30000 borrow true \
        others 20000000/1000000
        mode 1 ETH correlated 9300/9500/10100 WETH wstETH borrow WETH
        mode 40 LINK 6600/7100/10700 LINK borrow USDC
        pool 20000 WETH/USDC 5
        pool 500 WBTC/USDC 30
        pool 500000 LINK/USDC 30
        pool 20000000 DAI/USDC 1
        pool 100000 wstETH/WETH 1
        """)
  }

  /// Every number of a preset, basis points raw and amounts in whole tokens.
  private func summary(of name: String) throws -> String {
    let market = try #require(try Presets.market(named: name))
    func whole(_ amount: UInt256, _ symbol: Symbol) throws -> String {
      amount.decimalText(decimals: try #require(market.asset(symbol)).asset.decimals)
    }
    let wallet = try market.wallet.map { "\(try whole($0.amount, $0.symbol)) \($0.symbol)" }.joined(separator: ", ")
    var lines = [
      [
        market.name, market.date, market.source, market.rules, wallet, "\(market.collateral) against \(market.loan)",
        "flash \(market.flashLoanFee.raw)",
      ].joined(separator: ", ")
    ]
    for listed in market.assets {
      let rules = listed.configuration
      let rates = rules.rateStrategy
      let symbol = listed.asset.symbol
      lines.append(
        "\(symbol) \(listed.asset.decimals) \(listed.kind) $\(listed.price.decimalText(decimals: 8)) "
          + "\(rules.maxLTV.raw)/\(rules.liquidationThreshold.raw)/\(rules.liquidationBonus.raw) "
          + "fee \(rules.liquidationProtocolFee.raw) reserve \(rules.reserveFactor.raw) "
          + "rates \(rates.optimalUtilization.raw)/\(rates.baseRate.raw)/\(rates.slope1.raw)/\(rates.slope2.raw) "
          + "borrow \(rules.borrowingEnabled) "
          + "others \(try whole(listed.suppliedByOthers, symbol))/\(try whole(listed.borrowedByOthers, symbol))"
          + (listed.follows.map { " follows \($0)" } ?? ""))
    }
    for mode in market.efficiencyModes {
      lines.append(
        "mode \(mode.id) \(mode.label) \(mode.maxLTV.raw)/\(mode.liquidationThreshold.raw)/"
          + "\(mode.liquidationBonus.raw) \(mode.collateral.sorted().map(\.text).joined(separator: " ")) "
          + "borrow \(mode.borrowable.sorted().map(\.text).joined(separator: " "))")
    }
    for pool in market.swapTerms {
      lines.append("pool \(try whole(pool.baseDepth, pool.base)) \(pool.base)/\(pool.quote) \(pool.fee.raw)")
    }
    return lines.joined(separator: "\n")
  }
}
