/// Why a command was not carried out: what is wrong, where, and what would work.
///
/// A command that throws one has changed nothing.
public struct CommandError: Error, Equatable, Sendable {
  /// Who has to change what, which decides the exit code of a run that is not interactive.
  public enum Kind: String, Sendable {
    /// The line is not in the language: exit code 2.
    case syntax
    /// The line is understood and a rule refuses it: exit code 1.
    case refused
    /// A limit of the program or of its surroundings, such as a file that cannot be read: exit code 1.
    case limit
  }

  public var kind: Kind
  /// The rule and the numbers that broke it, as a sentence without a final stop.
  public var message: String
  /// Commands or words that would work here.
  public var suggestions: [String]
  /// How the suggestions are introduced: `try` for commands, `did you mean` for words.
  public var isSpelling: Bool
  /// Where in the line, as offsets of Unicode scalars; nil when the line as a whole is refused.
  public var range: Range<Int>?

  public init(
    _ kind: Kind, _ message: String, at range: Range<Int>? = nil, try suggestions: [String] = [],
    isSpelling: Bool = false
  ) {
    self.kind = kind
    self.message = Self.shortened(message)
    self.range = range
    self.suggestions = suggestions.filter { $0.unicodeScalars.count <= Self.longestMessage }
    self.isSpelling = isSpelling
  }

  /// The longest message and the longest suggestion, in Unicode scalars: what was typed is part of many, and may be a
  /// megabyte.
  private static let longestMessage = 500

  private static func shortened(_ message: String) -> String {
    guard message.unicodeScalars.count > longestMessage else { return message }
    return String(String.UnicodeScalarView(message.unicodeScalars.prefix(longestMessage))) + "…"
  }

  /// The whole sentence: "unknown command `depsit`; did you mean `deposit`?"
  public var sentence: String {
    guard !suggestions.isEmpty else { return message }
    let quoted = suggestions.map { "`\($0)`" }
    let list =
      quoted.count == 1 ? quoted[0] : quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
    if isSpelling { return "\(message); did you mean \(list)?" }
    return message.hasSuffix("?") ? "\(message) Try \(list)" : "\(message): try \(list)"
  }
}
