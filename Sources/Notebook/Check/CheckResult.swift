/// What the check of one file came to.
public struct CheckResult: Sendable {
  /// Something that is not as the file says.
  public struct Failure: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
      /// The status is as expected and the output is not.
      case output(OutputDifference)
      /// The command fails and ought to succeed; with what it prints.
      case fails(printed: [String])
      /// The command succeeds and ought to fail; with what it prints.
      case succeeds(printed: [String])
      /// The block is tagged `bug` and holds.
      case knownBugIsFixed
      /// A rule of lessons is broken.
      case rule
    }

    public var kind: Kind
    /// From 1.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int
    /// What is wrong, without a final stop.
    public var message: String
    /// What was typed; nil when no command is meant.
    public var command: String?
    /// The line of the prompt, from 1.
    public var commandLine: Int?
    /// The nearest heading above.
    public var heading: String?

    /// Whether blessing would take it away: only the output differs.
    var isBlessable: Bool {
      if case .output = kind { true } else { false }
    }
  }

  /// One command of the file that was to be run.
  public struct Case: Equatable, Sendable {
    public enum Status: Equatable, Sendable {
      case asExpected
      /// The indexes in `failures`.
      case failed(Int)
      case skipped(reason: String)
      /// It does not hold, and is not expected to.
      case knownBug
    }

    public var command: String
    /// The line of the prompt, from 1.
    public var line: Int
    public var heading: String?
    public var status: Status
    /// Where it stands in the document: block and command.
    var block: Int
    var index: Int
    /// What was printed; nil when it was not run.
    var printed: [String]?
    /// How long it took.
    public internal(set) var seconds = 0.0
  }

  public let document: Document
  public var cases: [Case] = []
  public var failures: [Failure] = []
  /// What is worth knowing and no failure, such as a tolerance that nothing needed: from 1, and a sentence.
  public var notes: [Note] = []

  /// Why the outputs are not to be written down, where no failure of a command says so: what came before them went wrong.
  public internal(set) var obstacle: String?

  public struct Note: Equatable, Sendable {
    public var line: Int
    public var message: String
  }

  public init(_ document: Document) {
    self.document = document
  }

  public var isAsExpected: Bool { failures.isEmpty }
  public var skipCount: Int { cases.count { if case .skipped = $0.status { true } else { false } } }
  public var knownBugCount: Int { cases.count { $0.status == .knownBug } }

  /// How much is wrong: `2 not as expected, 1 other problem`; empty when nothing is.
  var shortfall: String {
    let commands = failures.count { $0.command != nil }
    let others = failures.count - commands
    return [
      commands > 0 ? "\(Count.text(commands)) not as expected" : nil,
      others > 0 ? Count.text(others, "other problem") : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// Whether blessing the file would make a difference and may: outputs differ and every status is as expected.
  public var canBeBlessed: Bool {
    guard obstacle == nil else { return false }
    var differs = false
    for failure in failures {
      switch failure.kind {
      case .output: differs = true
      case .fails, .succeeds, .knownBugIsFixed: return false
      case .rule: break
      }
    }
    return differs
  }
}
