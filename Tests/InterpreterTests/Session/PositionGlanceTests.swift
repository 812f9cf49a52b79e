import Reports
import Testing

@testable import Interpreter

struct PositionGlanceTests {
  @Test(arguments: [
    ("price", "nothing"), ("deposit 10 ETH", "plain: 1.00x  HF ∞"),
    ("deposit 10 ETH; loop 5 at 70%", "caution: 2.95x  HF 1.25  -20.0%"),
    ("deposit 10 ETH; loop 1 at 50%", "safe: 1.50x  HF 2.47  -59.5%"),
    ("deposit 10 ETH; loop 10", "danger: 4.58x  HF 1.05  -5.3%"),
    ("swap max ETH to USDC; deposit max USDC; loop 1 at 50%", "safe: 1.50x  HF 2.47  +147.5%"),
    ("keepers off; deposit 10 ETH; borrow 13200 USDC; price 1590", "danger: 5.89x  HF 0.99  below 1"),
    ("branch bold", "plain: bold"), ("branch bold; deposit 10 ETH", "plain: bold  1.00x  HF ∞"),
  ])
  func `tells the position in a few words`(line: String, expected: String) throws {
    var session = try ClassroomSession.make()
    #expect(session.output(of: line).succeeded)
    let pieces = PositionGlance.pieces(of: session).map { "\($0.style): \($0.text)" }
    #expect(pieces ?? "nothing" == expected)
  }
}
