public import Markets
import Reports

/// A conversation with a world: the commands so far, the way back, and the branches.
///
/// A session knows no terminal, file, clock or environment; what it may read of the outside comes as closures in its
/// `Surroundings`.
public struct Session: Sendable {
  /// A command that changed the world, and the world before it.
  struct Step: Sendable {
    var command: String
    var before: World
  }

  /// A line of history: where it leads and how to go back and forth in it.
  struct Timeline: Sendable {
    var world: World
    /// The commands of steps that are too long ago to be undone, oldest first: they still lead here.
    var forgotten: [String] = []
    var past: [Step] = []
    /// Steps that were undone; `before` is then the world after them.
    var future: [Step] = []
  }

  /// What a command may ask the prompt for, when its line has run.
  public enum Request: Equatable, Sendable {
    /// Lines to run, which are pasted without a mark of the terminal.
    case paste
  }

  /// The name of the branch on which every session begins.
  public static let firstBranch = "main"
  /// The market in which a session begins unless another is named.
  static let firstMarketName = "classroom"
  /// The most branches that a session keeps.
  public static let mostBranches = 100
  /// The most steps that can be undone.
  public static let mostSteps = 10_000

  var timeline: Timeline
  /// The other branches by name; the current one is in `timeline`.
  var otherBranches: [String: Timeline] = [:]
  public internal(set) var branch = Session.firstBranch
  /// Only an `open` changes them: the seed is that of the session that was saved.
  public internal(set) var surroundings: Surroundings
  /// The market in which the session began, as it was named; nil for the classroom.
  var firstMarket: String?
  /// The sessions that `open` took the place of, oldest first, and those that `undo` has left again.
  var earlier: [Opening] = []
  var later: [Opening] = []
  /// What the learner typed for the command that runs now.
  var currentCommand = ""
  /// What a command has asked the prompt for.
  var request: Request?
  /// How many rounds of experiments with these terms were ever seen. No `undo` takes back what was seen.
  var seenRounds: [ExperimentTerms: Int] = [:]
  /// Whether `quit` was given.
  public internal(set) var isOver = false

  /// A session at the market's first moment. `marketName` is the name by which a command finds the market again, such as
  /// that of its file; a preset need not give it.
  public init(
    market: Market, surroundings: Surroundings = Surroundings(), marketName: String? = nil
  ) throws(CommandError) {
    timeline = Timeline(world: try World(market: market))
    let name = marketName ?? market.name
    firstMarket = name.lowercased() == Self.firstMarketName ? nil : name
    self.surroundings = surroundings
  }

  public var world: World { timeline.world }

  /// The names of all branches, the current one included.
  public var branchNames: [String] { (otherBranches.keys + [branch]).sorted() }

  /// The commands that changed the world, oldest first.
  public var changes: [String] { timeline.past.map(\.command) }
}

extension Session {
  /// What a command has asked the prompt for since the last call.
  public mutating func takeRequest() -> Request? {
    defer { request = nil }
    return request
  }
}

// MARK: - Changing the world

extension Session {
  /// Changes the world by a command's body, lets the keepers and then a stop act on the result, and remembers the way back.
  /// When anything throws, nothing has changed. Where `keepersWait` they let the moment pass, and so does the stop.
  mutating func change(
    keepersWait: Bool = false, _ body: (inout World) throws(CommandError) -> Report
  ) throws(CommandError) -> Report {
    var next = world
    var report = try body(&next)
    next.readPools()
    if !keepersWait {
      let liquidations = next.settleKeepers()
      for liquidation in liquidations.events { report.append(liquidation.report(in: next)) }
      if let refusal = liquidations.refusal {
        report.append(.note("The health factor is below 1 and no keeper can act: \(refusal.message)."))
      }
    }
    if !keepersWait, let outcome = next.runStop(since: world) {
      report.append(outcome.report(in: next))
    } else if let order = next.takeStopWithoutDebt() {
      report.append(.note("The stop at \(Display.price(order.price)) is gone: nothing is owed any more."))
    }
    next.ladder.follow(from: world.balances, to: next.balances)
    report.append(Change(from: world, to: next, showingGas: true).report)
    record(next)
    return report
  }

  /// Makes `next` the world and remembers the one before it.
  mutating func record(_ next: World) {
    guard next != world else { return }
    if timeline.past.count >= Self.mostSteps {
      let oldest = Self.mostSteps / 10
      timeline.forgotten += timeline.past.prefix(oldest).map(\.command)
      timeline.past.removeFirst(oldest)
    }
    timeline.past.append(Step(command: currentCommand, before: timeline.world))
    timeline.future = []
    later = []
    timeline.world = next
  }

  /// Takes back up to `count` changes and gives their commands, newest first. Behind the first step of a session that was
  /// opened lies the one before it.
  mutating func undo(_ count: Int) -> [String] {
    var commands = timeline.travel(count, from: \.past, to: \.future)
    while commands.count < count, let opening = undoOpening() {
      commands.append(opening)
      commands += timeline.travel(count - commands.count, from: \.past, to: \.future)
    }
    return commands
  }

  /// Makes up to `count` undone changes again and gives their commands, oldest first. When the branch has none left, the
  /// session that `undo` left last is opened again.
  mutating func redo(_ count: Int) -> [String] {
    var commands = timeline.travel(count, from: \.future, to: \.past)
    while commands.count < count, let opening = redoOpening() {
      commands.append(opening)
      commands += timeline.travel(count - commands.count, from: \.future, to: \.past)
    }
    return commands
  }
}

extension Session.Timeline {
  /// Moves up to `count` steps from one side of the present to the other, and gives their commands.
  fileprivate mutating func travel(
    _ count: Int, from source: WritableKeyPath<Self, [Session.Step]>, to target: WritableKeyPath<Self, [Session.Step]>
  ) -> [String] {
    var commands: [String] = []
    while commands.count < count, let step = self[keyPath: source].popLast() {
      self[keyPath: target].append(Session.Step(command: step.command, before: world))
      world = step.before
      commands.append(step.command)
    }
    return commands
  }
}
