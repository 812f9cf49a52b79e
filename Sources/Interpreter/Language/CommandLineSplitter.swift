/// One command of a line: its text without surrounding blanks and where it stands.
public struct CommandText: Equatable, Sendable {
  /// The whole line, as Unicode scalars.
  public let line: [Unicode.Scalar]
  /// The command's part of it, as scalar offsets.
  public let range: Range<Int>

  public var text: String { String(scalars: line[range]) }
}

/// Cuts a line into commands: `;` or a newline ends one, `#` after a blank starts a comment, double quotes protect both.
public enum CommandLineSplitter {
  /// The longest line that is read, in bytes of UTF-8.
  public static let longestLine = 4 * 1024 * 1024

  /// The commands of `line` in order; empty ones are left out.
  public static func commands(in line: String) -> [CommandText] {
    let scalars = Array(line.unicodeScalars)
    var commands: [CommandText] = []
    var start = 0
    var isQuoted = false
    var position = 0

    func close(at end: Int) {
      var (lower, upper) = (start, end)
      while lower < upper, scalars[lower].isBlank { lower += 1 }
      while upper > lower, scalars[upper - 1].isBlank { upper -= 1 }
      if lower < upper { commands.append(CommandText(line: scalars, range: lower..<upper)) }
    }

    while position < scalars.count {
      let scalar = scalars[position]
      if scalar.isNewline {
        isQuoted = false
        close(at: position)
        start = position + 1
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == ";" {
        close(at: position)
        start = position + 1
      } else if !isQuoted, scalar == "#", position == start || scalars[position - 1].isBlank {
        close(at: position)
        while position < scalars.count, !scalars[position].isNewline { position += 1 }
        start = position
        continue
      }
      position += 1
    }
    close(at: scalars.count)
    return commands
  }
}

extension Unicode.Scalar {
  /// A blank or tab, the byte order mark included: what separates words.
  var isBlank: Bool { self == " " || self == "\t" || self == "\r" || self == "\u{A0}" || self == "\u{FEFF}" }
  var isNewline: Bool { self == "\n" }
  var isDigit: Bool { ("0"..."9").contains(self) }
  /// A letter of a name: ASCII letters, the underscore and every scalar beyond ASCII that is a letter.
  var isLetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" || (value > 127 && properties.isAlphabetic)
  }
}
