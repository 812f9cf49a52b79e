extension DocumentParser {
  /// Reads `<details>` and `</details>` on a line; the caller goes on behind it.
  mutating func readDetailsTags(_ visible: ArraySlice<UInt8>) {
    var rest = visible
    while let bracket = rest.firstIndex(of: UInt8(ascii: "<")) {
      let tag = rest[bracket...]
      if tag.starts(with: "<details>".utf8) || tag.starts(with: "<details ".utf8) {
        openDetails(at: bracket, isFirst: bracket == visible.startIndex)
      } else if tag.starts(with: "</details>".utf8) {
        closeDetails(at: bracket)
      }
      rest = rest[(bracket + 1)...]
    }
  }

  private mutating func openDetails(at start: Int, isFirst: Bool) {
    let open = line
    guard isFirst, let (kind, last) = summary(from: start) else { return openDetails.append((open, nil)) }
    if !openHints.isEmpty {
      report(line, "a hint or solution stands inside another", from: start)
    }
    document.details.append(
      Document.Details(kind: kind, lines: open..<open + 1, task: currentTask))
    let index = document.details.count - 1
    openDetails.append((open, index))
    openHints.append(index)
    if let currentTask {
      switch kind {
      case .hint: document.tasks[currentTask].hints.append(index)
      case .solution: document.tasks[currentTask].solutions.append(index)
      }
    }
    add(.opening(index), through: last)
    // The caller steps over the line at hand itself.
    line = last
  }

  /// Whether a summary on this or the next line names a hint or a solution, and the line on which it stands.
  private func summary(from start: Int) -> (kind: Document.Details.Kind, line: Int)? {
    var (place, text) = (
      line, String(decoding: source.bytes[start..<source.contentRange(ofLine: line).upperBound], as: UTF8.self)
    )
    if !text.contains("<summary>") {
      place += 1
      while place < source.lineCount, source.content(ofLine: place).isBlank { place += 1 }
      guard place < source.lineCount else { return nil }
      text = source.text(ofLine: place).trimmed
      guard text.hasPrefix("<summary>") else { return nil }
    }
    guard let open = text.firstRange(of: "<summary>"), let close = text.firstRange(of: "</summary>"),
      open.upperBound <= close.lowerBound, text[close.upperBound...].allSatisfy(\.isWhitespace)
    else { return nil }
    let words = text[open.upperBound..<close.lowerBound].lowercased().split(separator: " ")
    switch words.first {
    case "hint" where words.count == 1 || words.count == 2 && Int(words[1]) != nil: return (.hint, place)
    case "solution" where words.count == 1: return (.solution, place)
    default: return nil
    }
  }

  private mutating func closeDetails(at start: Int) {
    guard let open = openDetails.popLast() else {
      return report(line, "no `<details>` is open here", from: start)
    }
    guard let index = open.index else { return }
    openHints.removeLast()
    document.details[index].lines = open.line..<line + 1
    let here = line
    add(.closing(index), through: line)
    line = here
  }
}
