/// The returns of several rounds, in their order.
public struct ReturnSeries: Hashable, Sendable {
  public let rounds: [RoundReturn]

  public init(_ rounds: [RoundReturn]) {
    self.rounds = rounds
  }

  /// So many rounds of a game, from a seed. A round follows from the seed and its own number, so that a longer series
  /// begins with the shorter one.
  public init(of game: LeverageGame, count: Int, seed: UInt64) {
    let (sigma, mean) = (game.sigma, game.meanLogReturn)
    rounds = (0..<count).map { number in
      var random = RandomNumbers(seed: seed, stream: UInt64(number))
      return RoundReturn(end: mean + sigma * random.normal(), sigma: sigma, uniform: random.uniform())
    }
  }

  /// The same rounds, the last one first; each keeps its own lowest price.
  public var reversed: ReturnSeries { ReturnSeries(rounds.reversed()) }
}
