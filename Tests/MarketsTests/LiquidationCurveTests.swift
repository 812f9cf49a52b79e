import Foundation
import Testing

@testable import Markets

/// Where real files are, if anywhere.
private let folder = ProcessInfo.processInfo.environment["LEVER_PRICES"]

struct LiquidationCurveTests {
  private static func steps(_ text: String) throws -> [LiquidationCurve.Step] {
    try LiquidationCurve.parse(text, file: "curve.csv").steps
  }

  @Test func `columns are found by their names`() throws {
    let cumulative = "eth_price_drop,cum_liquidated_usd\n0.01,100\n0.02,100\n0.03,250.5\n"
    let expected = [(0.01, 100.0), (0.03, 150.5)].map { LiquidationCurve.Step(fall: $0, dollars: $1) }
    #expect(try Self.steps(cumulative) == expected)
    #expect(try Self.steps("\u{FEFF}# found\r\nnote;Liquidated;Fall\r\nx;100;0.01\r\n\r\ny;150.5;0.03\r\n") == expected)
  }

  @Test(arguments: [
    ("", "curve.csv:1:1: the file is empty: a header such as `price_drop,cum_liquidated_usd` is needed"),
    (
      "date,liquidated\n",
      "curve.csv:1:1: a column with `drop` or `fall` in its name is needed, and the header is `date,liquidated`"
    ),
    (
      "drop,dollars\n",
      "curve.csv:1:1: a column with `liquidated` in its name is needed, and the header is `drop,dollars`"
    ),
    ("drop,liquidated\n", "curve.csv:1:1: nothing is liquidated in any row below the header"),
    ("drop,liquidated\n0.1,0\n", "curve.csv:2:1: nothing is liquidated in any row below the header"),
    ("drop,liquidated\n8,100\n", "curve.csv:2:1: a fall is a share from 0 to 1, as 0.08 for 8%"),
    (
      "drop,liquidated\n0.2,5\n0.1,5\n",
      "curve.csv:3:1: the falls go from the smallest to the largest, and this one goes back"
    ),
    (
      "drop,cum_liquidated\n0.1,5\n0.2,4\n",
      "curve.csv:3:5: what is liquidated in all cannot become less by a larger fall"
    ),
    ("drop,liquidated\n0.1\n", "curve.csv:2:4: the dollars of this row is missing"),
    ("drop,liquidated\n0.1,many\n", "curve.csv:2:5: `many` is not a number"),
    ("drop,liquidated\n0.1,-5\n", "curve.csv:2:5: `-5` is negative"),
  ])
  func `a mistake is named with its place`(text: String, sentence: String) {
    #expect { try Self.steps(text) } throws: { "\($0)" == sentence }
  }

  @Test(.enabled(if: folder != nil, "the environment variable LEVER_PRICES names no folder with prices"))
  func `the curve of a real protocol`() throws {
    let url = URL(fileURLWithPath: try #require(folder) + "/compound_v2_eth_liquidation_curve_2022-10.csv")
    let steps = try Self.steps(try String(contentsOf: url, encoding: .utf8))
    #expect(steps.count == 3_039)
    #expect(steps.first == LiquidationCurve.Step(fall: 0.0007, dollars: 23))
    #expect(steps.reduce(0) { $0 + $1.dollars } == 744_055_742)
  }
}
