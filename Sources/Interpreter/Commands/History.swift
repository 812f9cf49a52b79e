import Reports

/// Lists the commands that changed the world, with what each led to.
struct History: Command {
  static let manual = Manual(
    "history", group: .timeTravel, synopsis: ["history [COUNT]"], summary: "changes and their results",
    details: [
      "Shows the last 20 changes of this branch unless you ask for more, and below them what everything has cost since the "
        + "market was loaded: each cost at the prices of its moment. The prompt's own history of lines is on the ↑ key."
    ],
    examples: [
      Manual.Example("deposit 10 ETH; borrow 70%; reinvest; history", shows: "three changes"),
      Manual.Example(
        "gas $5; pool 300 ETH fee 0.3%; deposit 10 ETH; flash to 2x; wait 90 days; history", shows: "what it all cost"),
    ])

  let count: Int

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> History {
    History(count: try arguments.wholeNumber("the number of changes", in: 1...150) ?? 20)
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let steps = session.timeline.past
    guard !steps.isEmpty else { return Report([.paragraph("Nothing was changed yet.")]) }
    let first = max(0, steps.count - count)
    let columns = [
      Column(title: "#"), Column(title: "command", alignment: .leading), Column(title: "exposure"),
      Column(title: "leverage"), Column(title: "health factor"), Column(title: "buffer"),
    ]
    let rows = steps.indices[first...].map { index in
      let after = index + 1 < steps.count ? steps[index + 1].before : session.world
      let position = after.position
      let level = DangerLevel(of: position).style
      return Row(cells: [
        .text(StyledText(String(index + 1))),
        .text(StyledText(Self.shortened(steps[index].command), .command)),
        .text(StyledText(Display.dollars(position.exposure))),
        .text(StyledText(Display.multiple(position.leverage))),
        .text(StyledText(Display.healthFactor(of: position), level)),
        .text(StyledText(after.bufferText(of: position), level)),
      ])
    }
    return Report([.table(Table(columns: columns, rows: rows))]) + CostReport(costs: session.world.costs).report
  }

  private static func shortened(_ command: String) -> String {
    let scalars = command.unicodeScalars
    return scalars.count <= 32 ? command : String(String.UnicodeScalarView(scalars.prefix(31))) + "…"
  }
}
