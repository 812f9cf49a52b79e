import Testing

@testable import Interpreter

struct PriceCommandTests {
  @Test(arguments: [
    ("price -99.99999%", "ETH $2,000.00 → $0.0002 (-99.9%).\n"), ("price -99.94%", "ETH $2,000.00 → $1.20 (-99.9%).\n"),
    ("price -15.06%", "ETH $2,000.00 → $1,698.80 (-15.1%).\n"),
    ("price +100%", "ETH $2,000.00 → $4,000.00 (+100.0%).\n"),
  ])
  func `a fall never looks like all`(line: String, expected: String) throws {
    var session = try ClassroomSession.make()
    #expect(session.output(of: line).output == expected)
  }
}
