import FixedPoint
import Lending
import Markets
import Testing

@testable import Interpreter

struct ArgumentReaderTests {
  private func reader(_ text: String, names: [String: Value] = [:]) throws -> ArgumentReader {
    var session = try ClassroomSession.make()
    session.timeline.world.names = names
    let line = Array("deposit \(text)".unicodeScalars)
    var scanner = Scanner(CommandText(line: line, range: 0..<line.count))
    _ = scanner.chunk()
    return ArgumentReader(scanner: scanner, session: session, type: Deposit.self)
  }

  private func amount(_ text: String) throws -> String {
    var reader = try reader(text, names: ["half": .exact(5), "root": .real(1.5), "max_debt": .exact(7)])
    do {
      let (amount, asset, _) = try reader.amount(share: "the share")
      try reader.end()
      return "\(amount) \(asset.map(\.text) ?? "-")"
    } catch {
      return error.sentence
    }
  }

  @Test(arguments: [
    ("10 ETH", "tokens(10) ETH"), ("10ETH", "tokens(10) ETH"), ("10 eth", "tokens(10) ETH"),
    ("1,800 USDC", "tokens(1800) USDC"), ("$1,800 USDC", "tokens(1800) USDC"), ("70%", "share(0.7) -"),
    ("70% usdc", "share(0.7) USDC"), ("100%", "share(1) -"), ("max", "maximum -"), ("ALL ETH", "maximum ETH"),
    ("half ETH", "tokens(5) ETH"), ("(half * 2) ETH", "tokens(10) ETH"),
    ("(1 / 3) ETH", "tokens(0.333333333333333333) ETH"),
    ("(1 / 3) USDC", "tokens(0.333333) USDC"), ("(1 / 10^9) USDC", "the amount is below the smallest unit of USDC"),
    ("0.3333333 USDC", "tokens(0.3333333) USDC"), ("(20 + 30)% ETH", "share(0.5) ETH"),
    ("half%", "share(0.05) -"),
    ("10", "10 of what? An amount needs its unit: try `deposit 10 ETH` or `deposit 10 USDC`"),
    ("10x", "10x is a multiple, not an amount: try `loop to 10x`"),
    ("10 BTC", "the market classroom lists ETH, USDC, not `BTC`"),
    (
      "10 ETH 5",
      "`5` is more than `deposit` takes: try `deposit AMOUNT ASSET`, `deposit PERCENT [ASSET]` or `deposit max [ASSET]`"
    ),
    ("0 ETH", "an amount has to be above zero"), ("-1 ETH", "an amount has to be above zero"),
    ("−1 ETH", "an amount has to be above zero"), ("0%", "the share has to be above 0% and at most 100%, not 0%"),
    ("100.01%", "the share has to be above 0% and at most 100%, not 100.01%"),
    ("$10 ETH", "$10.00 is a value and ETH is counted in tokens: try `deposit 0.005 ETH`"),
    ("root ETH", "an exact number is needed here, not 1.5"),
    ("ten ETH", "`ten` is not an amount: try `deposit AMOUNT ASSET` or `deposit PERCENT [ASSET]`"),
    ("", "an amount is missing: try `deposit AMOUNT ASSET`, `deposit PERCENT [ASSET]` or `deposit max [ASSET]`"),
  ])
  func `reads an amount`(text: String, expected: String) throws {
    #expect(try amount(text) == expected)
  }

  @Test func `an asset is optional before a preposition`() throws {
    var reader = try reader("max to ETH")
    let (amount, asset, range) = try reader.amount(share: "the share")
    #expect(amount == .maximum)
    #expect(asset == nil)
    #expect(range == 8..<11)
    let isBeforeTo = reader.keyword("to")
    #expect(isBeforeTo)
  }

  @Test(arguments: [
    ("3x", "3"), ("1x", "1"), ("2.5X", "2.5"), ("3", "the leverage is a multiple: try `deposit 3x`"),
    ("(1 + 2)x", "3"), ("(3)", "the leverage is a multiple: try `deposit (3)x`"),
    ("0.5x", "the leverage has to be at least 1x: that is no debt at all"),
    ("-3x", "the leverage has to be at least 1x"),
    (
      "",
      "the leverage, such as `3x`, is missing: try `deposit AMOUNT ASSET`, `deposit PERCENT [ASSET]` or `deposit max [ASSET]`"
    ),
  ])
  func `reads a multiple`(text: String, expected: String) throws {
    var reader = try reader(text)
    do {
      #expect(try reader.multiple("the leverage").description == expected)
    } catch {
      #expect(error.sentence == expected)
    }
  }

  @Test(arguments: [
    ("1", "1"), ("1,000", "1000"), ("x", "nil"), ("0", "the count has to be from 1 to 1,000"),
    ("1001", "the count has to be from 1 to 1,000"), ("1.5", "the count has to be a whole number"),
    ("5%", "the count has to be a whole number"), ("-1", "the count has to be from 1 to 1,000"),
    ("1" + String(repeating: "0", count: 70), "the count has to be from 1 to 1,000"),
  ])
  func `reads a whole number`(text: String, expected: String) throws {
    var reader = try reader(text)
    do {
      let count = try reader.wholeNumber("the count", in: 1...1_000)
      #expect(count.map(String.init) ?? "nil" == expected)
    } catch {
      #expect(error.sentence == expected)
    }
  }

  @Test(arguments: [
    ("careful", "careful"), ("plan-2_b", "plan-2_b"), ("Übermut", "Übermut"),
    ("2nd", "a name is letters, digits, `-` and `_`, begins with a letter and has at most 40 characters"),
    ("a/b", "a name is letters, digits, `-` and `_`, begins with a letter and has at most 40 characters"),
    (
      String(repeating: "a", count: 41),
      "a name is letters, digits, `-` and `_`, begins with a letter and has at most 40 characters"
    ),
  ])
  func `reads a name`(text: String, expected: String) throws {
    var reader = try reader(text)
    do {
      #expect(try reader.name("a name") == expected)
    } catch {
      #expect(error.sentence == expected)
    }
  }
}
