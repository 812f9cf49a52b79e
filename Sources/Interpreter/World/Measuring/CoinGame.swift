import Behavior

/// Bets on a coin that comes up heads in 60 of 100 tosses, from $25 up to a cap of $250 (Haghani and Dewey 2016).
struct CoinGame: Equatable, Sendable {
  enum Side: String, Equatable, Sendable, CaseIterable {
    case heads, tails
  }

  struct Bet: Equatable, Sendable {
    var stakeCents: Int
    /// What there was before it.
    var wealthCents: Int
    var side: Side
    var isWon: Bool

    var share: Double { Double(stakeCents) / Double(wealthCents) }
  }

  static let startCents = 2_500
  static let capCents = 25_000
  static let winProbability = 0.6

  /// How many tosses there are.
  let flips: Int
  let seed: UInt64
  private(set) var wealthCents = Self.startCents
  private(set) var bets: [Bet] = []

  init(flips: Int, seed: UInt64) {
    self.flips = flips
    self.seed = seed
  }

  var isOver: Bool { bets.count >= flips || wealthCents == 0 || wealthCents == Self.capCents }

  /// How toss number `index` comes up, which follows from the seed alone.
  func side(ofToss index: Int) -> Side {
    var random = RandomNumbers(seed: seed, stream: UInt64(index))
    return random.uniform() < Self.winProbability ? .heads : .tails
  }

  /// Bets, and tosses the coin; the stake is at most what there is.
  mutating func bet(_ stakeCents: Int, on side: Side) {
    let isWon = self.side(ofToss: bets.count) == side
    bets.append(Bet(stakeCents: stakeCents, wealthCents: wealthCents, side: side, isWon: isWon))
    wealthCents = min(Self.capCents, wealthCents + (isWon ? stakeCents : -stakeCents))
  }

  /// The same tosses with a constant share of the wealth on heads.
  func replayed(share: Double) -> CoinGame {
    var game = CoinGame(flips: flips, seed: seed)
    for _ in 0..<bets.count where !game.isOver { game.bet(game.cents(ofShare: share), on: .heads) }
    return game
  }

  /// A share of the wealth in whole cents, at least one.
  func cents(ofShare share: Double) -> Int {
    max(1, min(wealthCents, Int((share * Double(wealthCents)).rounded(.down))))
  }
}
