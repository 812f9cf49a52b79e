/// Whether an expression is true.
public enum Verdict: Equatable, Sendable {
  case holds
  /// With the numbers that do not fit, such as `1.02 >= 1.05 is false`.
  case fails(reason: String)
}

extension Session {
  /// What is wrong with an expression before any session is asked, with its place in the text; nil when it can be read.
  public static func syntaxError(inExpression text: String) -> CommandError? {
    do {
      _ = try expression(text)
      return nil
    } catch {
      return error
    }
  }

  /// Whether an expression such as `hf >= 1.05` is true now.
  ///
  /// Throws when it cannot be read or computed, or is neither true nor false.
  public func verdict(on text: String) throws(CommandError) -> Verdict {
    let check = Check(expression: try Self.expression(text), text: text)
    guard let reason = try check.refusal(in: world) else { return .holds }
    return .fails(reason: reason)
  }

  /// What an expression such as `liquidation_price` comes to now.
  ///
  /// Throws when it cannot be read or computed, or is no finite number.
  public func number(of text: String) throws(CommandError) -> Value {
    let value = try world.evaluator.value(of: try Self.expression(text))
    guard value.doubleValue != nil else {
      throw CommandError(.refused, "`\(text)` is \(value.text), and a number is needed")
    }
    return value
  }

  private static func expression(_ text: String) throws(CommandError) -> Expression {
    let scalars = Array(text.unicodeScalars)
    var scanner = Scanner(CommandText(line: scalars, range: 0..<scalars.count))
    let expression = try ExpressionParser.parse(&scanner)
    guard scanner.isAtEnd else {
      throw CommandError(
        .syntax, "`\(scanner.text(scanner.restRange))` is more than an expression", at: scanner.restRange)
    }
    return expression
  }
}
