/// In which order a game is played: blocks of rounds, in each of which the equity starts at 1 again, and two parts.
///
/// The second part has the returns of the first backwards, so that both hold the same luck in another order; in every
/// second of its blocks the position is closed and paid out between rounds.
public struct GameSchedule: Hashable, Sendable {
  /// Which half of the game is played.
  public enum Part: Hashable, Sendable, CaseIterable {
    case forwards
    case backwards
  }

  /// Above 0.
  public let blocks: Int
  /// Above 0.
  public let roundsPerBlock: Int

  public init(blocks: Int = 2, roundsPerBlock: Int = 10) {
    self.blocks = blocks
    self.roundsPerBlock = roundsPerBlock
  }

  /// The rounds of a part.
  public var rounds: Int { blocks * roundsPerBlock }

  /// Whether a block starts with this round of a part, the first of which is number 0.
  public func startsBlock(round: Int) -> Bool { round.isMultiple(of: roundsPerBlock) }

  /// Whether results are paid out in the block of this round.
  public func isSettled(round: Int, in part: Part) -> Bool {
    part == .backwards && !(round / roundsPerBlock).isMultiple(of: 2)
  }

  /// The returns of a part, from the seed of the game.
  public func returns(of game: LeverageGame, in part: Part, seed: UInt64) -> ReturnSeries {
    let series = ReturnSeries(of: game, count: rounds, seed: seed)
    return part == .forwards ? series : series.reversed
  }
}
