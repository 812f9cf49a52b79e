import Markets
import Reports

extension Session {
  /// Copies the current branch under a new name and goes on in the copy.
  mutating func makeBranch(_ name: String) throws(CommandError) {
    guard !branchNames.contains(name) else {
      throw CommandError(.refused, "there is a branch \(name) already", try: ["switch \(name)"])
    }
    guard branchNames.count < Self.mostBranches else {
      throw CommandError(.limit, "a session keeps at most \(Self.mostBranches) branches")
    }
    otherBranches[branch] = timeline
    branch = name
  }

  /// Goes on in another branch.
  mutating func switchBranch(to name: String, at range: Range<Int>) throws(CommandError) {
    let target = try timeline(named: name, at: range)
    guard name != branch else { throw CommandError(.refused, "this is the branch \(name) already") }
    otherBranches[branch] = timeline
    otherBranches[name] = nil
    timeline = target
    branch = name
  }

  /// A branch, or an error that names those there are.
  func timeline(named name: String, at range: Range<Int>) throws(CommandError) -> Timeline {
    if name == branch { return timeline }
    if let other = otherBranches[name] { return other }
    let near = Spelling.suggestions(for: name, among: branchNames)
    throw CommandError(
      .syntax, "there is no branch `\(name)`; there is \(branchNames.joined(separator: ", "))", at: range, try: near,
      isSpelling: true)
  }

  var branchList: Report {
    let lines = branchNames.map { name in
      let world = name == branch ? world : otherBranches[name]?.world ?? world
      let position = world.position
      let figures =
        position.isEmpty
        ? "no position"
        : "\(Display.dollars(position.exposure)) at \(Display.multiple(position.leverage)), health factor \(Display.healthFactor(position.healthFactor))"
      return LabelledValue(
        label: name, value: StyledText(figures), remark: name == branch ? StyledText("you are here", .strong) : nil)
    }
    return Report([.values(lines)])
  }

  var otherBranchCandidates: [Candidate] {
    branchNames.filter { $0 != branch }.map { Candidate($0, "a branch") }
  }
}
