/// How entries are written to the history file: plain UTF-8, one a line.
///
/// A newline inside an entry is `\n`, a carriage return `\r`, a backslash `\\`. NUL, which no line holds, is dropped.
enum HistoryEncoding {
  static func encode(_ entry: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\0": break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The inverse of `encode`; a backslash before any other character stands for itself.
  static func decode(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      guard isEscaped else {
        if scalar == "\\" { isEscaped = true } else { result.append(scalar) }
        continue
      }
      isEscaped = false
      switch scalar {
      case "\\": result.append("\\")
      case "n": result.append("\n")
      case "r": result.append("\r")
      default: result.append(contentsOf: ["\\", scalar])
      }
    }
    if isEscaped { result.append("\\") }
    return String(result)
  }

  /// The entries in the bytes of a file, oldest first, adjacent equals once, and how many lines were no text.
  static func entries(in bytes: some Collection<UInt8>) -> (entries: [String], invalidLines: Int) {
    var entries: [String] = []
    var invalidLines = 0
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.count <= HistoryFile.entryByteLimit, !line.contains(0),
        let text = String(validating: line, as: UTF8.self)
      else {
        invalidLines += 1
        continue
      }
      let entry = decode(text)
      if entry != entries.last { entries.append(entry) }
    }
    return (entries, invalidLines)
  }
}
