/// Compares printed lines with those of a file, in which `...` and `[..]` stand for what may vary.
enum ExpectedOutput {
  /// The lines of a printed text, without white space at their ends and without blank lines at its end.
  static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func trimmed(_ line: some StringProtocol) -> String {
    var rest = line[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  static func matches(_ expected: [String], _ actual: [String]) -> Bool {
    // The places in `actual` that the expected lines so far can end at.
    var places: Set<Int> = [0]
    for line in expected.map(trimmed) {
      if line == "..." {
        guard let first = places.min() else { return false }
        places = Set(first...actual.count)
      } else {
        places = Set(places.filter { $0 < actual.count && matches(line, actual[$0]) }.map { $0 + 1 })
      }
    }
    return places.contains(actual.count)
  }

  static func matches(_ pattern: String, _ line: String) -> Bool {
    let pieces = pattern.split(separator: "[..]", omittingEmptySubsequences: false)
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return pattern == line }
    guard line.hasPrefix(first), line.hasSuffix(last), line.count >= first.count + last.count else { return false }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let place = rest.firstRange(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }

  /// The printed lines, those replaced by an expected line with `[..]` that matches them.
  static func keepingElisions(of expected: [String], in actual: [String]) -> [String] {
    var patterns = expected.filter { $0.contains("[..]") }
    return actual.map { line in
      guard let index = patterns.firstIndex(where: { matches($0, line) }) else { return line }
      return patterns.remove(at: index)
    }
  }

  /// What changed: `-` before a line that was expected, `+` before one that was printed, two lines around each.
  static func difference(_ expected: [String], _ actual: [String]) -> String {
    var (removed, inserted) = (Set<Int>(), Set<Int>())
    for change in actual.difference(from: expected, by: { matches($0, $1) || matches($1, $0) }) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var (left, right) = (0, 0)
    while left < expected.count || right < actual.count {
      if removed.contains(left) {
        lines.append("- " + expected[left])
        left += 1
      } else if inserted.contains(right) {
        lines.append("+ " + actual[right])
        right += 1
      } else {
        lines.append("  " + actual[right])
        (left, right) = (left + 1, right + 1)
      }
    }
    let shown = lines.indices.filter { index in
      lines[max(0, index - 2)...min(lines.count - 1, index + 2)].contains { !$0.hasPrefix("  ") }
    }
    return shown.map { lines[$0] }.joined(separator: "\n")
  }
}

/// The opening of a fenced block: three or more backticks or tildes, indented by at most three blanks.
struct MarkdownFence {
  let mark: Character
  let length: Int
  /// What stands behind the fence, by words.
  let words: [String]

  /// Nil when the line opens no fence.
  init?(opening line: String) {
    let body = line.drop { $0 == " " }
    guard line.count - body.count <= 3, let mark = body.first, mark == "`" || mark == "~" else { return nil }
    let rest = body.drop { $0 == mark }
    guard body.count - rest.count >= 3, mark == "~" || !rest.contains("`") else { return nil }
    self.mark = mark
    length = body.count - rest.count
    words = rest.split(separator: " ").map(String.init)
  }

  func isClosed(by line: String) -> Bool {
    guard let other = MarkdownFence(opening: line) else { return false }
    return other.mark == mark && other.length >= length && other.words.isEmpty
  }
}
