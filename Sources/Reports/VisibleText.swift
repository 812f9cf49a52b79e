/// Turns any text into text that is safe and legible on a terminal and inside a transcript.
///
/// - Control and format characters, bidirectional overrides and line separators are shown as `\u{1b}`, in hexadecimal.
///   Only the joiners of emoji and scripts stay.
/// - A line feed, with or without a carriage return before it, stays a line feed. A tab and every blank of
///   another width become one blank, and blanks that forbid a line break become a no-break space.
/// - `[..]` becomes `[.. ]` and three backticks in a row get a blank before the third, because both have a meaning in
///   transcripts.
/// - With ASCII characters, typographic signs become ASCII.
struct VisibleText {
  private let ascii: Bool
  private let guardsTranscripts: Bool
  private var text = StyledText("")
  /// What the span at hand has become so far.
  private var scalars = String.UnicodeScalarView()
  /// The last three scalars of the result, the youngest in the lowest byte; scalars beyond ASCII count as 0.
  private var tail: UInt32 = 0

  /// The text in its visible form.
  static func of(
    _ text: StyledText, _ characters: TextRenderer.Characters, quotesTranscripts: Bool = false
  ) -> StyledText {
    guard text.spans.contains(where: { needsWork($0.text, characters) }) else { return text }
    var visible = VisibleText(ascii: characters == .ascii, guardsTranscripts: !quotesTranscripts)
    for span in text.spans {
      visible.scalars = String.UnicodeScalarView()
      visible.append(span.text)
      visible.text.append(StyledText.Span(text: String(visible.scalars), style: span.style))
    }
    return visible.text
  }

  private init(ascii: Bool, guardsTranscripts: Bool) {
    self.ascii = ascii
    self.guardsTranscripts = guardsTranscripts
  }

  private static func needsWork(_ text: String, _ characters: TextRenderer.Characters) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar {
      case "[", "]", "`": true
      case " "..."~": false
      default: characters == .ascii || !scalar.isSign
      }
    }
  }

  private mutating func append(_ source: String) {
    let scalars = source.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      switch scalar {
      case "\r" where index < scalars.endIndex && scalars[index] == "\n": break
      case "\n": emit("\n")
      case "\t": emit(" ")
      case "\u{1FEF}": emit("`")  // Equal to the backtick by Unicode's canonical equivalence.
      case "\u{A0}", "\u{2007}", "\u{202F}": emit("\u{A0}")
      case _ where scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F: emit(scalar)
      case _ where scalar.isInvisible: emit(#"\u{"# + String(scalar.value, radix: 16) + "}")
      case _ where scalar.properties.generalCategory == .spaceSeparator: emit(" ")
      default:
        if ascii, let replacement = scalar.asciiForm { emit(replacement) } else { emit(scalar) }
      }
    }
  }

  private mutating func emit(_ replacement: String) {
    for scalar in replacement.unicodeScalars { emit(scalar) }
  }

  private mutating func emit(_ scalar: Unicode.Scalar) {
    if guardsTranscripts, (scalar == "]" && tail == 0x5B_2E2E) || (scalar == "`" && tail & 0xFFFF == 0x6060) {
      scalars.append(" ")
      tail = 0
    }
    scalars.append(scalar)
    tail = (tail << 8 | (scalar.isASCII ? scalar.value : 0)) & 0xFF_FFFF
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of the signs, rules and bars that reports use, which are legible and safe and need no look
  /// into a table: arrows, mathematical operators, dashes, quotation marks, block elements and what stands among them.
  var isSign: Bool {
    switch value {
    case 0xA1...0xAC, 0xAE...0xFF, 0x2010...0x2027, 0x2190...0x2BFF: true
    default: false
    }
  }

  /// Whether a terminal would obey the scalar or hide it instead of drawing it.
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: self != "\u{200C}" && self != "\u{200D}"
    default: false
    }
  }

  /// What stands for the scalar where only ASCII is wanted, or nil for a letter or sign that has no such form.
  fileprivate var asciiForm: String? {
    switch self {
    case "→": "->"
    case "←": "<-"
    case "↑": "up"
    case "↓": "down"
    case "²": "^2"
    case "³": "^3"
    case "×": "x"
    case "÷": "/"
    case "−", "–", "—", "─": "-"
    case "…": "..."
    case "·": "."
    case "≥": ">="
    case "≤": "<="
    case "≠": "!="
    case "≈": "~"
    case "±": "+/-"
    case "√": "sqrt"
    case "∞": "inf"
    case "•": "*"
    case "‘", "’": "'"
    case "“", "”": "\""
    default: nil
    }
  }
}
