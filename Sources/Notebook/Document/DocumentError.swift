/// A place in a file that is not in the format: what is wrong there, and what was probably meant.
public struct DocumentError: Error, Equatable, Sendable {
  /// The file as it was named.
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  /// How many Unicode scalars are meant, at least 1.
  public var length: Int
  /// What is wrong, without a final stop.
  public var message: String
  /// What was probably meant.
  public var suggestion: String?
  /// The line, or of a long one what is near the place; empty when the file as a whole is meant.
  public var excerpt: String
  /// How many Unicode scalars of the line come before the excerpt.
  public var excerptStart: Int

  public init(
    file: String, line: Int = 1, column: Int = 1, length: Int = 1, message: String, suggestion: String? = nil,
    excerpt: String = "", excerptStart: Int = 0
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.message = message
    self.suggestion = suggestion
    self.excerpt = excerpt
    self.excerptStart = excerptStart
  }

  /// The sentence with its suggestion: "unknown tag `eror`; did you mean `error`?"
  public var sentence: String { message + (suggestion.map { "; did you mean `\($0)`?" } ?? "") }

  /// `file:3:9`
  public var place: String { "\(file):\(line):\(column)" }
}

/// All that is wrong with one file, in the order of its lines; at least one error.
public struct DocumentErrors: Error, Equatable, Sendable {
  /// The most errors of a file that are kept.
  static let limit = 20

  public var errors: [DocumentError]
  /// Whether the only thing wrong is that there is no `lever` block: then a folder's listing passes the file over.
  public var isWithoutBlock = false

  public init(_ errors: [DocumentError]) {
    self.errors = errors
  }
}
