import FixedPoint
import Lending
import Testing

@Suite struct AssetTests {
  @Test(arguments: [(0, "1"), (6, "1000000"), (36, "1000000000000000000000000000000000000"), (37, nil), (-1, nil)])
  func aUnitIsTenToTheDecimals(decimals: Int, expected: String?) {
    #expect(Asset(symbol: "X", name: "X", decimals: decimals)?.unit.description == expected)
  }

  @Test func symbolsKeepTheirCase() {
    let symbols: [Symbol] = ["weth", "WETH", "DAI"]
    #expect(symbols.sorted().map(\.description) == ["DAI", "WETH", "weth"])
  }
}
