/// Comments, in which directives stand, and code within a line, in which they mean nothing.
extension DocumentParser {
  /// A comment over one or more lines; one that begins with `lever:` is a directive.
  mutating func readComment(_ body: ArraySlice<UInt8>, isInList: Bool) {
    let inside = body.dropFirst(4)
    let text = inside.dropFirst(inside.indentation().bytes)
    let isDirective = Self.isDirective(text)
    guard let end = inside.firstRange(ofBytes: "-->") else {
      guard isDirective else { return readLongComment(text) }
      report(line, "a directive stands on one line and ends with `-->`")
      line += 1
      return
    }
    guard isDirective else { return readProse(body) }
    if !source.bytes[end.upperBound..<body.endIndex].isBlank {
      report(line, "a directive stands alone on its line", from: body.startIndex)
      line += 1
    } else if isInList {
      report(line, "a directive inside a list item would not be seen", from: body.startIndex)
      line += 1
    } else if !text.starts(with: "lever:".utf8) {
      report(line, "a directive begins with `<!-- lever:`", from: text.startIndex)
      line += 1
    } else {
      listIndent = nil
      readDirective(source.bytes[text.startIndex + 6..<end.lowerBound])
    }
  }

  /// A comment that ends on a later line; `text` is what it holds on the first.
  private mutating func readLongComment(_ text: ArraySlice<UInt8>) {
    let start = line
    var isEmpty = text.isBlank
    line += 1
    while line < source.lineCount {
      let content = source.content(ofLine: line)
      if isEmpty, Self.isDirective(content) {
        report(line, "a directive stands on one line, from `<!-- lever:` to `-->`")
      }
      isEmpty = isEmpty && content.isBlank
      // What stands behind the comment is hidden as well, unless it is looked at.
      if let end = content.firstRange(ofBytes: "-->") { return readProse(content[end.upperBound...]) }
      line += 1
    }
    report(start, "the comment is not closed: everything behind it is hidden")
  }

  /// A line in which comments are blanks; a directive in one of them is noted with a complaint.
  mutating func withoutComments(_ visible: ArraySlice<UInt8>, complaint: String) -> ArraySlice<UInt8> {
    var result = visible
    var (rest, isOpen) = (visible, false)
    // What a comment seems to hold before its end belongs to it, and a directive there would not be seen.
    var end = visible.startIndex
    while let open = rest.firstRange(ofBytes: "<!--") {
      let inside = visible[open.upperBound...]
      if Self.isDirective(inside) { report(line, complaint, from: open.lowerBound) }
      if open.lowerBound >= end, !isOpen {
        if let close = inside.firstRange(ofBytes: "-->") {
          end = close.upperBound
          for place in open.lowerBound..<end { result[place] = UInt8(ascii: " ") }
        } else {
          isOpen = true
        }
      }
      rest = inside
    }
    return result
  }

  /// Whether a comment with this text is a directive, or was meant to be one.
  private static func isDirective(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.dropFirst(text.indentation().bytes)
    let behind = start.dropFirst(language.utf8.count)
    return String(decoding: start.prefix(language.utf8.count), as: UTF8.self).lowercased() == language
      && behind.dropFirst(behind.indentation().bytes).first == UInt8(ascii: ":")
  }

  /// The line with everything between backticks replaced by blanks: what is shown as code means nothing.
  static func withoutCodeSpans(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard body.contains(UInt8(ascii: "`")) else { return body }
    var runs: [Range<Int>] = []
    var index = body.startIndex
    while let start = body[index...].firstIndex(of: UInt8(ascii: "`")) {
      index = body[start...].prefix { $0 == UInt8(ascii: "`") }.endIndex
      runs.append(start..<index)
    }
    // For each run the next one of its length, found from the end so that a long line takes no longer.
    var next = [Int?](repeating: nil, count: runs.count)
    var last: [Int: Int] = [:]
    for place in runs.indices.reversed() { next[place] = last.updateValue(place, forKey: runs[place].count) }
    var result = body
    var place = 0
    while place < runs.count {
      guard let close = next[place] else {
        place += 1
        continue
      }
      for byte in runs[place].lowerBound..<runs[close].upperBound { result[byte] = UInt8(ascii: " ") }
      place = close + 1
    }
    return result
  }
}
