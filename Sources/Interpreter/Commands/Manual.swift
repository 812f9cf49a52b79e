/// What help, completion, the manual page and the tests know about a command.
public struct Manual: Sendable {
  /// The chapters of `help`, in their order.
  public enum Group: String, Sendable, CaseIterable {
    case loop = "The loop"
    case world = "The world"
    case seeing = "Seeing"
    case simulating = "Simulating"
    case measuring = "Measuring oneself"
    case timeTravel = "Time travel"
    case asking = "Asking"
    case notebook = "Notebook"

    /// The word by which `help` finds the chapter; no command has it.
    public var word: String {
      switch self {
      case .loop: "loops"
      case .world: "world"
      case .seeing: "seeing"
      case .simulating: "simulating"
      case .measuring: "measuring"
      case .timeTravel: "travel"
      case .asking: "asking"
      case .notebook: "notebook"
      }
    }

    /// The chapter of a word or of its title, in any case.
    init?(named name: String) {
      let name = name.lowercased()
      guard let group = Self.allCases.first(where: { $0.word == name || $0.rawValue.lowercased() == name }) else {
        return nil
      }
      self = group
    }
  }

  /// A line to type and what it shows; the output is recorded and compared by a test.
  public struct Example: Sendable, Equatable {
    /// Commands as they are typed, from a new session.
    public var commands: String
    /// What they show, in a few words.
    public var shows: String

    public init(_ commands: String, shows: String) {
      self.commands = commands
      self.shows = shows
    }
  }

  public var name: String
  public var aliases: [String]
  public var group: Group
  /// The forms of the command, one a line, with what varies in capitals.
  public var synopsis: [String]
  /// One line for the overview, without a final stop.
  public var summary: String
  /// What to know before using it, a paragraph each.
  public var details: [String]
  public var examples: [Example]

  public init(
    _ name: String, aliases: [String] = [], group: Group, synopsis: [String], summary: String, details: [String] = [],
    examples: [Example]
  ) {
    self.name = name
    self.aliases = aliases
    self.group = group
    self.synopsis = synopsis
    self.summary = summary
    self.details = details
    self.examples = examples
  }
}
