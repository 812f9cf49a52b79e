import FixedPoint
import Lending
import Markets
import Reports

/// Takes a loop apart step by step within a floor of the health factor.
struct Unwind: WorldCommand {
  static let manual = Manual(
    "unwind", group: .loop, synopsis: ["unwind [to MULTIPLE] [floor HEALTH-FACTOR] [slippage PERCENT]"],
    summary: "sell and repay, by steps",
    details: [
      "Each step withdraws as much collateral as leaves the health factor at the floor (1.05 unless you say otherwise), "
        + "swaps it for the debt's asset and repays. Without a multiple it goes on until nothing is owed. When a swap would lose "
        + "more than the slippage limit, no step is made.",
      "`flash` does the same in one transaction for the fee of a flash loan.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; borrow 13200 USDC; swap max USDC to ETH; unwind", shows: "four steps to no debt"),
      Manual.Example("deposit 10 ETH; loop 5 at 70%; unwind to 1.5x", shows: "down to a leverage of 1.5"),
    ])

  let multiple: Rational
  let floor: Rational
  let limit: Rational?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Unwind {
    let multiple = arguments.keyword("to") ? try arguments.multiple("the leverage") : 1
    var floor = standardFloor
    if arguments.keyword("floor") {
      floor = try arguments.positive("the floor of the health factor")
      guard floor >= 1 else {
        throw arguments.error("the floor of the health factor is at least 1, or liquidation comes first")
      }
    }
    return Unwind(multiple: multiple, floor: floor, limit: try arguments.slippage())
  }

  /// 1.05
  private static let standardFloor = (try? Rational(105, over: 100)) ?? 1

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.last?.lowercased() {
    case "to": [Candidate("1.5x", "a leverage to stop at")]
    case "floor": [Candidate("1.1", "a health factor that no step goes below")]
    case "slippage": [.slippageLimit]
    default:
      [Candidate("to", "a leverage to stop at"), Candidate("floor", "a health factor to stay above"), .slippage]
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let before = world.position
    guard !before.debt.isZero else { throw CommandError(.refused, "there is no debt to unwind") }
    if multiple > 1, case .exact(let leverage) = before.leverage, leverage <= multiple {
      throw CommandError(
        .refused,
        "the leverage is \(Display.multiple(before.leverage)) already, which is not above \(Display.typed(multiple))x"
      )
    }
    let steps = try world.trading(
      within: limit, retry: { [retry($2)] }, quotes: { $0.map(\.quote) },
      do: {
        (world) throws(CommandError) in
        try world.unwind(to: multiple, floor: floor)
      })
    guard !steps.isEmpty else {
      throw CommandError(
        .refused, "nothing of \(world.mainCollateral) can be sold to lower the leverage", try: ["repay max"])
    }
    return report(steps, in: world)
  }

  /// The command with a limit that suffices.
  private func retry(_ sufficient: String) -> String {
    var words = "unwind"
    if multiple > 1 { words += " to \(Display.typed(multiple))x" }
    if floor != Self.standardFloor { words += " floor \(Display.typed(floor))" }
    return words + " slippage \(sufficient)"
  }

  private func report(_ steps: [UnwindStep], in world: World) -> Report {
    let columns = [
      Column(title: "step"), Column(title: "withdrawn \(steps[0].withdrawn.symbol)"), Column(title: "worth"),
      Column(title: "repaid \(steps[0].repaid.symbol)"), Column(title: "debt left"), Column(title: "leverage"),
      Column(title: "health factor"),
    ]
    let rows = steps.enumerated().map { index, step in
      Row(cells: [
        .text(StyledText(String(index + 1))),
        .text(StyledText(world.number(step.withdrawn.amount, step.withdrawn.symbol))),
        .text(StyledText(Display.dollars(world.value(of: step.withdrawn.amount, step.withdrawn.symbol)))),
        .text(StyledText(world.number(step.repaid.amount, step.repaid.symbol))),
        .text(StyledText(Display.dollars(step.after.debt))),
        .text(StyledText(Display.multiple(step.after.leverage))),
        .text(StyledText(Display.healthFactor(step.after.healthFactor), DangerLevel(of: step.after).style)),
      ])
    }
    var report = Report([.table(Table(columns: columns, rows: rows))])
    let count = steps.count == 1 ? "1 step" : "\(steps.count) steps"
    var sentence: StyledText =
      "\(count, .strong) with the health factor at \(Display.typed(floor)) or more between them."
    sentence += StyledText(SwapCost.sentence(ofAll: steps.map(\.quote), in: world))
    if world.position.debt.isZero { sentence += " `withdraw max` takes the collateral that is left." }
    report.append(.paragraph(sentence))
    return report
  }
}
