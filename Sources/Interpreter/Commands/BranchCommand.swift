public import Reports

/// Keeps where things stand under a name.
public struct BranchCommand: Command {
  public static let manual = Manual(
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

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> BranchCommand {
    guard !arguments.isAtEnd else { return BranchCommand(name: nil) }
    return BranchCommand(name: try arguments.name("the name of a branch"))
  }

  public func run(in session: inout Session) throws(CommandError) -> Report {
    guard let name else { return session.branchList }
    try session.makeBranch(name)
    return Report([.paragraph("On the new branch \(name, .strong).")])
  }
}

/// Goes to another branch.
public struct SwitchCommand: Command {
  public static let manual = Manual(
    "switch", group: .timeTravel, synopsis: ["switch NAME"], summary: "go to another branch",
    examples: [Manual.Example("branch bold; deposit 10 ETH; switch main", shows: "main is as it was")])

  let name: String
  let range: Range<Int>

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> SwitchCommand {
    let name = try arguments.name("the name of a branch")
    return SwitchCommand(name: name, range: arguments.lastRange)
  }

  public static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? session.otherBranchCandidates : []
  }

  public func run(in session: inout Session) throws(CommandError) -> Report {
    let before = session.world
    try session.switchBranch(to: name, at: range)
    return Report([.paragraph("On the branch \(name, .strong).")]) + Change(from: before, to: session.world).report
  }
}

/// Puts the position beside that of another branch.
public struct Compare: Command {
  public static let manual = Manual(
    "compare", group: .timeTravel, synopsis: ["compare NAME"], summary: "this branch and another",
    examples: [
      Manual.Example("deposit 10 ETH; branch bold; loop 5 at 70%; compare main", shows: "before and after five loops")
    ])

  let name: String
  let range: Range<Int>

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Compare {
    let name = try arguments.name("the name of a branch")
    return Compare(name: name, range: arguments.lastRange)
  }

  public static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? session.otherBranchCandidates : []
  }

  public func run(in session: inout Session) throws(CommandError) -> Report {
    let other = try session.timeline(named: name, at: range).world
    return Comparison(left: (session.branch, session.world), right: (name, other)).report
  }
}
