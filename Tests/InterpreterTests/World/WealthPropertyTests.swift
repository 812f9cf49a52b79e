import FixedPoint
import Lending
import Markets
import TestSupport
import Testing

@testable import Interpreter

/// Rounding never favours the learner: at standing prices no command makes money.
struct WealthPropertyTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `no command makes money`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let repeats = generator.description
    var session = try ClassroomSession.make()
    session.run("keepers off; price 1987.65432109; price USDC 0.99987654") { _, _ in }
    var wealth = try Self.wealth(session.world)
    var changes = 0
    for _ in 0..<150 {
      let command = Self.command(&generator)
      let before = session.world
      session.run(command) { _, _ in }
      changes += session.world == before ? 0 : 1
      let after = try Self.wealth(session.world)
      #expect(after <= wealth, "\(repeats): \(command)")
      wealth = after
    }
    #expect(changes > 40, Comment(rawValue: repeats))
  }

  private static func command(_ generator: inout SeededGenerator) -> String {
    let amount = "\(Int.random(in: 0...3, using: &generator)).\(Int.random(in: 1...999_999_999, using: &generator))"
    let percent = "\(Int.random(in: 1...100, using: &generator))%"
    let multiple = "\(Int.random(in: 1...4, using: &generator)).\(Int.random(in: 0...99, using: &generator))x"
    let commands = [
      "deposit \(amount) ETH", "deposit \(percent) ETH", "deposit \(percent) USDC", "borrow \(percent)",
      "borrow \(percent) ETH",
      "borrow \(amount.prefix(8)) USDC", "reinvest", "reinvest \(percent)", "loop 3 at \(percent)",
      "loop to \(multiple)", "repay \(percent)",
      "repay \(percent) ETH", "repay max", "withdraw \(percent)", "withdraw max", "withdraw \(amount) ETH",
      "swap \(percent) ETH to USDC",
      "swap \(percent) USDC to ETH", "flash to \(multiple)", "flash to 1x", "unwind", "unwind to \(multiple)",
    ]
    return commands[Int.random(in: 0..<commands.count, using: &generator)]
  }

  /// Wallet and supplies less debts at the oracle price, without any rounding.
  private static func wealth(_ world: World) throws -> Rational {
    try world.market.assets.reduce(Rational.zero) { sum, asset in
      let symbol = asset.asset.symbol
      let owned =
        try world.wallets[World.learner, symbol] + world.pool.supplyBalance(of: symbol, account: World.learner)
      let owed = world.pool.debtBalance(of: symbol, account: World.learner)
      return try sum + world.value(of: owned, symbol) - world.value(of: owed, symbol)
    }
  }
}
