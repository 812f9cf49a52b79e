/// A line that is ready to be written: without blanks at its end and with nothing that reads as a transcript's input.
struct FinishedLine {
  private var spans: [StyledText.Span]

  /// Finishes a visible line.
  init(_ line: StyledText, quotesTranscripts: Bool) {
    spans = line.spans
    // A no-break space is two bytes, of which few other characters have the first.
    for index in spans.indices where spans[index].text.utf8.contains(0xC2) {
      spans[index].text = String(
        String.UnicodeScalarView(spans[index].text.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
    }
    while let last = spans.indices.last {
      let bytes = spans[last].text.utf8
      guard bytes.last == UInt8(ascii: " ") || bytes.isEmpty else { break }
      guard let end = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") }) else {
        spans.removeLast()
        continue
      }
      // At once, because a string takes long to give up a scalar.
      spans[last].text = String(Substring(bytes[...end]))
    }
    guard !quotesTranscripts, let first = spans.first?.text.utf8.first,
      first == UInt8(ascii: ".") || first == UInt8(ascii: " ")
    else {
      return
    }
    // Six characters decide, and no span is empty, so six spans are enough to look at.
    let start = spans.prefix(6).flatMap { $0.text.utf8.prefix(7) }.prefix(7)
    if start.elementsEqual("...".utf8) {
      spans.insert(StyledText.Span(text: " "), at: 0)
    } else if start.starts(with: "  ...>".utf8) {
      spans[0].text.unicodeScalars.removeFirst()
    }
  }

  /// Whether nothing is on the line.
  var isEmpty: Bool { spans.isEmpty }

  /// Adds the line to an output, without a line break.
  func write(to output: inout String, _ style: TextRenderer.Styling) {
    for span in spans {
      if style == .ansi, let code = span.style.ansiCode {
        output += "\u{1B}[\(code)m\(span.text)\u{1B}[0m"
      } else {
        output += span.text
      }
    }
  }
}

extension Style {
  /// The parameters of the ANSI sequence that selects the style's graphic rendition; nil for plain text.
  var ansiCode: String? {
    switch self {
    case .plain: nil
    case .strong, .heading: "1"
    case .emphasis: "3"
    case .muted: "2"
    case .command: "36"
    case .safe: "32"
    case .caution: "33"
    case .danger: "1;31"
    }
  }
}
