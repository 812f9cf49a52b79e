import Markets
import Reports

extension Session {
  /// A whole session that another took the place of: what `undo` and `redo` go back and forth between.
  struct Opening: Sendable {
    /// The `open` between the two.
    var command: String
    var firstMarket: String?
    var timeline: Timeline
    var otherBranches: [String: Timeline]
    var branch: String
    var seed: UInt64
  }

  /// The most sessions that `undo` can go back to.
  static let mostOpenings = 20

  /// Makes another session this one, in the same surroundings, and keeps what was here before for `undo`.
  mutating func open(_ other: Session) {
    if earlier.count >= Self.mostOpenings { earlier.removeFirst() }
    earlier.append(setAside(for: currentCommand))
    later = []
    take(other.setAside(for: currentCommand))
  }

  /// Goes back to the session before the last `open`, whole as it was, and gives the command; nil when nothing was
  /// opened.
  mutating func undoOpening() -> String? {
    guard let opening = earlier.popLast() else { return nil }
    later.append(setAside(for: opening.command))
    take(opening)
    return opening.command
  }

  /// Goes forth to the session that `undoOpening` left last, and gives the command; nil when there is none, or when
  /// something was changed since.
  mutating func redoOpening() -> String? {
    guard let opening = later.popLast() else { return nil }
    earlier.append(setAside(for: opening.command))
    take(opening)
    return opening.command
  }

  /// Whether nothing was done yet, so that nothing is lost with this session.
  var isUntouched: Bool {
    timeline.forgotten.isEmpty && timeline.past.isEmpty && timeline.future.isEmpty && otherBranches.isEmpty
  }

  private func setAside(for command: String) -> Opening {
    Opening(
      command: command, firstMarket: firstMarket, timeline: timeline, otherBranches: otherBranches, branch: branch,
      seed: surroundings.seed)
  }

  private mutating func take(_ opening: Opening) {
    firstMarket = opening.firstMarket
    timeline = opening.timeline
    otherBranches = opening.otherBranches
    branch = opening.branch
    surroundings.seed = opening.seed
  }
}

// MARK: - What is said of it

extension Session {
  /// Where one is among sessions and branches, to be compared with where one was.
  struct Place {
    var openings: Int
    var market: String
    var branch: String
  }

  var place: Place { Place(openings: earlier.count, market: world.market.name, branch: branch) }

  /// What to know when `undo` or `redo` crossed an `open`: that it did, when that stands among other commands, and the
  /// market and the branch where they are others.
  func report(ofCrossing commands: [String], from before: Place) -> Report {
    guard earlier.count != before.openings else { return Report() }
    var sentences: [String] = []
    if earlier.count < before.openings, commands.count > 1, let opening = later.last?.command {
      sentences.append("`\(opening)` is taken back too: this is the session from before it.")
    }
    if world.market.name != before.market { sentences.append("The market is \(world.market.name).") }
    if branch != before.branch { sentences.append("You are on the branch \(branch).") }
    return sentences.isEmpty ? Report() : Report([.note(StyledText(sentences.joined(separator: " ")))])
  }
}
