extension DocumentParser {
  /// Reads the ordered list of a quiz, whose first item stands on the line at hand.
  mutating func readChoices() {
    guard let quiz = quizWithoutChoices else { return }
    quizWithoutChoices = nil
    let first = line
    var last = line
    var choices: [Choice] = []
    var contentIndent = 0
    var isAfterBlank = false
    while line < source.lineCount {
      let content = source.content(ofLine: line)
      let (indent, blanks) = content.indentation()
      let body = content.dropFirst(blanks)
      if body.isBlank {
        isAfterBlank = true
        line += 1
        continue
      }
      if indent <= 3 || indent < contentIndent, let marker = ListMarker(opening: body, indent: indent),
        marker.isOrdered, choices.isEmpty || indent < contentIndent
      {
        contentIndent = marker.contentIndent
        choices.append(Choice(line: line))
        choices[choices.count - 1].append(String(decoding: marker.rest, as: UTF8.self), isQuoted: false)
      } else if indent >= contentIndent {
        choices[choices.count - 1].append(body, isAfterBlank: isAfterBlank)
      } else if !isAfterBlank, !Self.interruptsParagraph(body) {
        choices[choices.count - 1].append(body, isAfterBlank: false)
      } else {
        break
      }
      refuseInChoice(body)
      isAfterBlank = false
      last = line
      choices[choices.count - 1].lines = choices[choices.count - 1].lines.lowerBound..<line + 1
      line += 1
    }
    document.quizzes[quiz].choices = choices.map(\.finished)
    line = first
    listIndent = nil
    add(.choices(quiz), through: last)
  }

  /// Notes what a choice cannot hold: a block, a directive and `<details>`.
  private mutating func refuseInChoice(_ body: ArraySlice<UInt8>) {
    if let fence = innerFence(body), isLever(fence) { return refuse(fence, inside: "a list item") }
    guard body.contains(UInt8(ascii: "<")) else { return }
    let visible = withoutComments(
      Self.withoutCodeSpans(body), complaint: "a directive inside a list item would not be seen")
    for tag in ["<details", "</details"] as [StaticString] {
      guard let range = visible.firstRange(ofBytes: tag) else { continue }
      report(line, "the choices of a quiz hold no `<details>`", from: range.lowerBound)
      return
    }
  }

  /// Whether a line begins something of its own even directly below a line of text.
  private static func interruptsParagraph(_ body: ArraySlice<UInt8>) -> Bool {
    guard let first = body.first else { return false }
    return [UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "~")].contains(
      first)
      || ListMarker(opening: body, indent: 0) != nil
  }
}

/// A choice while its lines are collected.
private struct Choice {
  var lines: Range<Int>
  private var text: [String] = []
  private var feedback: [String] = []
  private var endsQuoted = false

  init(line: Int) {
    lines = line..<line + 1
  }

  /// Adds a line of the item: a quoted one, one that continues the quotation, or text.
  mutating func append(_ body: ArraySlice<UInt8>, isAfterBlank: Bool) {
    let isQuote = body.first == UInt8(ascii: ">")
    var content = body
    if isQuote {
      content = content.dropFirst()
      if content.first == UInt8(ascii: " ") { content = content.dropFirst() }
    }
    if isAfterBlank, !isQuote || !endsQuoted { append("", isQuoted: isQuote) }
    append(
      String(decoding: content.droppingTrailingBlanks, as: UTF8.self),
      isQuoted: isQuote || (endsQuoted && !isAfterBlank))
  }

  mutating func append(_ line: String, isQuoted: Bool) {
    if isQuoted { feedback.append(line) } else { text.append(line) }
    endsQuoted = isQuoted
  }

  var finished: Document.Quiz.Choice {
    let feedback = feedback.joined(separator: "\n").trimmed
    return Document.Quiz.Choice(
      lines: lines, text: text.joined(separator: "\n").trimmed, feedback: feedback.isEmpty ? nil : feedback)
  }
}
