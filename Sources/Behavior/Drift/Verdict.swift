/// What a player's rounds say about drift.
///
/// Between the two neutral players there is none: the raw drift R is 0 for the flat one and below for the inert one, the
/// active drift A is 0 for the inert one and above for the flat one. A drift is found when its 95% interval lies more than
/// `smallestDrift` beyond 0 and no more than one in twenty ways to deal the rounds gives as much. The second condition is
/// for players who seldom change anything: where few numbers differ, intervals are too narrow, and alone they would tell up
/// to 7.6% of such neutral players of a drift. So it is 1% to 3% of simulated neutral players, of those too whose leverage
/// goes up and down in long waves.
///
/// What is found is less than the normal approximation of `DetectableDrift` promises: groups are uneven, rounds without one
/// before them do not count, the deviation has to be estimated, and in one of twenty games of 20 rounds a group is too
/// small. Of simulated players with a drift that should be found with 80% power, 1.25 of their own deviations in 20 rounds
/// and 0.89 in 40, 56% and 65% are found; of those with the exact drift for the rounds that count, 1.41 and 0.96, it is 66%
/// and 72%. Finding 79% takes 1.65 and 1.04 deviations. These are players who have debt in most rounds; a game that is
/// mostly played without gets no verdict.
public enum Verdict: Hashable, Sendable {
  /// R is above 0: more risk after wins than even the flat player takes.
  case houseMoney
  /// A is below 0: risk is added after losses, compared with doing nothing.
  case lossChasing
  /// A normal result: the intervals leave room for a player without drift.
  case noDriftFound
  /// Fewer than `Verdict.fewestRounds` rounds after wins or after losses.
  case tooFewRounds
  /// Most rounds began below 1x, so that neither player is neutral in the way that R and A suppose.
  case mostlyBelowOne

  /// The fewest rounds in each group for a verdict.
  public static let fewestRounds = 5

  /// A logarithm of leverages: half a percent. What is less comes of typing leverages with two or three digits, and would be
  /// shown as 0.00.
  public static let smallestDrift = 0.005

  public init(_ measures: DriftMeasures) {
    guard let raw = measures.rawDrift, let active = measures.activeDrift,
      min(raw.smallestCount, active.smallestCount) >= Self.fewestRounds
    else {
      self = .tooFewRounds
      return
    }
    guard !measures.isMostlyBelowOne else {
      self = .mostlyBelowOne
      return
    }
    // A in the mirror: the verdict is that it lies below.
    switch (Self.isAbove(raw), Self.isAbove(active.negated)) {
    case (true, false): self = .houseMoney
    case (false, true): self = .lossChasing
    // More leverage after wins and yet more added after losses: the leverages before were not alike, which is chance,
    // because wins do not follow from leverage.
    case (true, true), (false, false): self = .noDriftFound
    }
  }

  private static func isAbove(_ contrast: Contrast) -> Bool {
    contrast.isSurelyAbove(smallestDrift) && contrast.probability <= 0.05
  }
}
