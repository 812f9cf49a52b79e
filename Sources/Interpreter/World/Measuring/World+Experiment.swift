extension World {
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
