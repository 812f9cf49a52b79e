/// Breaks visible text into lines of limited width.
///
/// Lines are broken at blanks; the blanks at a break vanish and others stay. A word that is wider than a whole line is
/// broken between characters. A line feed ends a line. Blanks at the start of a line of the source stay, up to half
/// the width.
///
/// A line that would start with the prompt `lever>` in the first column is indented by one blank, so that no output is
/// taken for input when a transcript is read back.
struct Wrap {
  private let width: Int
  private let hanging: Int
  private var lines: [StyledText] = []
  private var line: StyledText
  private var used: Int
  private var hasWord = false

  /// The lines of a text, the first indented by `indent` and the others by `hanging` cells, none wider than `width`.
  ///
  /// An empty text gives no line.
  static func lines(of text: StyledText, width: Int, indent: Int = 0, hanging: Int = 0) -> [StyledText] {
    guard !text.isEmpty else { return [] }
    if fits(text, width: width - indent), indent > 0 || !text.startsWithPrompt {
      return [indent > 0 ? StyledText.blanks(indent) + text : text]
    }
    var wrap = Wrap(width: width, indent: indent, hanging: hanging)
    for part in text.split(at: UInt8(ascii: "\n")) {
      for word in part.words { wrap.add(word) }
      wrap.flush(indent: indent)
    }
    return wrap.lines
  }

  /// Whether a text is one line already in which nothing has to be changed, as nearly all are: no blank stands at its
  /// start or end, or in the style of a phrase beside it.
  private static func fits(_ text: StyledText, width: Int) -> Bool {
    var used = 0
    var before: Style?
    for (index, span) in text.spans.enumerated() {
      let bytes = span.text.utf8
      let isLast = index == text.spans.count - 1
      guard let first = bytes.first, first != UInt8(ascii: " "), span.style != before,
        bytes.last != UInt8(ascii: " ") || span.style == .plain && !isLast,
        !bytes.contains(UInt8(ascii: "\n"))
      else { return false }
      before = span.style
      used += span.text.displayWidth
      guard used <= width else { return false }
    }
    return true
  }

  /// The lines of a text that is broken only where it is wider than `width`, at any character.
  static func hardLines(of text: StyledText, width: Int) -> [StyledText] {
    text.split(at: UInt8(ascii: "\n")).flatMap { part in
      var wrap = Wrap(width: width, indent: 0, hanging: 0)
      wrap.add(Word(text: part, width: part.displayWidth, gap: 0))
      wrap.flush(indent: 0)
      return wrap.lines
    }
  }

  private init(width: Int, indent: Int, hanging: Int) {
    self.width = width
    self.hanging = hanging
    line = StyledText.blanks(indent)
    used = indent
  }

  private mutating func flush(indent: Int) {
    lines.append(hasWord ? line : StyledText(""))
    line = StyledText.blanks(indent)
    used = indent
    hasWord = false
  }

  private mutating func add(_ word: Word) {
    if hasWord {
      if used + word.gap + word.width <= width {
        // Blanks inside a styled phrase share its style, which keeps the phrase one span.
        let before = line.spans.last?.style
        let style = before == word.text.spans.first?.style ? before : nil
        line.append(StyledText.blanks(word.gap).emphasized(style))
        line.append(word.text)
        used += word.gap + word.width
        return
      }
      flush(indent: hanging)
    } else {
      let gap = min(word.gap, width / 2, max(0, width - used - word.width))
      line.append(StyledText.blanks(gap))
      used += gap
    }
    hasWord = true
    guardPrompt(word.text.plain.utf8.prefix(6))
    if used + word.width <= width {
      line.append(word.text)
      used += word.width
    } else {
      addBroken(word)
    }
  }

  /// Adds a word that is wider than the room, piece by piece.
  private mutating func addBroken(_ word: Word) {
    let units = word.units(widest: width - hanging - 1)
    for (index, unit) in units.enumerated() {
      if used + unit.width > width {
        flush(indent: hanging)
        hasWord = true
        guardPrompt(units[index...].prefix(6).reduce(into: "") { $0 += $1.text }.utf8.prefix(6))
      }
      line.append(StyledText.Span(text: unit.text, style: unit.style))
      used += unit.width
    }
  }

  private mutating func guardPrompt(_ start: Substring.UTF8View) {
    guard used == 0 && start.elementsEqual("lever>".utf8) else { return }
    line = StyledText.blanks(1)
    used = 1
  }
}

/// Characters without a blank between them, and the number of blanks before them.
private struct Word {
  var text: StyledText
  var width: Int
  var gap: Int

  /// The pieces between which the word may be broken: characters, or the scalars of a character wider than `widest`.
  func units(widest: Int) -> [(text: String, style: Style, width: Int)] {
    var units: [(text: String, style: Style, width: Int)] = []
    for span in text.spans {
      for character in span.text {
        let text = String(character)
        let width = text.displayWidth
        if width <= widest {
          units.append((text, span.style, width))
        } else {
          units += text.unicodeScalars.map { (String($0), span.style, $0.displayWidth) }
        }
      }
    }
    return units
  }
}

extension StyledText {
  /// A number of blanks; none if the number is negative.
  static func blanks(_ count: Int) -> StyledText {
    StyledText(String(repeating: " ", count: max(0, count)))
  }

  /// Whether its first characters are those of the prompt.
  fileprivate var startsWithPrompt: Bool {
    // Six characters decide, so six spans are enough where none is empty.
    spans.first?.text.utf8.first == UInt8(ascii: "l")
      && spans.prefix(6).flatMap { $0.text.utf8.prefix(6) }.prefix(6).elementsEqual("lever>".utf8)
  }

  /// The number of terminal cells that the text takes on one line.
  var displayWidth: Int {
    spans.reduce(0) { $0 + $1.text.displayWidth }
  }

  /// The texts before, between and after the occurrences of an ASCII character.
  fileprivate func split(at separator: UInt8) -> [StyledText] {
    var parts = [StyledText("")]
    for span in spans {
      let pieces = span.text.utf8.split(separator: separator, omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { parts.append(StyledText("")) }
        parts[parts.count - 1].append(Span(text: String(Substring(piece)), style: span.style))
      }
    }
    return parts
  }

  /// The words of a text of one line.
  fileprivate var words: [Word] {
    var words: [Word] = []
    var gap = 0
    var isInside = false
    for span in spans {
      let pieces = span.text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 {
          gap = isInside ? 1 : gap + 1
          isInside = false
        }
        guard !piece.isEmpty else { continue }
        let text = String(Substring(piece))
        if !isInside { words.append(Word(text: StyledText(""), width: 0, gap: gap)) }
        words[words.count - 1].text.append(Span(text: text, style: span.style))
        words[words.count - 1].width += text.displayWidth
        isInside = true
      }
    }
    return words
  }
}
