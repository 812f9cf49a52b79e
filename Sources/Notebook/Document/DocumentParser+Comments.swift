extension DocumentParser {
  /// A comment over one or more lines; one that begins with `lever:` is a directive.
  mutating func readComment(_ body: ArraySlice<UInt8>, isInList: Bool) {
    let inside = body.dropFirst(4)
    let text = inside.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let isDirective = text.starts(with: "lever:".utf8)
    guard let end = inside.firstRange(ofBytes: "-->") else {
      if isDirective {
        report(line, "a directive stands on one line and ends with `-->`")
        line += 1
        return
      }
      let start = line
      line += 1
      while line < source.lineCount {
        line += 1
        if source.content(ofLine: line - 1).firstRange(ofBytes: "-->") != nil { return }
      }
      return report(start, "the comment is not closed: everything behind it is hidden")
    }
    guard isDirective else { return readProse(body) }
    if !source.bytes[end.upperBound..<body.endIndex].isBlank {
      report(line, "a directive stands alone on its line", from: body.startIndex)
      line += 1
    } else if isInList {
      report(line, "a directive inside a list item would not be seen", from: body.startIndex)
      line += 1
    } else {
      listIndent = nil
      readDirective(source.bytes[text.startIndex + 6..<end.lowerBound])
    }
  }
}

extension DocumentParser {
  /// Notes directives among other text on a line, whose code is hidden.
  mutating func reportMisplacedDirectives(_ visible: ArraySlice<UInt8>) {
    var rest = visible
    while let comment = rest.firstRange(ofBytes: "<!--") {
      rest = visible[comment.upperBound...]
      if rest.drop(while: { $0 == UInt8(ascii: " ") }).starts(with: "lever:".utf8) {
        report(line, "a directive stands alone on its line", from: comment.lowerBound)
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The line with everything between backticks replaced by blanks: what is shown as code means nothing.
  var withoutCodeSpans: ArraySlice<UInt8> {
    let body = self
    guard body.contains(UInt8(ascii: "`")) else { return body }
    var result = body
    var index = body.startIndex
    while index < body.endIndex {
      guard body[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = body[index...].prefix { $0 == UInt8(ascii: "`") }
      var next = run.endIndex
      var close: Range<Int>?
      while next < body.endIndex, close == nil {
        let other = body[next...].prefix { $0 == UInt8(ascii: "`") }
        if other.count == run.count { close = other.startIndex..<other.endIndex }
        next = Swift.max(other.endIndex, next + 1)
      }
      guard let close else {
        index = run.endIndex
        continue
      }
      for place in index..<close.upperBound { result[place] = UInt8(ascii: " ") }
      index = close.upperBound
    }
    return result
  }
}
