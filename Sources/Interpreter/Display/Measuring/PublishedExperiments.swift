import Reports

/// What others have found, each with what is known of its year, its people and what was at stake.
enum PublishedExperiments {
  static var report: Report {
    Report([
      .heading("What others have found"), .bullets(studies),
      .note("Other people and other stakes: they show what is found, and not what you ought to have done."),
    ])
  }

  private static let studies: [StyledText] = [
    "Thaler and Johnson (1990): prior gains make people accept a gamble more often.",
    "Peng and others (2013), 915 students: a bet that was rejected with ordinary income was accepted with a windfall.",
    "Hoffmann and Post (2012): good past returns lower the risk that is felt; the risk of those returns does not change it.",
    "Coval and Shumway (2005), professional traders: after a losing morning about 16% likelier to take more risk than usual in the afternoon.",
    "Imas (2016): more risk after losses on paper, less after the same losses were settled.",
    "Heimer, Iliewa, Imas and Weber, 190,000 investors with recorded limits: 81% began with a plan to stop after losses; on average they then did the opposite.",
    "Chief financial officers, 13,300 forecasts: 36% of the results fell into intervals that were meant for 80%.",
  ]
}
