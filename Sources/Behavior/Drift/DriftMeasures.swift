import Simulation

/// How a player's leverage, buffer and perception change after wins and losses while the odds do not.
///
/// Each measure is 0 for one of the neutral players: the flat one, who always chooses the same leverage, or the inert one,
/// who does nothing. A measure is nil where one of its groups is empty. Leverages below 0.1 count as 0.1, because a
/// logarithm has no 0.
public struct DriftMeasures: Hashable, Sendable {
  /// Raw drift R: the mean of ln L after wins less that after losses. 0 for the flat player, below 0 for the inert one,
  /// whose leverage falls by itself when the price rises.
  ///
  /// A liquidation is a loss, and the round after it counts. Without these rounds a player whose leverage goes up and down in
  /// long waves, whatever the results, would seem to take less after losses: his riskiest losses would be missing.
  public let rawDrift: Contrast?
  /// Active drift A: the same with ln(L ÷ passive leverage). 0 for the inert player, above 0 for the flat one.
  ///
  /// Rounds after a liquidation are left out: no position is left then, and nothing that the inert player would do.
  public let activeDrift: Contrast?
  /// The mean buffer after losses less that after wins, in standard deviations of a round; 0 for the flat player. Rounds
  /// without debt have no buffer and are left out.
  public let bufferDrift: Contrast?
  /// By how much the stated odds of a liquidation change after a win beyond what the leverage explains: the mean of
  /// ln(p' ÷ (1 - p')) less its value in the round before, less the same of the formula's p. Below 0 when risk is
  /// felt to shrink; 0 for who states the formula.
  ///
  /// Chances count as at least half a percent and at most 99.5%, because people state whole percents.
  public let perceptionLead: Contrast?
  /// The mean of ln(L ÷ passive leverage) after losses on paper less that after losses that were paid out; above 0 when
  /// risk is added only while a loss is not settled.
  public let paperDrift: Contrast?

  /// Whether most of the rounds that count for A began below 1x. There a rise raises the leverage by itself and a fall lowers
  /// it, so that the neutral players change places; at 1x nothing changes by itself, and they are the same.
  public let isMostlyBelowOne: Bool

  /// Records in the order in which they were played; parts of a game may follow each other.
  public init(_ records: [RoundRecord], seed: UInt64) {
    let kept = records.filter { $0.passiveLeverage != nil && $0.previous != nil }
    // What is left of 1x after a round is 1x but for rounding.
    isMostlyBelowOne = 2 * kept.count { $0.passiveLeverage ?? 0 < 1 - 1e-9 } > kept.count
    rawDrift = Self.contrast(records, .win, .loss, seed: seed) { $0.logLeverage }
    activeDrift = Self.contrast(kept, .win, .loss, seed: seed) { $0.logActiveChange }
    bufferDrift = Self.contrast(records, .loss, .win, seed: seed) { $0.bufferSigmas }
    perceptionLead = Contrast(changes: Self.perceptionChanges(records), seed: seed)
    let losses = kept.filter { $0.previous?.result == .loss }
    let onPaper = losses.filter { $0.previous?.isSettled == false }.compactMap(\.logActiveChange)
    let settled = losses.filter { $0.previous?.isSettled == true }.compactMap(\.logActiveChange)
    paperDrift = Contrast(onPaper, less: settled, seed: seed)
  }

  private static func contrast(
    _ records: [RoundRecord], _ first: RoundResult, _ second: RoundResult, seed: UInt64,
    of measure: (RoundRecord) -> Double?
  ) -> Contrast? {
    let groups = [first, second].map { result in
      records.filter { $0.previous?.result == result }.compactMap(measure)
    }
    return Contrast(groups[0], less: groups[1], seed: seed)
  }

  private static func perceptionChanges(_ records: [RoundRecord]) -> [Double] {
    zip(records, records.dropFirst()).compactMap { before, after in
      guard after.previous?.result == .win, let earlier = before.misjudgement, let now = after.misjudgement else {
        return nil
      }
      return now - earlier
    }
  }
}

extension RoundRecord {
  var logLeverage: Double { Self.logarithm(choice.leverage) }

  var logActiveChange: Double? { passiveLeverage.map { logLeverage - Self.logarithm($0) } }

  /// By how much the logarithm of the stated odds is above that of the formula's; nil when none were stated.
  fileprivate var misjudgement: Double? {
    choice.statedChance.map { Self.logOdds($0) - Self.logOdds(formulaChance) }
  }

  static func logarithm(_ leverage: Double) -> Double { naturalLogarithm(max(leverage, 0.1)) }

  private static func logOdds(_ chance: Double) -> Double {
    let stated = min(max(chance, 0.005), 0.995)
    return naturalLogarithm(stated / (1 - stated))
  }
}
