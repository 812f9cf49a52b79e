import Testing

@testable import Interpreter

struct EvaluatorTests {
  @Test(arguments: [
    // Precedence and grouping.
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("2 * 3 ^ 2", "18"), ("-2 ^ 2", "-4"), ("2 ^ -2", "0.25"),
    ("2 ^ 3 ^ 2", "512"), ("10 - 3 - 2", "5"), ("100 / 10 / 2", "5"), ("1 - -1", "2"), ("- - 1", "1"), ("+5", "5"),
    ("1 + 2 < 4", "true"), ("not 1 > 2 and 2 > 1", "true"), ("true or false and false", "true"),
    ("not not true", "true"), ("1 < 2 == true", "comparisons do not chain; join them with `and`"),
    ("2×3÷4", "1.5"), ("3 ≥ 3", "true"), ("3 ≤ 2", "false"), ("5 − 3", "2"),
    // Exactness.
    ("1/3*3 == 1", "true"), ("0.1 + 0.2 == 0.3", "true"), ("1/3", "0.333333333333333333"),
    ("2/3", "0.666666666666666667"), ("70% + 30% == 1", "true"), ("20%", "0.2"), ("1.8k / $1,800", "1"),
    ("3x", "3"), ("(1 - 0.7 ^ 6) / (1 - 70%)", "2.94117"),
    ("10 ^ 18 * 10 ^ 18", "1" + String(repeating: "0", count: 36)),
    ("1 / 10 ^ 18", "0.000000000000000001"), ("1 / 10 ^ 19", "0"),
    ("10000000000000000000000000000000000000000", "1" + String(repeating: "0", count: 40)),
    // Functions.
    ("min(1, 2)", "1"), ("min(1,800, 2)", "2"), ("max(1, 2, 3)", "3"), ("max(1, infinity)", "infinity"),
    ("abs(0 - 5)", "5"),
    ("abs(-1/3)", "0.333333333333333333"), ("sqrt(4)", "2"), ("sqrt(2)", "1.4142135623731"), ("exp(0)", "1"),
    ("ln(1)", "0"), ("ln(exp(1))", "1"), ("exp(1)", "2.71828182845905"), ("SQRT(9)", "3"), ("sqrt(2) * 0 + 1", "1"),
    ("exp(-1000)", "0"), ("normal(0)", "0.5"), ("normal(-1)", "0.158655253931457"), ("normal(infinity)", "1"),
    ("normal(true)", "`normal` needs a number, not true or false"),
    // The chance to touch a price 20% below within 30 days, at a volatility of 80% a year.
    ("2 * normal(ln(80%) / (80% * sqrt(30 / 365))) < 33.07%", "true"),
    ("2 * normal(ln(80%) / (80% * sqrt(30 / 365))) > 33.05%", "true"),
    // Infinity is the health factor without debt.
    ("hf", "infinity"), ("infinity > 10", "true"), ("infinity == infinity", "true"), ("1 / infinity", "0"),
    ("infinity * 2", "infinity"), ("infinity / 2", "infinity"), ("infinity - 1", "infinity"),
    ("infinity + infinity", "infinity"),
    ("infinity - infinity", "infinity has no place here: there is no debt yet"),
    ("infinity * 0", "infinity has no place here: there is no debt yet"),
    ("infinity * -1", "infinity has no place here: there is no debt yet"),
    ("infinity / infinity", "infinity has no place here: there is no debt yet"),
    ("1 - infinity", "infinity has no place here: there is no debt yet"),
    ("infinity ^ 2", "infinity has no place here: there is no debt yet"),
    ("-infinity", "`-` needs a number, not infinity"),
    ("ln(infinity)", "infinity"),
    // The classroom before anything has happened.
    ("price(ETH)", "2000"), ("price(eth) * wallet(ETH)", "20000"), ("leverage", "0"), ("ltv", "0"), ("buffer", "1"),
    ("equity", "0"),
    ("collateral(ETH) + debt(USDC)", "0"), ("liquidation_price", "0"), ("day", "0"), ("HF == infinity", "true"),
    // What is refused.
    ("1 / 0", "division by zero"), ("0 ^ -1", "division by zero"), ("1.5 / (1 - 1)", "division by zero"),
    ("2 ^ 10001", "the exponent of `^` is a whole number up to 10000"),
    ("2 ^ 0.5", "the exponent of `^` is a whole number up to 10000"),
    ("2 ^ 300", "the result is too large: it needs more than 256 bits"), ("exp(1000)", "the result is too large"),
    ("(-sqrt(8)) ^ 0.5", "the result is not a real number"),
    ("ln(0)", "`ln` of 0 is not a real number"), ("sqrt(-1)", "`sqrt` of -1 is not a real number"),
    ("1 and true", "`and` needs true or false, not a number"), ("not 5", "`not` needs true or false, not a number"),
    ("true + 1", "`+` needs a number, not true or false"), ("true < false", "`<` needs a number, not true or false"),
    ("1 == true", "`==` needs a number, not true or false"),
    ("min(true, false)", "`min` needs a number, not true or false"),
    ("min(1)", "`min` takes at least two values, separated by `, `"), ("sqrt(1, 2)", "`sqrt` takes one value"),
    ("levrage", "unknown name `levrage`; did you mean `leverage`?"),
    ("prize(ETH)", "unknown function `prize`; did you mean `price`?"),
    ("price(BTC)", "the market classroom lists ETH, USDC, not `BTC`"),
  ])
  func `evaluates`(expression: String, expected: String) throws {
    var session = try ClassroomSession.make()
    #expect(session.value(expression) == expected)
  }

  @Test func `both sides of and are read`() throws {
    var session = try ClassroomSession.make()
    #expect(session.value("false and nonsense") == "unknown name `nonsense`")
  }
}

extension Session {
  /// The value of an expression, or the sentence of the error.
  fileprivate mutating func value(_ expression: String) -> String {
    var text = ""
    run("let it = \(expression)") { outcome, session in
      switch outcome.result {
      case .success: text = session.world.names["it"]?.text ?? "nothing"
      case .failure(let error): text = error.sentence
      }
    }
    return text
  }
}
