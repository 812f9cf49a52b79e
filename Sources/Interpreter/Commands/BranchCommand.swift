import Reports

/// Keeps where things stand under a name.
struct BranchCommand: Command {
  static let manual = Manual(
    "branch", group: .timeTravel, synopsis: ["branch", "branch NAME"],
    summary: "try on a copy, keep this",
    details: [
      "Makes a copy of everything under the name and goes on in it; `switch` goes back. Without a name it lists the branches."
    ],
    examples: [
      Manual.Example(
        "deposit 10 ETH; branch careful; loop 2 at 50%; switch main; compare careful", shows: "two plans side by side"),
      Manual.Example("branch", shows: "the branches"),
    ])

  let name: String?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> BranchCommand {
    guard !arguments.isAtEnd else { return BranchCommand(name: nil) }
    return BranchCommand(name: try arguments.name("the name of a branch"))
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    guard let name else { return session.branchList }
    try session.makeBranch(name)
    return Report([.paragraph("On the new branch \(name, .strong).")])
  }
}
