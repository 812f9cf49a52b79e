import Reports

/// Fails unless an expression is true.
struct Check: Inquiry {
  static let manual = Manual(
    "check", group: .asking, synopsis: ["check EXPRESSION"], summary: "fail unless it is true",
    details: [
      "For files and lessons that have to stop where something does not hold. Expressions are those of `print`."
    ],
    examples: [
      Manual.Example("deposit 10 ETH; borrow 12000 USDC; check hf >= 1.05", shows: "it holds"),
      Manual.Example("deposit 10 ETH; borrow 12000 USDC; check hf >= 1.5 and debt < 13000", shows: "it does not"),
    ])

  let expression: Expression
  let text: String

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Check {
    arguments.scanner.skipBlanks()
    let start = arguments.scanner.position
    let expression = try arguments.expression()
    return Check(expression: expression, text: arguments.scanner.text(start..<arguments.scanner.position))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    Print.candidates(after: words, in: session)
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    if let refusal = try refusal(in: world) { throw CommandError(.refused, "the check does not hold: \(refusal)") }
    return Report([.paragraph("\("true", .safe): \(text)")])
  }

  /// Why it does not hold, with the numbers; nil when it does. Throws when it is neither true nor false; `asker` is then
  /// what needed it.
  func refusal(in world: World, asker: String = manual.name) throws(CommandError) -> String? {
    let evaluator = world.evaluator
    let value = try evaluator.value(of: expression)
    guard case .boolean(let holds) = value else {
      throw CommandError(
        .syntax, "`\(asker)` needs true or false, and `\(text)` is \(value.text)", try: ["print \(text)"])
    }
    return holds ? nil : try reason(evaluator)
  }

  /// Both sides of the comparison, or of the first one in a chain of `and` that does not hold.
  private func reason(_ evaluator: Evaluator) throws(CommandError) -> String {
    let failing = try Self.failing(expression, evaluator)
    guard let comparison = failing.comparison else { return "`\(text)` is false" }
    let left = try evaluator.value(of: comparison.left).text
    let right = try evaluator.value(of: comparison.right).text
    return "\(left) \(comparison.symbol.rawValue) \(right) is false"
  }

  private static func failing(_ expression: Expression, _ evaluator: Evaluator) throws(CommandError) -> Expression {
    guard case .binary(.and, let left, let right, _) = expression else { return expression }
    if case .boolean(false) = try evaluator.value(of: left) { return try failing(left, evaluator) }
    return try failing(right, evaluator)
  }
}
