/// What is wrong in a market file or a price file, and where.
public struct FileContentError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The name under which the text was given.
  public var file: String
  /// Counted from 1.
  public var line: Int
  /// The character in the line, counted from 1.
  public var column: Int
  /// The rule that is broken, with the numbers that break it; no full stop.
  public var message: String
  /// What the writer may have meant; nil when nothing comes near.
  public var suggestion: String?

  public init(file: String, line: Int, column: Int, message: String, suggestion: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.suggestion = suggestion
  }

  /// The error as one line:
  ///
  ///     my.market:12:1: unknown key `prise`; did you mean `price`?
  public var description: String {
    let question = suggestion.map { "; did you mean `\($0)`?" } ?? ""
    return "\(file):\(line):\(column): \(message)\(question)"
  }
}

/// An error in a file before it is known under which name the file was given.
struct FileMistake: Error {
  var line: Int
  var column: Int
  var message: String
  var suggestion: String?
}

extension FileContentError {
  init(_ mistake: FileMistake, file: String) {
    self.init(
      file: file, line: mistake.line, column: mistake.column, message: mistake.message, suggestion: mistake.suggestion)
  }
}
