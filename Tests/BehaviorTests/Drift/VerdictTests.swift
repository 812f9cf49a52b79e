import Behavior
import TestSupport
import Testing

/// Verdicts on players whose habits are known.
struct VerdictTests {
  /// One part of the game, or both: 20 rounds or 40.
  private static let lengths: [[GameSchedule.Part]] = [[.forwards], [.forwards, .backwards]]

  /// The share of players who get a verdict.
  private static func share(
    of verdicts: Set<Verdict>, _ player: SimulatedPlayer, players: Int, parts: [GameSchedule.Part]
  ) -> Double {
    let counts = player.verdicts(players: players, game: LeverageGame(), parts: parts, seed: 1)
    return Double(verdicts.reduce(0) { $0 + (counts[$1] ?? 0) }) / Double(players)
  }

  /// Of 10,000 neutral players at most one in twenty is told of a drift.
  @Test(arguments: [SimulatedPlayer.Habit.inert, .flat], [0.05, 0.2, 0.5])
  func `neutral players are left alone`(habit: SimulatedPlayer.Habit, noise: Double) {
    for parts in Self.lengths {
      let player = SimulatedPlayer(habit, noise: noise)
      let share = Self.share(of: [.houseMoney, .lossChasing], player, players: 10_000, parts: parts)
      #expect(share <= 0.05 && share > 0.005)
    }
  }

  /// Who keeps 1.5x, or what he has, and doubles or halves it now and then: the interval alone, which is not made for
  /// numbers of which few differ, would tell up to 7.6% of them of a drift.
  @Test(arguments: [false, true], [0.1, 0.2])
  func `rare jumps are no drift`(isInert: Bool, share: Double) throws {
    var random = SeededGenerator(seed: 3)
    for jump in [2, 0.5] {
      let verdicts = try (0..<2_000).map { number in
        let records = try GameSchedule.Part.allCases.flatMap { part in
          var run = GameRun(game: LeverageGame(), part: part, seed: UInt64(number))
          while !run.isOver {
            let usual = isInert ? run.passiveLeverage ?? 1.5 : 1.5
            let isJump = Double.random(in: 0..<1, using: &random) < share
            try run.play(RoundChoice(leverage: min(isJump ? usual * jump : usual, 5)))
          }
          return run.records
        }
        return Verdict(DriftMeasures(records, seed: UInt64(number)))
      }
      #expect(verdicts.count { $0 == .houseMoney || $0 == .lossChasing } <= 100, "\(random)")
    }
  }

  /// High leverage that comes and goes in waves, with many liquidations.
  @Test(arguments: [2.6, 3.5], [0.5, 0.9])
  func `waves of leverage are no drift`(leverage: Double, persistence: Double) {
    for parts in Self.lengths {
      let player = SimulatedPlayer(.wandering(persistence: persistence), leverage: leverage, noise: 0.2)
      #expect(Self.share(of: [.houseMoney, .lossChasing], player, players: 2_000, parts: parts) <= 0.05)
    }
  }

  @Test(arguments: [2.5, 3.5])
  func `inert players of high leverage are left alone`(leverage: Double) {
    let player = SimulatedPlayer(.inert, leverage: leverage, noise: 0.1)
    #expect(Self.share(of: [.houseMoney, .lossChasing], player, players: 2_000, parts: Self.lengths[1]) <= 0.05)
  }

  /// What is typed has two digits behind the point, and constants are not exact in binary.
  @Test(arguments: [1.3, 1.8, 2.4, 3.1])
  func `the rounding of what is typed is no drift`(leverage: Double) throws {
    for seed in UInt64(0)..<100 {
      for isInert in [false, true] {
        let records = try GameSchedule.Part.allCases.flatMap { part in
          var run = GameRun(game: LeverageGame(), part: part, seed: seed)
          while !run.isOver {
            let aim = isInert ? run.passiveLeverage ?? leverage : leverage
            try run.play(RoundChoice(leverage: min((aim * 100).rounded() / 100, 5)))
          }
          return run.records
        }
        let verdict = Verdict(DriftMeasures(records, seed: seed))
        #expect(verdict == .noDriftFound || verdict == .tooFewRounds, "seed \(seed)")
      }
    }
  }

  /// At exactly 1x nothing happens by itself, so there is a verdict.
  @Test func `chasing losses from 1x is found`() throws {
    let found = try (0..<200).count { seed in
      var run = GameRun(game: LeverageGame(), seed: UInt64(seed))
      while !run.isOver { try run.play(RoundChoice(leverage: run.previous?.result == .loss ? 2 : 1)) }
      return Verdict(DriftMeasures(run.records, seed: 1)) == .lossChasing
    }
    #expect(found > 100)
  }

  @Test(arguments: [SimulatedPlayer.Habit.inert, .flat])
  func `without noise there is nothing to find`(habit: SimulatedPlayer.Habit) {
    let player = SimulatedPlayer(habit, noise: 0)
    #expect(Self.share(of: [.houseMoney, .lossChasing], player, players: 500, parts: [.forwards]) == 0)
  }

  @Test(arguments: [
    // Detectable by the normal approximation with ten rounds in each group, or twenty.
    (SimulatedPlayer.Habit.houseMoney(drift: 1.25 * 0.2), 1, 0.58), (.lossChasing(drift: 1.25 * 0.2), 1, 0.58),
    (.houseMoney(drift: 0.89 * 0.2), 2, 0.67), (.lossChasing(drift: 0.89 * 0.2), 2, 0.67),
    // Detectable with the nine rounds in each group that follow another, or eighteen, by Student's t.
    (.houseMoney(drift: 1.41 * 0.2), 1, 0.68), (.lossChasing(drift: 1.41 * 0.2), 1, 0.68),
    (.houseMoney(drift: 0.96 * 0.2), 2, 0.74), (.lossChasing(drift: 0.96 * 0.2), 2, 0.74),
    // What it takes in truth.
    (.houseMoney(drift: 1.65 * 0.2), 1, 0.8), (.lossChasing(drift: 1.65 * 0.2), 1, 0.8),
    (.houseMoney(drift: 1.04 * 0.2), 2, 0.8), (.lossChasing(drift: 1.04 * 0.2), 2, 0.8),
  ])
  func `drifts are found`(habit: SimulatedPlayer.Habit, parts: Int, power: Double) {
    let players = 1_000
    let counts = SimulatedPlayer(habit, noise: 0.2)
      .verdicts(players: players, game: LeverageGame(), parts: Self.lengths[parts - 1], seed: 1)
    // Who chases losses takes leverage off after wins, and some of them end up without debt.
    let judged = players - (counts[.mostlyBelowOne] ?? 0)
    #expect(judged > 800)
    let shares = counts.mapValues { Double($0) / Double(judged) }
    let isHouseMoney = if case .houseMoney = habit { true } else { false }
    #expect(abs((shares[isHouseMoney ? .houseMoney : .lossChasing] ?? 0) - power) < 0.05)
    #expect((shares[isHouseMoney ? .lossChasing : .houseMoney] ?? 0) < 0.01)
  }

  @Test func `a drift that is the same each time needs no noise to be found`() {
    let house = SimulatedPlayer(.houseMoney(drift: 0.2), noise: 0)
    #expect(Self.share(of: [.houseMoney, .tooFewRounds], house, players: 200, parts: [.forwards]) == 1)
    let chasing = SimulatedPlayer(.lossChasing(drift: 0.2), noise: 0)
    #expect(Self.share(of: [.lossChasing, .tooFewRounds], chasing, players: 200, parts: [.forwards]) == 1)
  }

  @Test func `four losses are too few`() {
    let wins = Array(repeating: RoundRecord.example(3, passive: 2, after: .win), count: 10)
    let losses = Array(repeating: RoundRecord.example(1.5, passive: 2, after: .loss), count: 4)
    #expect(Verdict(DriftMeasures(wins + losses, seed: 1)) == .tooFewRounds)
    #expect(Verdict(DriftMeasures(wins + losses + [losses[0]], seed: 1)) == .houseMoney)
    #expect(Verdict(DriftMeasures(wins, seed: 1)) == .tooFewRounds)
    #expect(Verdict(DriftMeasures([], seed: 1)) == .tooFewRounds)
  }

  /// Below 1x a flat player's A is below 0 by the price alone, and an inert player's R above.
  @Test(arguments: [SimulatedPlayer.Habit.flat, .inert])
  func `players without debt get no verdict`(habit: SimulatedPlayer.Habit) {
    let verdicts = SimulatedPlayer(habit, leverage: 0.5, noise: 0.02).verdicts(
      players: 200, game: LeverageGame(), schedule: GameSchedule(), parts: [.forwards, .backwards], seed: 3)
    #expect(verdicts[.houseMoney] == nil && verdicts[.lossChasing] == nil)
    #expect(verdicts[.mostlyBelowOne] ?? 0 > 190)
  }
}
