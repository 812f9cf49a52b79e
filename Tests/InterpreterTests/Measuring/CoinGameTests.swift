import TestSupport
import Testing

@testable import Interpreter

struct CoinGameTests {
  @Test func `heads come up in 60 of 100 tosses`() {
    let heads = (0..<200).reduce(0) { sum, seed in
      let game = CoinGame(flips: 100, seed: UInt64(seed))
      return sum + (0..<100).count { game.side(ofToss: $0) == .heads }
    }
    // 20,000 tosses: a standard deviation is 0.35 percentage points.
    #expect((11_790...12_210).contains(heads))
  }

  @Test func `what is won and lost adds up, and the cap ends the game`() {
    var generator = SeededGenerator(seed: 8)
    for seed in 0..<200 {
      var game = CoinGame(flips: 300, seed: UInt64(seed))
      var wealth = CoinGame.startCents
      while !game.isOver {
        let stake = Int.random(in: 1...game.wealthCents, using: &generator)
        let side = CoinGame.Side.allCases.randomElement(using: &generator) ?? .heads
        let isWon = game.side(ofToss: game.bets.count) == side
        game.bet(stake, on: side)
        wealth = min(CoinGame.capCents, wealth + (isWon ? stake : -stake))
        #expect(game.wealthCents == wealth && wealth >= 0, "\(generator.description)")
      }
      #expect(game.bets.count <= 300)
    }
  }

  @Test func `the same tosses with a constant share`() {
    var game = CoinGame(flips: 60, seed: 3)
    for _ in 0..<20 { game.bet(game.cents(ofShare: 0.2), on: .heads) }
    #expect(game.replayed(share: 0.2) == game)
    #expect(game.replayed(share: 0.1).bets.count == 20)
  }
}
