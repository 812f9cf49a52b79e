extension DocumentParser {
  /// Notes an error on a line; `start` is the byte that it begins at, else the first that is no blank.
  mutating func report(
    _ line: Int, _ message: String, from start: Int? = nil, length: Int? = nil, suggestion: String? = nil
  ) {
    guard !isGivenUp, !isFull(line) else { return }
    let content = source.content(ofLine: line)
    let column = source.column(ofByte: start ?? content.startIndex + content.indent, inLine: line)
    report(line, message, column: column, length: length, suggestion: suggestion)
  }

  /// Notes an error at a column, in Unicode scalars from 0.
  mutating func report(_ line: Int, _ message: String, column: Int, length: Int? = nil, suggestion: String? = nil) {
    guard !isGivenUp, !isFull(line) else { return }
    errorsOfLine = errors.last?.line == line + 1 ? errorsOfLine + 1 : 1
    let content = source.content(ofLine: line)
    let behind = content.scalarCount - column
    let (excerpt, start) = Self.excerpt(of: content, around: column)
    errors.append(
      DocumentError(
        file: document.file, line: line + 1, column: column + 1, length: length ?? max(1, behind), message: message,
        suggestion: suggestion, excerpt: excerpt, excerptStart: start))
  }

  /// Whether so much is wrong that nobody reads on.
  var isGivenUp: Bool { errors.count >= 10 * DocumentErrors.limit }

  /// Whether so much is wrong with one line that the rest of it is not to be looked at.
  func isFull(_ line: Int) -> Bool { errorsOfLine >= DocumentErrors.limit && errors.last?.line == line + 1 }

  /// A line, or of a long one what is near a column, and how many Unicode scalars come before it.
  private static func excerpt(of content: ArraySlice<UInt8>, around column: Int) -> (text: String, start: Int) {
    guard content.count > 4_096 else { return (String(decoding: content, as: UTF8.self), 0) }
    let (first, count) = (max(0, column - 100), 1_000)
    let scalars = String(decoding: content, as: UTF8.self).unicodeScalars.dropFirst(first).prefix(count)
    return (String(scalars), first)
  }
}
