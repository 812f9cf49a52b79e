/// Printed text as an expectation is compared with it.
enum PrintedText {
  /// The most lines of a command's output that are compared; the rest is counted.
  static let lineLimit = 200

  /// The lines without white space at their ends and without blank lines at the end; what is beyond the limit becomes a
  /// line that says how many lines it was.
  static func lines(of text: String) -> [String] {
    var lines: [String] = []
    // A copy as an array, because a search in the text's own view takes many times as long.
    let bytes = Array(text.utf8)
    var start = 0
    var dropped = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if lines.count < lineLimit {
        let line = text.utf8.index(text.startIndex, offsetBy: start)..<text.utf8.index(text.startIndex, offsetBy: end)
        lines.append(withoutTrailingBlanks(text[line]))
      } else {
        dropped += 1
      }
      start = end + 1
    }
    if dropped > 0 {
      lines.append("(\(dropped) more \(dropped == 1 ? "line" : "lines"))")
    } else {
      while lines.last?.isEmpty == true { lines.removeLast() }
    }
    return lines
  }

  private static func withoutTrailingBlanks(_ line: Substring) -> String {
    // Most lines end with a letter, a digit or a stop.
    if let last = line.utf8.last, (0x21...0x7E).contains(last) { return String(line) }
    guard line.last?.isWhitespace == true else { return String(line) }
    var rest = line
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
