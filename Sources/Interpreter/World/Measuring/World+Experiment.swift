extension World {
  /// The seed of the next experiment for which none is named: another one than that of the weeks that were just seen.
  func nextExperimentSeed(first: UInt64) -> UInt64 {
    if let experiment, experiment.roundsPlayed > 0 { return experiment.terms.seed &+ 1 }
    return seedGivenUp.map { $0 &+ 1 } ?? first
  }

  /// Leaves the experiment; whoever has seen its weeks gets others the next time.
  mutating func giveUpExperiment() {
    if let experiment { seedGivenUp = experiment.roundsPlayed > 0 ? experiment.terms.seed : seedGivenUp }
    experiment = nil
  }

  /// The experiment, or an error where there is none.
  func experimentAtHand() throws(CommandError) -> Experiment {
    guard let experiment else {
      throw CommandError(.refused, "there is no experiment yet", try: ["experiment start"])
    }
    return experiment
  }

  /// The experiment with at least one round, or an error.
  func experimentWithRounds() throws(CommandError) -> Experiment {
    let experiment = try experimentAtHand()
    guard experiment.roundsPlayed > 0 else {
      throw CommandError(.refused, "no round is played yet", try: ["round 2x"])
    }
    return experiment
  }
}

extension Session {
  /// Remembers the weeks of the experiment as far as they were played.
  mutating func noteSeenRounds() {
    guard let experiment = world.experiment else { return }
    seenRounds[experiment.terms] = max(seenRounds[experiment.terms] ?? 0, experiment.roundsPlayed)
  }
}
