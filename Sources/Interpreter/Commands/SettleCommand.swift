import Reports

/// Pays out the last round of an experiment.
struct SettleCommand: WorldCommand {
  static let manual = Manual(
    "settle", group: .measuring, synopsis: ["settle"], summary: "be paid out",
    details: [
      "In the last block of an experiment each position is closed after its round, and you take what is left. A loss is then "
        + "settled, while in the other blocks it stays on paper. `experiment report` compares what you do after the two."
    ],
    examples: [
      Manual.Example(
        "experiment start rounds 4 seed 7; round 2x; round 2x; round 2x; round 2x; round 2x; round 2x; round 2x; settle; round 2x",
        shows: "the last block of a short game"),
      Manual.Example("experiment start; round 2x; settle", shows: "a block that stays on paper"),
    ])

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> SettleCommand { SettleCommand() }

  func run(on world: inout World) throws(CommandError) -> Report {
    let experiment = try world.experimentAtHand()
    guard !experiment.isOver else {
      throw CommandError(
        .refused, "all rounds are played, and the last one is paid out with the block", try: ["experiment report"])
    }
    guard experiment.isSettledBlock, !experiment.beginsBlock else {
      throw CommandError(
        .refused, "results of this block stay on paper, so that nothing is to be paid out", try: ["round 2x"])
    }
    guard experiment.awaitsSettlement else {
      throw CommandError(.refused, "the last round is paid out already", try: ["round 2x"])
    }
    world.experiment?.settle()
    return Report([
      .paragraph("Paid out: the position is closed, and \(Display.dollars(experiment.equity), .strong) are yours.")
    ])
  }
}
