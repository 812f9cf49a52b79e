import Lending
import Reports

/// Something a learner can type: a value that was read from a line and can be run in a session.
///
/// Each command is a small file of its own that holds all that is known about it: its manual with examples, how it is
/// read, what Tab offers, and what it does.
protocol Command: Sendable {
  static var manual: Manual { get }

  /// Whether the command belongs to what a journal or a recording keeps; not so for those about these themselves.
  static var isKept: Bool { get }

  /// Whether the command reaches beyond the session, such as one that writes a file or exchanges the session for another;
  /// an opened file and `what if` may not hold it.
  static var reachesOut: Bool { get }

  /// The same for one that was read: some forms of a command may reach out, and others not.
  var reachesOut: Bool { get }

  /// The kind of file whose name is the first argument, or follows a word, for completion; nil when there is none.
  static var fileArgument: FileArgument? { get }

  /// Whether an amount of this asset is something that the command can act on in this world, for suggestions.
  static func concerns(_ symbol: Symbol, in world: World) -> Bool

  /// Whether it leaves the world for another one, with a wallet of its own.
  var beginsAnew: Bool { get }

  /// Whether trying it would show what is still to come.
  var showsTheFuture: Bool { get }

  /// Reads what follows the command's name; throws when it is not in the language.
  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Self

  /// What Tab offers for the word at the cursor.
  static func candidates(after words: [String], in session: Session) -> [Candidate]

  /// Does it. A command that throws has changed nothing.
  func run(in session: inout Session) throws(CommandError) -> Report
}

extension Command {
  static var isKept: Bool { true }

  static var reachesOut: Bool { false }

  var reachesOut: Bool { Self.reachesOut }

  var beginsAnew: Bool { false }

  var showsTheFuture: Bool { false }

  static var fileArgument: FileArgument? { nil }

  static func concerns(_ symbol: Symbol, in world: World) -> Bool { true }

  static func candidates(after words: [String], in session: Session) -> [Candidate] { [] }
}

/// A command that changes the world and nothing else in the session, so that `undo` takes it back.
protocol WorldCommand: Command {
  func run(on world: inout World) throws(CommandError) -> Report
}

extension WorldCommand {
  func run(in session: inout Session) throws(CommandError) -> Report {
    try session.change { (world) throws(CommandError) in try run(on: &world) }
  }
}

/// A command that only looks.
protocol Inquiry: Command {
  func report(on world: World, in session: Session) throws(CommandError) -> Report
}

extension Inquiry {
  func run(in session: inout Session) throws(CommandError) -> Report {
    try report(on: session.world, in: session)
  }
}

/// A kind of file that a command takes.
struct FileArgument: Sendable {
  /// What names of such files end with.
  var ending: String
  /// What a file is called, such as `a market file`.
  var what: String
  /// Whether a name without a slash can be meant as a file.
  var mayBeBare = true
  /// The word behind which the name stands; nil for the first argument.
  var behind: String?
}

/// One thing that Tab can put at the cursor.
public struct Candidate: Equatable, Sendable {
  public var text: String
  public var description: String

  public init(_ text: String, _ description: String) {
    self.text = text
    self.description = description
  }
}
