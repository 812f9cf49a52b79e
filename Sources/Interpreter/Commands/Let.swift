import Markets
import Reports

/// Gives a value a name for later expressions.
struct Let: WorldCommand {
  static let manual = Manual(
    "let", group: .asking, synopsis: ["let NAME = EXPRESSION"], summary: "give a value a name",
    details: [
      "The name can be used in expressions and in place of a number: `borrow rest USDC`. It keeps the number and no unit: "
        + "after `let n = 70`, `borrow n%` means 70%, and after `let n = 70%` the number is 0.7. `undo` takes it back."
    ],
    examples: [
      Manual.Example("deposit 10 ETH; let half = collateral / 2; borrow half USDC", shows: "a number with a name"),
      Manual.Example("let debt = 5", shows: "names of quantities are taken"),
    ])

  /// The most names that a world keeps.
  static let mostNames = 1_000

  let name: String
  let expression: Expression

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Let {
    guard let name = arguments.scanner.word()?.lowercased() else {
      throw arguments.errorHere("a name is missing", try: ["let half = collateral / 2"])
    }
    let taken = World.quantityNames + Expression.Function.allCases.map(\.rawValue)
    guard !taken.contains(name), !ReservedWords.contains(name) else {
      throw arguments.error("`\(name)` has a meaning already; choose another name")
    }
    guard arguments.session.world.market.asset(name) == nil else {
      throw arguments.error("`\(name)` is an asset; choose another name")
    }
    guard name.utf8.count <= 40 else { throw arguments.error("a name has at most 40 characters") }
    guard arguments.scanner.symbol(["="]) != nil else {
      throw arguments.errorHere("`=` is missing", try: ["let \(name) = collateral / 2"])
    }
    return Let(name: name, expression: try arguments.expression())
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let value = try world.evaluator.value(of: expression)
    guard world.names[name] != nil || world.names.count < Self.mostNames else {
      throw CommandError(.limit, "at most \(Self.mostNames) names are kept")
    }
    world.names[name] = value
    return Report([.paragraph("\(name, .strong) = \(value.text)")])
  }
}
