import Reports

/// Shows the exact value of an expression.
struct Print: Inquiry {
  static let manual = Manual(
    "print", group: .asking, synopsis: ["print EXPRESSION"], summary: "the value of an expression",
    details: [
      "Knows hf, leverage, ltv, buffer, equity, collateral, debt, exposure, liquidation_price, day, price(ETH), wallet(ETH), "
        + "collateral(ETH), debt(USDC), names given with `let`, + - * / ^, comparisons, and, or, not, and min, max, abs, sqrt, "
        + "ln, exp, normal.",
      "Percentages are fractions: 20% is 0.2. At most 18 decimals are shown; ln, exp, sqrt and normal give 15 significant "
        + "digits. normal(-1) is the chance that a normal random number lies more than one sigma below its mean. "
        + "Arguments of min and max are separated by a comma and a blank.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop 5 at 70%; print hf", shows: "the health factor to 18 decimals"),
      Manual.Example("print 10000 * 0.7^5 / (1 - 70%)", shows: "a calculation"),
      Manual.Example("print levrage", shows: "an unknown name"),
    ])

  let expression: Expression

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Print {
    Print(expression: try arguments.expression())
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    World.quantities.map { Candidate($0.name, $0.meaning) }
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    Report([.paragraph(StyledText(try world.evaluator.value(of: expression).text))])
  }
}
