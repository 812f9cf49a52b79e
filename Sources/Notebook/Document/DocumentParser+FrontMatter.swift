import Markets

extension DocumentParser {
  /// Reads what stands between two lines `---` at the beginning; without it the defaults hold.
  mutating func readFrontMatter() {
    guard source.lineCount > 0, isRule(0) else { return }
    document.frontMatter.isPresent = true
    var end = 1
    while end < source.lineCount, !isRule(end) { end += 1 }
    guard end < source.lineCount else {
      report(0, "the front matter is not closed with `---`")
      line = source.lineCount
      return
    }
    var lines: [FrontMatter.Key: Int] = [:]
    for place in 1..<end where !isGivenUp { readEntry(place, &lines) }
    if lines[.format] == nil {
      report(0, "the front matter has no `format: \(FrontMatter.knownFormat)`")
    }
    if let lesson = lines[.lesson], let transcript = lines[.transcript] {
      report(max(lesson, transcript), "a file is a `lesson` or a `transcript`, not both")
    }
    add(.frontMatter, through: end)
  }

  private func isRule(_ line: Int) -> Bool {
    source.content(ofLine: line).droppingTrailingBlanks.elementsEqual("---".utf8)
  }

  private mutating func readEntry(_ place: Int, _ lines: inout [FrontMatter.Key: Int]) {
    let text = source.text(ofLine: place)
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
      text[text.index(after: colon)...].first.map({ $0 == " " || $0 == "\t" }) ?? true
    else { return report(place, "a line of the front matter is `key: value`") }
    let name = String(text[..<colon])
    guard let key = FrontMatter.Key(rawValue: name) else {
      return report(
        place, "unknown key `\(name)`", column: 0, length: name.unicodeScalars.count,
        suggestion: Spelling.nearest(to: name, among: FrontMatter.Key.allCases.map(\.rawValue)))
    }
    if let other = lines[key] { return report(place, "the key `\(name)` is there already, on line \(other + 1)") }
    lines[key] = place
    let behind = text[text.index(after: colon)...]
    let column = text[...colon].unicodeScalars.count + behind.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
    let value = String(behind).trimmed
    guard !value.isEmpty else { return report(place, "`\(name)` has no value") }
    if let problem = apply(value, to: key, line: place, column: column) { report(place, problem, column: column) }
  }

  /// Enters a value; gives what is wrong with it.
  private mutating func apply(_ value: String, to key: FrontMatter.Key, line: Int, column: Int) -> String? {
    let notIdentifier = "an id is lower-case letters, digits and `-`, not `\(value)`"
    switch key {
    case .lesson, .transcript:
      guard Slug.isIdentifier(value) else { return notIdentifier }
      document.frontMatter.kind = key == .lesson ? .lesson(id: value) : .transcript(id: value)
    case .title: document.frontMatter.title = value
    case .format:
      guard let format = Int(value) else { return "`format` is a whole number, not `\(value)`" }
      guard format == FrontMatter.knownFormat else {
        return "format \(value) is not known here; this version reads format \(FrontMatter.knownFormat)"
      }
    case .teaches, .requires:
      let references = Self.references(value, line: line, column: column)
      if let wrong = references.first(where: { !Slug.isIdentifier($0.text) }) {
        return "`\(key.rawValue)` is a list of ids such as `max-ltv, health-factor`, and `\(wrong.text)` is none"
      }
      if Set(references.map(\.text)).count < references.count { return "`\(key.rawValue)` names something twice" }
      if key == .teaches {
        document.frontMatter.teaches = references
      } else {
        document.frontMatter.requires = references
      }
    case .prelude:
      document.frontMatter.prelude = FrontMatter.Reference(text: value, line: line + 1, column: column + 1)
    case .width:
      guard let width = Int(value), FrontMatter.widths.contains(width) else {
        let (least, most) = (FrontMatter.widths.lowerBound, FrontMatter.widths.upperBound)
        return "`width` is a whole number from \(least) to \(most), not `\(value)`"
      }
      document.frontMatter.width = width
    case .seed:
      guard let seed = UInt64(value) else { return "`seed` is a whole number from 0 to \(UInt64.max), not `\(value)`" }
      document.frontMatter.seed = seed
    }
    return nil
  }

  private static func references(_ value: String, line: Int, column: Int) -> [FrontMatter.Reference] {
    var references: [FrontMatter.Reference] = []
    var place = column
    for piece in value.split(separator: ",", omittingEmptySubsequences: false) {
      let blanks = piece.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
      references.append(
        FrontMatter.Reference(text: String(piece).trimmed, line: line + 1, column: place + blanks + 1))
      place += piece.unicodeScalars.count + 1
    }
    return references
  }
}
