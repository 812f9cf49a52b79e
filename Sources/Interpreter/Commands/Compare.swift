import Reports

/// Puts the position beside that of another branch.
struct Compare: Command {
  static let manual = Manual(
    "compare", group: .timeTravel, synopsis: ["compare NAME"], summary: "this branch and another",
    examples: [
      Manual.Example("deposit 10 ETH; branch bold; loop 5 at 70%; compare main", shows: "before and after five loops")
    ])

  let name: String
  let range: Range<Int>

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Compare {
    let name = try arguments.name("the name of a branch")
    return Compare(name: name, range: arguments.lastRange)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? session.otherBranchCandidates : []
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let other = try session.timeline(named: name, at: range).world
    guard name != session.branch else {
      throw CommandError(.refused, "this is the branch \(name); name another one to compare it with", at: range)
    }
    return Comparison(left: (session.branch, session.world), right: (name, other)).report
  }
}
