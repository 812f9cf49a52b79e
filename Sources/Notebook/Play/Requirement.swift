import FixedPoint
import Interpreter

/// A comparison that a task asks for and that does not hold, as a sentence with what there is and what has to be.
struct Requirement {
  private let clause: String
  private let session: Session

  /// The parts of a condition that do not hold, or all of it where it does not come apart.
  static func unmet(_ condition: String, in session: Session) -> [Requirement] {
    let clauses = condition.split(separator: " and ").map(String.init).filter { clause in
      if case .fails? = try? session.verdict(on: clause) { true } else { false }
    }
    return (clauses.isEmpty ? [condition] : clauses).map { Requirement(clause: $0, session: session) }
  }

  private static let comparisons = [">=": "at least ", "<=": "at most ", ">": "above ", "<": "below ", "==": ""]

  /// Such as "the buffer is 34.1% and has to be at least 35.0%", without a stop; the condition itself where it is no comparison.
  var sentence: String {
    guard let match = clause.wholeMatch(of: #/(.+?) (>=|<=|==|>|<) (.+)/#), let limit = number(String(match.3)),
      let comparison = Self.comparisons[String(match.2)]
    else { return "`\(clause)` does not hold" }
    let left = String(match.1)
    if let sentence = ofExperiment(left, limit) ?? ofDistance(left, limit) { return sentence }
    guard let quantity = ShownQuantity(left) else { return ofCalculation(left, comparison, String(match.3), limit) }
    // Only infinity is no number here: a health factor or a leverage.
    let texts =
      number(left).map { quantity.texts(of: $0, limit: limit) } ?? (value: "∞", limit: quantity.text(of: limit))
    return
      "\(quantity.name) \(quantity.verbs.now) \(texts.value) and has to \(quantity.verbs.wanted) \(comparison)\(texts.limit)"
  }

  private func number(_ text: String) -> Rational? {
    switch try? session.number(of: text) {
    case .exact(let number)?: number
    case let value?: value.doubleValue.flatMap { Rational(exactly: $0) }
    case nil: nil
    }
  }

  private func ofExperiment(_ left: String, _ limit: Rational) -> String? {
    switch left {
    case "experiment_rounds":
      guard let count = number(left)?.decimalText(places: 0) else { return nil }
      return "\(count) of \(limit.decimalText(places: 0)) rounds \(count == "1" ? "is" : "are") played"
    case "experiment_plan": return "no plan is written"
    case "experiment_rule": return "no rule is written"
    default: return nil
    }
  }

  /// `abs(equity - 10000) <= 100` as "the equity is $10,500.00 and has to be within $100.00 of $10,000.00".
  private func ofDistance(_ left: String, _ limit: Rational) -> String? {
    guard let match = left.wholeMatch(of: #/abs\((.+) - ([\d.]+)\)/#), let quantity = ShownQuantity(String(match.1)),
      let value = number(String(match.1)), let middle = number(String(match.2)), clause.contains("<")
    else { return nil }
    return
      "\(quantity.name) \(quantity.verbs.now) \(quantity.texts(of: value, limit: middle).value) and has to \(quantity.verbs.wanted) within \(quantity.text(of: limit)) of \(quantity.text(of: middle))"
  }

  /// What has no name on the screens is shown as the author wrote it.
  private func ofCalculation(_ left: String, _ comparison: String, _ right: String, _ limit: Rational) -> String {
    guard let value = number(left) else { return "`\(clause)` does not hold" }
    let isShare = right.contains("%")
    func text(_ number: Rational) -> String {
      isShare ? NumberForm.share.text(of: number, places: 2) : number.decimalText(places: 4)
    }
    return "`\(left)` is \(text(value)) and has to be \(comparison)\(text(limit))"
  }
}
