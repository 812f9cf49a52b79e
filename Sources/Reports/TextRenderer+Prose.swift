extension TextRenderer {
  /// The lines of a prose, with an empty one between its elements. Longer lines than `longestLine` are hard to read, however
  /// wide the terminal is.
  func lines(of prose: Prose) -> [StyledText] {
    narrowed(to: min(width, Self.longestLine)).lines(of: prose.elements, depth: 0)
  }

  private static var longestLine: Int { 96 }

  private func narrowed(to width: Int) -> TextRenderer {
    TextRenderer(width: width, characters: characters, style: style, quotesTranscripts: quotesTranscripts)
  }

  /// How deep lists and quotations may stand in each other; what is deeper is not indented further.
  private static var deepest: Int { 12 }

  private func lines(of elements: [Prose.Element], depth: Int, isTight: Bool = false) -> [StyledText] {
    var result: [StyledText] = []
    for element in elements {
      let lines = self.lines(of: element, depth: depth)
      guard !lines.isEmpty else { continue }
      if !result.isEmpty, !isTight { result.append("") }
      result += lines
    }
    return result
  }

  private func lines(of element: Prose.Element, depth: Int) -> [StyledText] {
    switch element {
    case .paragraph(let text): lines(of: .paragraph(text))
    case .heading(_, let text): lines(of: .heading(text))
    case .verbatim(let lines): lines.isEmpty ? [] : self.lines(ofVerbatim: lines)
    case .table(let table): lines(of: .table(table))
    case .rule: [StyledText(String(repeating: characters == .ascii ? "-" : "─", count: min(width, 40)), .muted)]
    case .quotation(let elements):
      lines(of: elements, behind: [StyledText(characters == .ascii ? "| " : "│ ", .muted)], depth: depth)
    case .list(let start, let isLoose, let items):
      lines(ofItems: items, start: start, isLoose: isLoose, depth: depth)
    }
  }

  private func lines(ofVerbatim lines: [String]) -> [StyledText] {
    lines.flatMap { line in
      Wrap.hardLines(of: visible(StyledText(line)), width: width - 2).map { StyledText.blanks(2) + $0 }
    }
  }

  private func lines(ofItems items: [[Prose.Element]], start: Int?, isLoose: Bool, depth: Int) -> [StyledText] {
    let marks = items.indices.map { index -> String in
      start.map { "\($0 &+ index). " } ?? (characters == .ascii ? "- " : "• ")
    }
    let room = marks.map(\.displayWidth).max() ?? 0
    var result: [StyledText] = []
    for (mark, item) in zip(marks, items) {
      let first = StyledText(String(repeating: " ", count: room - mark.displayWidth) + mark)
      if isLoose, !result.isEmpty { result.append("") }
      result += lines(of: item, behind: [first, .blanks(room)], depth: depth, isTight: !isLoose)
    }
    return result
  }

  /// The lines of elements, each behind a mark: the first of `marks` for the first line, the last for all others.
  private func lines(
    of elements: [Prose.Element], behind marks: [StyledText], depth: Int, isTight: Bool = false
  ) -> [StyledText] {
    let indent = marks.map(\.displayWidth).max() ?? 0
    guard depth < Self.deepest, width - indent >= 20 else {
      return lines(of: elements, depth: depth + 1, isTight: isTight)
    }
    return narrowed(to: width - indent).lines(of: elements, depth: depth + 1, isTight: isTight).enumerated().map {
      index, line in
      (marks.count > index ? marks[index] : marks[marks.count - 1]) + line
    }
  }
}
