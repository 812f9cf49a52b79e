import FixedPoint
import Lending
import Markets
import Testing

struct MarketFileTests {
  @Test func `every part of a file is read`() throws {
    let rates = TwoSlopeRateStrategy(optimalUtilization: 9000, baseRate: 25, slope1: 550, slope2: 30000)
    let ether = MarketAsset(
      asset: try #require(Asset(symbol: "ETH", name: "Ether", decimals: 18)), kind: .volatile,
      price: 200_000_000_000, follows: nil,
      configuration: ReserveConfiguration(
        maxLTV: 8000, liquidationThreshold: 8250, liquidationBonus: 10500, liquidationProtocolFee: 1000,
        reserveFactor: 1500, borrowingEnabled: true, rateStrategy: rates),
      suppliedByOthers: 1_500_000_000_000_000_000_000_000, borrowedByOthers: 1_800_000_000_000_000_000_000)
    let dollar = MarketAsset(
      asset: try #require(Asset(symbol: "USDC", name: "USD Coin", decimals: 6)), kind: .stable,
      price: 99_992_000, follows: "ETH",
      configuration: ReserveConfiguration(
        maxLTV: 0, liquidationThreshold: 0, liquidationBonus: 10000, liquidationProtocolFee: 0, reserveFactor: 1000,
        borrowingEnabled: false,
        rateStrategy: TwoSlopeRateStrategy(optimalUtilization: 9000, baseRate: 0, slope1: 550, slope2: 4000)),
      suppliedByOthers: 1_000_000_000_000, borrowedByOthers: 0)
    let expected = Market(
      name: "small", title: "Small", date: "2026-03-17", source: "made up",
      notes: ["first note", "issue #5 stays"], rules: "aave-v3.7", assets: [ether, dollar],
      efficiencyModes: [
        EfficiencyMode(
          id: 1, label: "All", maxLTV: 9300, liquidationThreshold: 9500, liquidationBonus: 10100, collateral: ["ETH"],
          borrowable: ["ETH", "USDC"])
      ],
      startingEfficiencyMode: 1,
      wallet: [
        Holding(symbol: "ETH", amount: 10_000_000_000_000_000_000), Holding(symbol: "USDC", amount: 5_000_000_000),
      ],
      collateral: "ETH", loan: "USDC", flashLoanFee: 5,
      swapTerms: [PoolTerms(base: "ETH", quote: "USDC", baseDepth: 1_000_000_000_000_000_000_000, fee: 30)])
    #expect(try MarketFile.parse(MarketFixture.text, file: "small.market") == expected)
  }

  @Test(arguments: [("$5", "500000000"), ("0.25", "25000000"), ("$0", "0"), ("1m", "100000000000000")])
  func `gas is dollars for a transaction`(gas: String, expected: String) throws {
    let text = try MarketFixture.text(
      replacing: "flash-loan-fee: 0.05%", with: "flash-loan-fee: 0.05%\ngas: \(gas)")
    #expect(try MarketFile.parse(text, file: "a").gas.description == expected)
    #expect(try MarketFile.parse(MarketFixture.text, file: "a").gas == 0)
  }

  @Test(arguments: [
    ("5%", "`5%` has to be dollars for a transaction; did you mean `$5`?"),
    ("1000001", "`1000001` is above the limit of $1,000,000 for a transaction"), ("cheap", "`cheap` is not a number"),
  ])
  func `what is no gas is refused`(gas: String, message: String) throws {
    let text = try MarketFixture.text(
      replacing: "flash-loan-fee: 0.05%", with: "flash-loan-fee: 0.05%\ngas: \(gas)")
    do {
      _ = try MarketFile.parse(text, file: "a")
      Issue.record("accepted")
    } catch {
      #expect("\(error)".hasSuffix(message), "\(error)")
    }
  }

  @Test(arguments: [
    MarketFixture.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
    "\u{FEFF}" + MarketFixture.text,
    MarketFixture.text + "\n\n\n",
    "\t# indented comment\n#\n" + MarketFixture.text,
    MarketFixture.text.split(separator: "\n").map { "\t \($0) \t" }.joined(separator: "\n"),
    MarketFixture.text.replacing(": ", with: ":\u{A0}\t"),
  ]) func `line ends, a byte order mark and white space do not matter`(text: String) throws {
    #expect(
      try MarketFile.parse(text, file: "a") == MarketFile.parse(MarketFixture.text, file: "a"))
  }

  @Test(arguments: [
    ("$2,000", "2000", "200000000000"), ("$2,000", "2_000.00", "200000000000"), ("$2,000", "$2k", "200000000000"),
    ("$2,000", "$0.00000001", "1"), ("$2,000", ".5", "50000000"), ("$2,000", "1.5m", "150000000000000"),
    ("$2,000", "1.50000000000", "150000000"), ("$2,000", "0.123456789M", "12345678900000"),
    ("$2,000", "$900,000,000", "90000000000000000"),
  ]) func `numbers as at the prompt`(old: String, new: String, price: String) throws {
    let text = try MarketFixture.text(replacing: "price: \(old)", with: "price: \(new)")
    #expect(try MarketFile.parse(text, file: "a").asset("eth")?.price.description == price)
  }

  @Test func `keys and asset names may be in any case`() throws {
    let text = try MarketFixture.text(replacing: "collateral: ETH", with: "Collateral: eTh")
    #expect(try MarketFile.parse(text, file: "a").collateral == "ETH")
  }

  @Test func `what is optional may be missing`() throws {
    var text = MarketFixture.text
    for line in [
      "date: 2026-03-17\n", "note: first note\n", "note: issue #5 stays # this goes\n",
      "wallet: 10 ETH, 5,000 USDC\n", "efficiency-mode: 1\n", "follows: ETH\n", "[pool ETH/USDC]\n",
      "depth: 1,000 ETH\n", "\nfee: 0.3%", "borrowing: no",
    ] {
      text.replace(line, with: line == "borrowing: no" ? "borrowing: yes" : "", maxReplacements: 1)
    }
    let market = try MarketFile.parse(text, file: "a")
    #expect(market.date == "")
    #expect(market.notes == [])
    #expect(market.wallet == [])
    #expect(market.startingEfficiencyMode == nil)
    #expect(market.swapTerms == [])
    #expect(market.asset("USDC")?.follows == nil)
  }

  @Test func `lookup by text ignores case and by symbol does not`() throws {
    let market = try MarketFile.parse(MarketFixture.text, file: "a")
    let weth: Symbol = "eth"
    #expect(market.asset("eTH")?.asset.symbol == "ETH")
    #expect(market.asset(weth) == nil)
    #expect(market.asset("DAI" as String) == nil)
  }

  /// The message of the error in a file, or `accepted`.
  private func message(of bytes: some Sequence<UInt8>) -> String {
    do {
      _ = try MarketFile.parse(bytes: Array(bytes), file: "a")
      return "accepted"
    } catch {
      return error.description
    }
  }

  @Test func `limits of size`() throws {
    let long = "# " + String(repeating: "x", count: 999)
    #expect(message(of: long.utf8) == "a:1:1: the line has 1001 bytes, more than the limit of 1000")
    let large = String(repeating: "#\n", count: 500_001)
    #expect(message(of: large.utf8) == "a:1:1: the file has 1000002 bytes, more than the limit of 1000000")

    let section = try #require(MarketFixture.text.firstRange(of: "[asset USDC]"))
    let end = try #require(MarketFixture.text.firstRange(of: "[efficiency-mode 1]"))
    let dollar = String(MarketFixture.text[section.lowerBound..<end.lowerBound])
    let many = (0..<63).map { dollar.replacing("USDC", with: "A\($0)") }.joined()
    #expect(message(of: (MarketFixture.text + "\n" + many).utf8) == "a:1241:1: more than 64 assets")
  }

  @Test func `bytes that are no text`() throws {
    let bytes: [UInt8] = [0x23, 0x0A, 0xC3, 0x28, 0x0A]
    #expect(message(of: bytes + MarketFixture.text.utf8) == "a:2:1: the line is not valid UTF-8")
  }
}
