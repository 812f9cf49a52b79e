import FixedPoint
import Lending
import Reports

/// Draws the position: its equity or its health factor over the price that decides, or its loops.
struct ChartCommand: Inquiry {
  static let manual = Manual(
    "chart", group: .seeing, synopsis: ["chart", "chart hf", "chart ladder"],
    summary: "the position as a picture",
    details: [
      "`chart` draws the equity over the price that decides about liquidation, beside the same equity without a loan; "
        + "`chart hf` draws the health factor. Every point is the ledger's own result for a price that is reached at once. "
        + "With keepers on, what lies beyond the liquidation price is what they would leave.",
      "Break-even is the price at which you have as much as if you had kept what the market started you with. Fees, interest "
        + "and liquidations so far are in it, gas is not.",
      "`chart ladder` draws the loops: what is yours and what is owed of the exposure after each.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop 5 at 70%; chart", shows: "equity over the price"),
      Manual.Example("deposit 10 ETH; loop 3 at 70%; chart hf", shows: "the health factor over the price"),
      Manual.Example("deposit 10 ETH; loop 5 at 70%; chart ladder", shows: "what is owed of the exposure"),
      Manual.Example("deposit 10 ETH; chart hf", shows: "nothing is owed"),
    ])

  enum Subject: String, CaseIterable {
    case equity, hf, ladder
  }

  let subject: Subject

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> ChartCommand {
    guard !arguments.isAtEnd else { return ChartCommand(subject: .equity) }
    let word = try arguments.keyword(of: Subject.allCases.map(\.rawValue))
    return ChartCommand(subject: Subject(rawValue: word) ?? .equity)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    guard words.isEmpty else { return [] }
    return [
      Candidate("equity", "over the price"), Candidate("hf", "the health factor over the price"),
      Candidate("ladder", "the loops"),
    ]
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    let position = world.position
    guard !position.collaterals.isEmpty else {
      throw CommandError(.refused, "there is no position to draw", try: world.depositSuggestion)
    }
    switch subject {
    case .equity: return Report([.chart(try PositionChart(of: position, in: world).equity)])
    case .hf:
      guard !position.debt.isZero else {
        throw CommandError(.refused, "without debt there is no health factor to draw", try: ["chart"])
      }
      return Report([.chart(try PositionChart(of: position, in: world).healthFactor)])
    case .ladder:
      guard world.ladder.loops > 0 else {
        throw CommandError(.refused, "no loop was made yet", try: ["loop 3 at 70%"])
      }
      return Report([.chart(LadderReport(world: world, rungs: world.ladder.rungs).chart(share: world.ladder.share))])
    }
  }
}
