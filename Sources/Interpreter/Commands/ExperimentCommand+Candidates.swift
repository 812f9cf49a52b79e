extension ExperimentCommand {
  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch (words.first?.lowercased(), words.last?.lowercased()) {
    case (nil, _):
      return [
        Candidate("start", "begin one"), Candidate("report", "what it says about you"),
        Candidate("table", "what leverages come to"), Candidate("rule", "write one for yourself"),
        Candidate("replay", "with the rule enforced"),
        Candidate("export", "a row for each round"), Candidate("keep", "under a name"),
        Candidate("compare", "with a kept one"), Candidate("open", "a kept one"), Candidate("end", "give it up"),
      ]
    case ("start", "rounds"): return [Candidate("20", "of each part")]
    case ("start", "seed"): return [Candidate("7", "any whole number")]
    case ("start", "vol"), ("table", "vol"): return [Candidate("80%", "a year")]
    case ("start", "drift"), ("table", "drift"): return [Candidate("96%", "growth of the mean price in a year")]
    case ("start", _):
      return [
        Candidate("rounds", "of each part"), Candidate("seed", "another game"), Candidate("vol", "the volatility"),
        Candidate("drift", "the growth of the mean price"),
      ].filter { !words.contains($0.text) }
    case ("table", _):
      return [Candidate("vol", "the volatility"), Candidate("drift", "the growth of the mean price")].filter {
        !words.contains($0.text)
      }
    case ("rule", "at"): return [Candidate("most", "a highest leverage")]
    case ("rule", "most"): return [Candidate("1.5x", "the highest leverage")]
    case ("rule", "every"): return [Candidate("4", "rounds")]
    case ("rule", "exit"): return [Candidate("-30%", "of a block's equity")]
    case ("rule", _):
      return [
        Candidate("at", "most this leverage"), Candidate("every", "change it only every so many rounds"),
        Candidate("exit", "stay out after a fall"),
      ].filter { !words.contains($0.text) }
    case ("keep", _), ("compare", _), ("open", _):
      guard words.count == 1 else {
        return words.count == 2 && words[0] == "keep" ? [Candidate("replace", "the old one")] : []
      }
      let kept = session.surroundings.experiments.candidates(
        for: "", ending: KeptExperiment.ending, what: "a kept experiment")
      return kept.map { Candidate(String($0.text.dropLast(KeptExperiment.ending.count)), $0.description) }
    case ("export", _): return words.count == 2 ? [Candidate("replace", "the file, if it exists")] : []
    default: return []
    }
  }
}
