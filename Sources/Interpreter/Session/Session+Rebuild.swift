extension Session {
  /// Commands that make this session again when they run in a new one in the classroom: the same branches with the past
  /// that `undo` walks and the future that `redo` walks, and the same branch to be on.
  ///
  /// A market other than the classroom in which the session began is loaded by a first `market`, which the new session can
  /// undo; since that is a step too, the last of 10,000 undone steps is left out then. What lies behind an `open` is not
  /// part of it. The commands are as many as there are different steps, two for each branch, and one for each that has a
  /// future.
  public var rebuildingCommands: [String] {
    // The first branch is there from the beginning; the others grow from it.
    let names = [Self.firstBranch] + branchNames.filter { $0 != Self.firstBranch }
    let timelines = names.map { ($0, $0 == branch ? timeline : otherBranches[$0] ?? timeline) }
    let market = firstMarket.map { "market " + (ArgumentReader.typed(fileName: $0) ?? $0) }
    let mostSteps = Self.mostSteps - (market == nil ? 0 : 1)
    var walk = BranchWalk(
      lines: timelines.map { BranchWalk.Line(name: $0, timeline: $1, mostSteps: mostSteps) },
      commands: market.map { [$0] } ?? [])
    walk.run()
    walk.move(to: branch)
    return walk.commands
  }
}

/// A walk over the tree that the branches' commands form, which notes what to type for it: what branches share is typed
/// once, and where they part a copy is made for each.
private struct BranchWalk {
  /// A branch with all that was ever done on it, what was undone at the end.
  struct Line {
    var name: String
    var commands: [String]
    /// How many of the commands are undone.
    var undone: Int

    init(name: String, timeline: Session.Timeline, mostSteps: Int) {
      self.name = name
      let future = timeline.future.suffix(mostSteps - min(mostSteps, timeline.past.count))
      commands = timeline.forgotten + timeline.past.map(\.command) + future.reversed().map(\.command)
      undone = future.count
    }
  }

  /// Branches with the same commands up to a depth. The first of them is there and stands at this depth; the others are
  /// to be made.
  private struct Bundle {
    var members: [Int]
    var depth: Int
  }

  let lines: [Line]
  private(set) var commands: [String]
  private var current = Session.firstBranch

  init(lines: [Line], commands: [String]) {
    self.lines = lines
    self.commands = commands
  }

  /// Builds every branch. The bundles that wait are never more than there are branches.
  mutating func run() {
    var waiting = [Bundle(members: Array(lines.indices), depth: 0)]
    while var bundle = waiting.popLast() {
      var line = lines[bundle.members[0]]
      while let next = sharedCommand(of: bundle) {
        add(next, on: line)
        bundle.depth += 1
      }
      let parts = parts(of: bundle)
      if parts.count == 1, line.undone > 0 { add(line.undone == 1 ? "undo" : "undo \(line.undone)", on: line) }
      // Each copy is made from the one before it, while all stand where they part.
      for part in parts.dropFirst() {
        let copy = lines[part.members[0]]
        add("branch \(copy.name)", on: line)
        line = copy
        current = copy.name
      }
      if parts.count > 1 { waiting += parts }
    }
  }

  /// Goes to a branch, unless that is where one is.
  mutating func move(to name: String) {
    guard name != current else { return }
    current = name
    commands.append("switch \(name)")
  }

  private mutating func add(_ command: String, on line: Line) {
    move(to: line.name)
    commands.append(command)
  }

  /// The next command of all members; nil when they part or end here.
  private func sharedCommand(of bundle: Bundle) -> String? {
    guard let next = command(of: bundle.members[0], at: bundle.depth) else { return nil }
    return bundle.members.dropFirst().allSatisfy { command(of: $0, at: bundle.depth) == next } ? next : nil
  }

  /// The members by their next command, in order; those that end here each alone.
  private func parts(of bundle: Bundle) -> [Bundle] {
    var parts: [Bundle] = []
    var places: [String: Int] = [:]
    for member in bundle.members {
      let next = command(of: member, at: bundle.depth)
      if let next, let place = places[next] {
        parts[place].members.append(member)
      } else {
        if let next { places[next] = parts.count }
        parts.append(Bundle(members: [member], depth: bundle.depth))
      }
    }
    return parts
  }

  private func command(of member: Int, at depth: Int) -> String? {
    depth < lines[member].commands.count ? lines[member].commands[depth] : nil
  }
}
