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
  /// The longest word or quotation that a message repeats in full, and what is left of a longer one.
  private static let longestQuotation = 160
  private static let shortQuotation = 40

  /// The message with each long word, and each long quotation between backticks, cut to its beginning, so that what is
  /// said about it is still read.
  private static func shortened(_ message: String) -> String {
    let scalars = message.unicodeScalars
    guard scalars.count > longestQuotation else { return message }
    var result = String.UnicodeScalarView()
    let pieces = scalars.split(separator: "`", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() where result.count <= longestMessage {
      if index > 0 { result.append("`") }
      let isQuotation = !index.isMultiple(of: 2)
      let words = isQuotation ? [piece] : piece.split(separator: " ", omittingEmptySubsequences: false)
      for (index, word) in words.enumerated() where result.count <= longestMessage {
        if index > 0 { result.append(" ") }
        let isLong = word.count > longestQuotation
        result.append(contentsOf: isLong ? word.prefix(shortQuotation) : word)
        if isLong { result.append("…") }
      }
    }
    guard result.count > longestMessage else { return String(result) }
    return String(String.UnicodeScalarView(result.prefix(longestMessage))) + "…"
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
