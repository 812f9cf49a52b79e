extension Simulate {
  static let fileArgument: FileArgument? = FileArgument(ending: ".csv", what: "a price file", behind: "bootstrap")

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.last?.lowercased() {
    case "paths": return [Candidate("10000", "paths")]
    case "seed": return [Candidate("7", "any whole number")]
    case "vol", "now": return [Candidate("75%", "a year")]
    case "days": return [Candidate("365", "days")]
    case "drift": return [Candidate("5%", "a year"), Candidate("kept", "that of the price file")]
    case "mean": return [Candidate("5%", "a year")]
    case "jumps": return [Candidate("6", "jumps a year")] + jumpTerms
    case "of": return [Candidate("-10%", "a typical jump")]
    case "sd": return [Candidate("10%", "the spread of jumps")]
    case "student", "t": return [Candidate("4", "degrees of freedom, above 2")]
    case "garch": return garchTerms
    case "alpha": return [Candidate("10%", "how much of a move stays")]
    case "beta": return [Candidate("88%", "how much of the variance stays")]
    case "bootstrap": return []
    case "block": return [Candidate("20", "returns in a row, on average")]
    case "rebalance": return [Candidate("to", "the leverage")]
    case "to": return [Candidate("2x", "the leverage")]
    case "band": return [Candidate("10%", "how far it may be off")]
    case "stop":
      return [
        Candidate("-15%", "after a fall"), Candidate("1700", "at a price"), Candidate("hf", "below a health factor"),
      ]
    case "hf": return [Candidate("1.1", "above 1")]
    case "cost": return [Candidate("0.3%", "what a trade loses")]
    default: break
    }
    let said = Set(words.map { $0.lowercased() })
    var terms = usualTerms
    if said.isDisjoint(with: ["jumps", "student", "t", "garch", "bootstrap"]) { terms += processes }
    if said.contains("jumps") { terms += jumpTerms }
    if said.contains("garch") { terms += garchTerms }
    if said.contains("bootstrap") { terms.append(Candidate("block", "the mean length of a block")) }
    if !said.contains("ladder") { terms += strategies }
    if said.contains("rebalance") { terms.append(Candidate("band", "how far the leverage may be off")) }
    if words.isEmpty { terms.insert(Candidate("ladder", "many leverages on the same paths"), at: 0) }
    return terms.filter { !said.contains($0.text) }
  }

  private static let usualTerms = [
    Candidate("paths", "how many futures"), Candidate("days", "the horizon"),
    Candidate("hourly", "look at the price every hour"), Candidate("daily", "look at it once a day"),
    Candidate("vol", "the volatility of a year"),
    Candidate("drift", "the growth of the median price"), Candidate("mean", "the growth of the mean price"),
    Candidate("seed", "another sample"),
  ]
  private static let processes = [
    Candidate("jumps", "sudden moves"), Candidate("student", "fat tails"), Candidate("garch", "quiet and wild times"),
    Candidate("bootstrap", "the returns of a price file"),
  ]
  private static let jumpTerms = [Candidate("of", "a typical jump"), Candidate("sd", "the spread of jumps")]
  private static let garchTerms = [
    Candidate("alpha", "how much of a move stays"), Candidate("beta", "how much of the variance stays"),
    Candidate("now", "the volatility at first"),
  ]
  private static let strategies = [
    Candidate("rebalance", "restore a leverage"), Candidate("stop", "close after a move"),
    Candidate("cost", "what a trade loses"),
  ]
}
