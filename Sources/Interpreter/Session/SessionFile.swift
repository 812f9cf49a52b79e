/// The text of a file that `save` writes and `open` reads: a line that says what it is, one with the seed of everything
/// random, then a command a line.
enum SessionFile {
  /// The most bytes of a file.
  static let byteLimit = 4 * 1024 * 1024
  /// What such a file is called in messages and by Tab.
  static let what = "a saved session"
  /// What names of such files usually end with.
  static let ending = ".lever"

  /// The format that is written, and the newest that is read.
  private static let format = 1
  private static let heading = "# Lever session, format "
  private static let seedHeading = "# seed "

  static func text(_ commands: [String], seed: UInt64) -> String {
    (["\(heading)\(format)", "\(seedHeading)\(seed)"] + commands).joined(separator: "\n") + "\n"
  }

  /// The seed in the second line of a saved file; nil in one that was written by hand or by an earlier version.
  private static func seed(of text: String) -> UInt64? {
    let lines = text.utf8.prefix(200).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 1, let heading = String(lines[0]), let line = String(lines[1]),
      heading.contains(Self.heading), line.hasPrefix(seedHeading)
    else { return nil }
    return UInt64(line.dropFirst(seedHeading.count).filter { $0 != "\r" })
  }

  /// How many commands a file holds: `no commands`, `1 command`.
  static func countText(_ count: Int) -> String {
    switch count {
    case 0: "no commands"
    case 1: "1 command"
    default: "\(Display.grouped(String(count))) commands"
    }
  }

  /// A new session in the classroom in which every command of a file has run, and how many they are.
  ///
  /// Nobody follows it and no command may be shortened in it. Throws the first error with its place; `quit` ends the
  /// reading.
  static func replayed(
    _ text: String, file: String, in surroundings: Surroundings
  ) throws(CommandError) -> (session: Session, count: Int) {
    var surroundings = surroundings
    surroundings.observers = []
    surroundings.acceptsPrefixes = false
    if let seed = seed(of: text) { surroundings.seed = seed }
    try checkFormat(text, file: file)
    let classroom = try surroundings.market(named: Session.firstMarketName)
    var session = try Session(market: classroom, surroundings: surroundings)
    var count = 0
    for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      for command in CommandLineSplitter.commands(in: String(Substring(line))) {
        do throws(CommandError) {
          try refuseReachingOut(command, in: session)
          _ = try session.run(command).get()
        } catch {
          throw error.placed(in: command, file: file, line: index + 1)
        }
        count += 1
        if session.isOver { return (session, count) }
      }
    }
    return (session, count)
  }

  private static func refuseReachingOut(_ command: CommandText, in session: Session) throws(CommandError) {
    // What is no command is told by running it.
    guard let type = try? session.type(of: command) else { return }
    guard type.reachesOut || (try? session.parse(command))?.reachesOut == true else { return }
    throw CommandError(
      .refused, "`\(type.manual.name)` reaches beyond the session, which a file that is opened may not")
  }

  /// A file of a later format is not guessed at; any other text may be commands.
  private static func checkFormat(_ text: String, file: String) throws(CommandError) {
    let scalars = text.unicodeScalars.drop(while: \.isBlank).prefix(heading.unicodeScalars.count + 10)
    guard scalars.starts(with: heading.unicodeScalars) else { return }
    let digits = scalars.dropFirst(heading.unicodeScalars.count).prefix(while: \.isDigit)
    guard Int(String(digits)) != format else { return }
    throw CommandError(.syntax, "\(file):1:1: the format of this session is not \(format), the one that is known here")
  }
}

extension CommandError {
  /// The error of a command in a file: the place first, and no mark, since the command is not on the screen.
  fileprivate func placed(in command: CommandText, file: String, line: Int) -> CommandError {
    let column = (range ?? command.range).lowerBound + 1
    return CommandError(kind, "\(file):\(line):\(column): \(message)", try: suggestions, isSpelling: isSpelling)
  }
}
