import FixedPoint
import Reports

/// What `explain` knows: each topic in words, as a formula, and with the numbers of a position.
enum Explanation {
  struct Topic: Sendable {
    var name: String
    var synonyms: [String]
    /// One line for the list.
    var summary: String
    /// What it is and why it matters.
    var words: String
    /// The formula in words, and in symbols.
    var formula: [String]
    /// The formula with the position's numbers and its result; a sentence when the position has none yet.
    var numbers: @Sendable (World, Position) -> [StyledText]

    func report(on world: World) -> Report {
      let position = world.position
      var report = Report([
        .heading(StyledText(name)), .paragraph(StyledText(words)), .formula(formula.map { StyledText($0) }),
      ])
      let lines = numbers(world, position)
      if position.isEmpty {
        report.append(.note("There is no position yet: `deposit` and `borrow` give this numbers."))
      } else {
        report.append(.formula(lines))
      }
      return report
    }
  }

  /// The topic of a name or synonym in any case, with blanks, hyphens or underscores.
  static func topic(named name: String) -> Topic? {
    topicsByName[normalized(name)]
  }

  private static let topicsByName: [String: Topic] = {
    var table: [String: Topic] = [:]
    for topic in topics {
      for name in ([topic.name] + topic.synonyms).map(normalized) where table[name] == nil { table[name] = topic }
    }
    return table
  }()

  private static func normalized(_ name: String) -> String {
    String(name.lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
  }

  static let topics: [Topic] = [
    healthFactor, liquidationPrice, buffer, leverage, loanToValue, geometricLimit, equity, exposure, borrowLimit,
    liquidationThreshold, closeFactor, liquidation, odds,
  ]
}
