import Markets
import TestSupport
import Testing

/// One mistake per rule of the market file; the whole message is compared.
struct MarketFileErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let expected: String
    var testDescription: String { "\(old) -> \(new)" }

    init(_ old: String, _ new: String, _ expected: String) {
      (self.old, self.new, self.expected) = (old, new, expected)
    }
  }

  private func message(of text: String) -> String {
    do {
      _ = try MarketFile.parse(text, file: "my.market")
      return "accepted"
    } catch {
      return error.description
    }
  }

  @Test(arguments: lineCases + valueCases + ruleCases) func `a mistake is named with its place`(_ mistake: Case) throws
  {
    let text = try MarketFixture.text(replacing: mistake.old, with: mistake.new)
    #expect(message(of: text) == mistake.expected)
  }

  @Test(arguments: [
    ("", "my.market:1:1: the file lacks `market`"),
    ("[asset ETH]", "my.market:1:1: the file lacks `market`"),
    (
      "market: a\ntitle: a\nsource: a\nrules: aave-v3.7\ncollateral: A\nloan: B\nflash-loan-fee: 0%",
      "my.market:1:1: the file lists no asset: it needs a section such as `[asset ETH]`"
    ),
  ]) func `files without content`(text: String, expected: String) {
    #expect(message(of: text) == expected)
  }

  @Test func `what is borrowed can be reinvested through the pools`() throws {
    let start = try #require(MarketFixture.text.firstRange(of: "[asset USDC]")).lowerBound
    let end = try #require(MarketFixture.text.firstRange(of: "[efficiency-mode 1]")).lowerBound
    let dai = String(MarketFixture.text[start..<end]).replacing("USDC", with: "DAI")
    let text = MarketFixture.text.replacing("[pool ETH/USDC]", with: dai + "[pool ETH/DAI]")
    #expect(
      message(of: text) == """
        my.market:10:7: no pool leads from USDC to ETH: what is borrowed could not be reinvested
        """)
    #expect(message(of: text + "\n[pool USDC/DAI]\ndepth: 5 USDC\nfee: 0%") == "accepted")
  }

  @Test func `limits of number`() throws {
    let notes = String(repeating: "note: more\n", count: 63)
    let withNotes = try MarketFixture.text(replacing: "market: small", with: notes + "market: small")
    #expect(message(of: withNotes) == "my.market:70:7: more than 64 notes")
    let modes = (2...65).map {
      """

      [efficiency-mode \($0)]
      label: More
      max-ltv: 1%
      liquidation-threshold: 1%
      liquidation-bonus: 1%
      collateral: ETH
      borrowable: ETH
      """
    }
    #expect(message(of: MarketFixture.text + modes.joined()) == "my.market:504:1: more than 64 efficiency modes")
  }

  @Test func `damaged files are refused with a place in the file`() throws {
    var random = SeededGenerator(seed: 31)
    let alphabet = Array("[]:#/,.$%-_ \n\t019kmEethUSDC\u{0}\u{301}\u{FEFF}".utf8) + [0xC3, 0xFF]
    let whole = Array(try #require(Presets.text(named: "classroom")).utf8)
    for _ in 0..<1_500 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(try #require(alphabet.randomElement(using: &random)), at: place)
        default: bytes[place] = try #require(alphabet.randomElement(using: &random))
        }
      }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      do {
        _ = try MarketFile.parse(bytes: bytes, file: "my.market")
      } catch {
        let comment = Comment(rawValue: "\(random.description): \(error)")
        #expect((1...lines.count).contains(error.line), comment)
        #expect((1...lines[error.line - 1].count + 1).contains(error.column), comment)
      }
    }
  }

  // MARK: Lines, keys and sections

  static let lineCases = [
    Case(
      "title: Small", "title Small",
      "my.market:3:1: `title Small` is neither `key: value`, a `[section]` nor a `#` comment"),
    Case("title: Small", "title:", "my.market:3:1: `title` has no value"),
    Case("title: Small", "titel: Small", "my.market:3:1: unknown key `titel` in the file; did you mean `title`?"),
    Case("title: Small", "zebra: Small", "my.market:3:1: unknown key `zebra` in the file"),
    Case("title: Small\n", "", "my.market:1:1: the file lacks `title`"),
    Case(
      "title: Small", "title: Small\ntitle: Other",
      "my.market:4:1: `title` is given twice in the file, first on line 3"),
    Case("title: Small", "title: S\u{0}mall", "my.market:3:9: the character U+0000 is not allowed"),
    Case("title: Small", "title: \u{1B}[31mSmall", "my.market:3:8: the character U+001B is not allowed"),
    Case("title: Small", "title: \u{202E}Small", "my.market:3:8: the character U+202E is not allowed"),
    Case("slope1: 5.5%\n", "", "my.market:15:1: [asset ETH] lacks `slope1`"),
    Case("price: $2,000", "prise: $2,000", "my.market:19:1: unknown key `prise` in [asset ETH]; did you mean `price`?"),
    Case(
      "fee: 0.3%", "fee: 0.3%\nfee: 0.3%",
      "my.market:63:1: `fee` is given twice in [pool ETH/USDC], first on line 62"),
    Case("[asset USDC]", "[assets USDC]", "my.market:33:2: unknown section `assets`; did you mean `asset`?"),
    Case("[asset USDC]", "[liquidations]", "my.market:33:2: unknown section `liquidations`"),
    Case("[asset USDC]", "[asset USDC", "my.market:33:1: `[asset USDC` does not end in `]`"),
    Case("[asset USDC]", "[asset]", "my.market:33:1: `[asset]` does not say which: write `[asset ETH]`"),
    Case("[asset USDC]", "[asset eth]", "my.market:33:8: asset `eth` is listed twice, first on line 15"),
    Case(
      "[asset USDC]", "[asset 1INCH]",
      "my.market:33:8: `1INCH` is no symbol: use up to 16 letters and digits, with a letter first"),
    Case(
      "[asset USDC]", "[asset Max]",
      "my.market:33:8: `Max` is a word of the commands, which an asset cannot be named"),
    Case("[pool ETH/USDC]", "[pool ETH]", "my.market:60:7: `ETH` has to be two assets, such as `[pool ETH/USDC]`"),
    Case("[pool ETH/USDC]", "[pool ETH/USDT]", "my.market:60:11: `USDT` is not a listed asset; did you mean `USDC`?"),
    Case("[pool ETH/USDC]", "[pool ETH/eth]", "my.market:60:7: a pool needs two different assets"),
    Case(
      "[pool ETH/USDC]", "[pool USDC/ETH]\ndepth: 5 USDC\nfee: 0%\n[pool ETH/USDC]",
      "my.market:63:7: the pool of ETH and USDC is listed twice, first on line 60"),
    Case("[efficiency-mode 1]", "[efficiency-mode 0]", "my.market:52:18: `0` has to be a whole number from 1 to 255"),
    Case(
      "[pool ETH/USDC]",
      "[efficiency-mode 1]\nlabel: B\nmax-ltv: 1%\nliquidation-threshold: 1%\nliquidation-bonus: 1%\n"
        + "collateral: ETH\nborrowable: ETH\n[pool ETH/USDC]",
      "my.market:60:18: efficiency mode 1 is listed twice, first on line 52"),
  ]

  // MARK: Values

  static let valueCases = [
    Case(
      "market: small", "market: Small",
      "my.market:2:9: `Small` is no market name: use up to 64 of a-z, 0-9, `-` and `.`, with a letter or digit first"),
    Case(
      "market: small", "market: ../small",
      "my.market:2:9: `../small` is no market name: use up to 64 of a-z, 0-9, `-` and `.`, with a letter or digit first"
    ),
    Case(
      "date: 2026-03-17", "date: 17 March 2026",
      "my.market:4:7: `17 March 2026` is no day: write it as `2026-03-17`"),
    Case("date: 2026-03-17", "date: 2026-02-29", "my.market:4:7: `2026-02-29` is no day: write it as `2026-03-17`"),
    Case(
      "rules: aave-v3.7", "rules: aave-v3.5",
      "my.market:8:8: unknown rules `aave-v3.5`, known is `aave-v3.7`; did you mean `aave-v3.7`?"),
    Case("rules: aave-v3.7", "rules: barter", "my.market:8:8: unknown rules `barter`, known is `aave-v3.7`"),
    Case("decimals: 18", "decimals: 19", "my.market:17:11: `19` has to be a whole number from 0 to 18"),
    Case("decimals: 18", "decimals: many", "my.market:17:11: `many` has to be a whole number from 0 to 18"),
    Case(
      "kind: volatile", "kind: volatil",
      "my.market:18:7: unknown kind `volatil`, known is `volatile` or `stable`; did you mean `volatile`?"),
    Case("borrowing: yes", "borrowing: maybe", "my.market:29:12: `maybe` has to be `yes` or `no`"),
    Case("price: $2,000", "price: dear", "my.market:19:8: `dear` is not a number"),
    Case("price: $2,000", "price: -2,000", "my.market:19:8: `-2,000` is negative"),
    Case("price: $2,000", "price: $2,00", "my.market:19:8: `$2,00` has a comma that does not separate three digits"),
    Case("price: $2,000", "price: 5%", "my.market:19:8: `5%` has to be a price in dollars; did you mean `$5`?"),
    Case("price: $2,000", "price: $0", "my.market:19:8: `$0` is not a price: it has to be above 0"),
    Case(
      "price: $2,000", "price: $0.123456789",
      "my.market:19:8: `$0.123456789` is too precise: prices have at most 8 decimals"),
    Case(
      "price: $2,000", "price: $1000000000.01",
      "my.market:19:8: `$1000000000.01` is above the limit of $1,000,000,000"),
    Case("price: $2,000", "price: 1e80", "my.market:19:8: `1e80` is not a number"),
    Case(
      "price: $2,000", "price: $99999999999999999999999999999999999999999999999999999999999999999999999999999999",
      "my.market:19:8: `$999999999999999999999999999999999999...` is too large"),
    Case("max-ltv: 80%", "max-ltv: 80", "my.market:20:10: `80` has to be a percentage; did you mean `80%`?"),
    Case("max-ltv: 80%", "max-ltv: $80", "my.market:20:10: `$80` has to be a percentage; did you mean `80%`?"),
    Case("max-ltv: 80%", "max-ltv: 101%", "my.market:20:10: `101%` is above 100%"),
    Case(
      "max-ltv: 80%", "max-ltv: 80.125%",
      "my.market:20:10: `80.125%` is too precise: percentages have at most two decimals (whole basis points)"),
    Case("slope2: 300%", "slope2: 1001%", "my.market:28:9: `1001%` is above 1000%"),
    Case(
      "supplied: 1.5m ETH", "supplied: 1.5m",
      "my.market:30:11: `1.5m` has to be an amount and an asset, such as `10 ETH`"),
    Case("supplied: 1.5m ETH", "supplied: 1.5m USDC", "my.market:30:11: `1.5m USDC` has to be an amount of ETH"),
    Case(
      "supplied: 1.5m ETH", "supplied: $1.5m ETH",
      "my.market:30:11: `$1.5m` has to be an amount of ETH, without `$` and `%`"),
    Case("supplied: 1.5m ETH", "supplied: 1.5t ETH", "my.market:30:11: `1.5t` is not a number"),
    Case(
      "supplied: 1.5m ETH", "supplied: 1,000,000,000,001 ETH",
      "my.market:30:11: `1,000,000,000,001 ETH` is above the limit of 1,000,000,000,000 tokens"),
    Case(
      "wallet: 10 ETH, 5,000 USDC", "wallet: 10 ETH, 0.0000001 USDC",
      "my.market:11:17: `0.0000001` is too precise: USDC has 6 decimals"),
    Case("wallet: 10 ETH, 5,000 USDC", "wallet: 10 ETH,", "my.market:11:16: the list has an empty item"),
    Case("wallet: 10 ETH, 5,000 USDC", "wallet: 10 ETH, 0 USDC", "my.market:11:17: `0 USDC` is nothing: leave it out"),
    Case("wallet: 10 ETH, 5,000 USDC", "wallet: 10 ETH, 1 eth", "my.market:11:17: ETH is in the wallet twice"),
    Case(
      "wallet: 10 ETH, 5,000 USDC", "wallet: 10 ETH, 1 UDSC",
      "my.market:11:19: `UDSC` is not a listed asset; did you mean `USDC`?"),
    Case("borrowable: ETH, USDC", "borrowable: ETH, eth", "my.market:58:18: `eth` is listed twice"),
    Case("borrowable: ETH, USDC", "borrowable: ETH, DAI", "my.market:58:18: `DAI` is not a listed asset"),
    Case("efficiency-mode: 1", "efficiency-mode: 2", "my.market:13:18: there is no section `[efficiency-mode 2]`"),
    Case("efficiency-mode: 1", "efficiency-mode: one", "my.market:13:18: `one` has to be a whole number from 1 to 255"),
    Case("fee: 0.3%", "fee: 100%", "my.market:62:6: a fee of 100% leaves nothing to trade"),
    Case("depth: 1,000 ETH", "depth: 0 ETH", "my.market:61:8: a pool of 0 ETH would have an empty side"),
    Case(
      "depth: 1,000 ETH", "depth: 1,000,000,000,000 ETH",
      "my.market:61:8: a pool of 1,000,000,000,000 ETH would need more tokens than there are"),
  ]

  // MARK: Rules between values

  static let ruleCases = [
    Case(
      "max-ltv: 80%", "max-ltv: 85%",
      "my.market:20:10: max-ltv 85% is above liquidation-threshold 82.5%: a loan at the limit would be liquidated at once"
    ),
    Case(
      "max-ltv: 93%", "max-ltv: 96%",
      "my.market:54:10: max-ltv 96% is above liquidation-threshold 95%: a loan at the limit would be liquidated at once"
    ),
    Case(
      "liquidation-threshold: 82.5%", "liquidation-threshold: 96.5%",
      "my.market:21:24: liquidation-threshold 96.5% with a liquidation-bonus of 5% comes to 101.325%: below 100% is needed, so that collateral can pay for a liquidation"
    ),
    Case(
      "liquidation-threshold: 95%\nliquidation-bonus: 1%", "liquidation-threshold: 100%\nliquidation-bonus: 0%",
      "my.market:55:24: liquidation-threshold 100% with a liquidation-bonus of 0% comes to 100%: below 100% is needed, so that collateral can pay for a liquidation"
    ),
    Case(
      "optimal-utilization: 90%", "optimal-utilization: 0.5%",
      "my.market:25:22: optimal-utilization 0.5% is not between 1% and 99%"),
    Case(
      "optimal-utilization: 90%", "optimal-utilization: 99.01%",
      "my.market:25:22: optimal-utilization 99.01% is not between 1% and 99%"),
    Case("slope2: 300%", "slope2: 5%", "my.market:27:9: slope1 5.5% is above slope2 5%"),
    Case("slope2: 300%", "slope2: 999%", "my.market:28:9: base-rate, slope1 and slope2 together are above 1000%"),
    Case(
      "borrowed: 1.8k ETH", "borrowed: 1.6m ETH",
      "my.market:31:11: borrowed `1.6m ETH` is more than supplied `1.5m ETH`"),
    Case("follows: ETH", "follows: usdc", "my.market:50:10: no asset can follow itself: USDC -> USDC"),
    Case("follows: ETH", "follows: WETH", "my.market:50:10: `WETH` is not a listed asset; did you mean `ETH`?"),
    Case(
      "price: $2,000", "price: $2,000\nfollows: USDC",
      "my.market:20:10: no asset can follow itself: ETH -> USDC -> ETH"),
    Case("collateral: ETH", "collateral: USDT", "my.market:9:13: `USDT` is not a listed asset; did you mean `USDC`?"),
    Case(
      "collateral: ETH\nloan: usdc", "collateral: USDC\nloan: ETH",
      "my.market:9:13: USDC is no collateral: its liquidation-threshold is 0%"),
    Case("loan: usdc", "loan: ETH", "my.market:10:7: collateral and loan are both ETH"),
    Case("loan: usdc", "loan: dollar", "my.market:10:7: `dollar` is not a listed asset"),
    Case("loan: usdc", "loan: 5,000 USDC", "my.market:10:7: `5,000 USDC` is not a listed asset"),
    Case("efficiency-mode: 1\n", "", "my.market:10:7: USDC cannot be borrowed: its section says `borrowing: no`"),
    Case("borrowable: ETH, USDC", "borrowable: ETH", "my.market:10:7: USDC cannot be borrowed in efficiency mode 1"),
  ]
}
