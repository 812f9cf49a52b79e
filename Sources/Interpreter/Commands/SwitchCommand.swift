import Reports

/// Goes to another branch.
struct SwitchCommand: Command {
  static let manual = Manual(
    "switch", group: .timeTravel, synopsis: ["switch NAME"], summary: "go to another branch",
    examples: [Manual.Example("branch bold; deposit 10 ETH; switch main", shows: "main is as it was")])

  let name: String
  let range: Range<Int>

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> SwitchCommand {
    let name = try arguments.name("the name of a branch")
    return SwitchCommand(name: name, range: arguments.lastRange)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? session.otherBranchCandidates : []
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let before = session.world
    try session.switchBranch(to: name, at: range)
    return Report([.paragraph("On the branch \(name, .strong).")]) + Change(from: before, to: session.world).report
  }
}
