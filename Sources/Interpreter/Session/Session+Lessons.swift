import Markets

extension Session {
  /// How many detours are kept.
  static let mostDetours = 20

  /// Goes on where another session of the same beginning stands. What was tried since stays as a branch `detour-N`, of which
  /// the last few are kept.
  ///
  /// Gives the branch's name; nil when both stand at the same place.
  public mutating func goOn(from other: Session) -> String? {
    guard world != other.world || branch != Self.firstBranch else { return nil }
    var name: String?
    if !timeline.past.isEmpty, world != other.world {
      let numbers = otherBranches.keys.compactMap { Self.numberOfDetour($0) }.sorted()
      for number in numbers.dropLast(Self.mostDetours - 1) { otherBranches["\(Self.detour)\(number)"] = nil }
      let next = "\(Self.detour)\((numbers.last ?? 0) + 1)"
      otherBranches[next] = timeline
      name = next
    }
    follow(other)
    return name
  }

  /// The same session with other surroundings.
  public func with(_ surroundings: Surroundings) -> Session {
    Session(self, surroundings)
  }

  private init(_ other: Session, _ surroundings: Surroundings) {
    timeline = other.timeline
    otherBranches = other.otherBranches
    branch = other.branch
    self.surroundings = surroundings
    firstMarket = other.firstMarket
    seenRounds = other.seenRounds
  }
}

extension Session {
  /// The way back ends here: nothing before can be undone or done again, and all of it is still saved.
  public mutating func forgetTheWayBack() {
    timeline.forgotten += timeline.past.map(\.command)
    (timeline.past, timeline.future) = ([], [])
    (earlier, later) = ([], [])
  }

  /// The session that the commands of a line would lead to; nil where one fails or reaches beyond the session, so that nothing
  /// happens outside.
  public func trying(_ line: String) -> Session? {
    var trial = self
    trial.surroundings.observers = []
    trial.surroundings.recorder = nil
    for text in CommandLineSplitter.commands(in: line) {
      guard let command = try? trial.parse(text), !command.reachesOut, case .success = trial.run(text) else {
        return nil
      }
    }
    return trial
  }

  /// Whether a market was loaded, by a command that can still be undone, or a session opened, and no command behind it came by
  /// the world of another session.
  public func hasBegunAnew(besides place: Session) -> Bool {
    let beginning = timeline.past.lastIndex { step in
      CommandLineSplitter.commands(in: step.command).contains { (try? parse($0))?.beginsAnew ?? false }
    }
    guard let beginning else { return !earlier.isEmpty }
    return world != place.world && !timeline.past[(beginning + 1)...].contains { $0.before == place.world }
  }

  /// Whether the branch is one that `goOn` has kept.
  public var isOnDetour: Bool { Self.numberOfDetour(branch) != nil }

  private static let detour = "detour-"

  private static func numberOfDetour(_ branch: String) -> Int? {
    branch.hasPrefix(detour) ? Int(branch.dropFirst(detour.count)) : nil
  }

  /// The command that leads to the first world of the session.
  public var beginning: String { "\(MarketCommand.manual.name) \(firstMarket ?? Self.firstMarketName)" }

  /// The commands that lead from any session of the same kind to this world; nil where an opened session is on the way.
  public var commandsToHere: [String]? {
    guard earlier.isEmpty else { return nil }
    return [beginning] + timeline.forgotten + timeline.past.map(\.command)
  }

  /// Stands where another session of the same beginning stands, as if its commands had been given here.
  public mutating func follow(_ other: Session) {
    otherBranches[Self.firstBranch] = nil
    timeline = other.timeline
    branch = Self.firstBranch
    isOver = false
    // What was opened on the way lies behind.
    (earlier, later) = ([], [])
    (firstMarket, surroundings.seed) = (other.firstMarket, other.surroundings.seed)
  }

  /// Whether a line begins with the name of a command.
  public func readsAsCommand(_ line: String) -> Bool {
    guard let first = CommandLineSplitter.commands(in: line).first else { return false }
    return (try? type(of: first)) != nil
  }

  /// Whether all of a line can be read as commands; none of them is run.
  public func reads(_ line: String) -> Bool {
    CommandLineSplitter.commands(in: line).allSatisfy { (try? parse($0)) != nil }
  }

  /// The name of the market at hand.
  public var marketName: String { world.market.name }

  /// Whether the worlds of two sessions are the same.
  public func stands(where other: Session) -> Bool { world == other.world && branch == other.branch }
}
