/// Reads the lines of a market file into sections; knows the keys but not what their values mean.
struct MarketFileReader {
  private(set) var sections: [MarketFileSection]

  /// Reads the bytes of a file: UTF-8, with or without a byte order mark, lines ended by LF or CRLF.
  init(_ bytes: [UInt8]) throws(FileMistake) {
    let start = FileText(text: "", line: 1, column: 1)
    guard bytes.count <= MarketFile.byteLimit else {
      throw start.mistake(
        "the file has \(bytes.count) bytes, more than the limit of \(MarketFile.byteLimit)")
    }
    sections = [MarketFileSection(kind: .market, subject: start, heading: start)]
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    for (index, lineBytes) in content.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      try read(Self.decode(lineBytes.last == 0x0D ? lineBytes.dropLast() : lineBytes, line: index + 1))
    }
    for section in sections {
      for key in section.kind.requiredKeys { _ = try section.value(key) }
    }
  }

  /// The text of one line, which may hold no control character but the tab; white space becomes the space character.
  private static func decode(_ bytes: ArraySlice<UInt8>, line: Int) throws(FileMistake) -> FileText {
    let start = FileText(text: "", line: line, column: 1)
    guard bytes.count <= MarketFile.lineLimit else {
      throw start.mistake("the line has \(bytes.count) bytes, more than the limit of \(MarketFile.lineLimit)")
    }
    // Nearly every line is printable ASCII, which needs no look at each character.
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) {
      return FileText(text: String(decoding: bytes, as: UTF8.self), line: line, column: 1)
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else {
      throw start.mistake("the line is not valid UTF-8")
    }
    var text = ""
    for (index, character) in decoded.enumerated() {
      if let hidden = character.unicodeScalars.first(where: isHidden) {
        let code = String(hidden.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - code.count))
        throw FileText(text: "", line: line, column: index + 1)
          .mistake("the character U+\(padding)\(code) is not allowed")
      }
      text.append(character.isWhitespace ? " " : character)
    }
    return FileText(text: text, line: line, column: 1)
  }

  /// Characters that would act on a terminal or turn the direction of text instead of being seen.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: return false
    case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return true
    default:
      return [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
  }

  private mutating func read(_ line: FileText) throws(FileMistake) {
    let content = line.withoutComment.trimmed
    if content.text.isEmpty { return }
    if content.text.hasPrefix("[") {
      try readHeading(content)
    } else {
      try readEntry(content)
    }
  }

  private mutating func readHeading(_ heading: FileText) throws(FileMistake) {
    guard heading.text.hasSuffix("]") else { throw heading.mistake("\(heading.quoted) does not end in `]`") }
    let inside = heading.dropFirst(1).prefix(heading.text.count - 2).trimmed
    let word = inside.prefix(inside.offset(of: " ") ?? inside.text.count)
    let subject = inside.dropFirst(word.text.count).trimmed
    let kinds = MarketFileSectionKind.allCases.filter { $0 != .market }
    guard let kind = kinds.first(where: { $0.rawValue == word.text.lowercased() }) else {
      throw word.mistake(
        "unknown section \(word.quoted)", suggestion: Spelling.nearest(to: word.text, among: kinds.map(\.rawValue)))
    }
    guard !subject.text.isEmpty else {
      throw heading.mistake("\(heading.quoted) does not say which: write `\(kind.headingExample)`")
    }
    sections.append(MarketFileSection(kind: kind, subject: subject, heading: heading))
  }

  private mutating func readEntry(_ content: FileText) throws(FileMistake) {
    guard let colon = content.offset(of: ":") else {
      throw content.mistake("\(content.quoted) is neither `key: value`, a `[section]` nor a `#` comment")
    }
    let written = content.prefix(colon).trimmed
    let key = FileText(text: written.text.lowercased(), line: written.line, column: written.column)
    let value = content.dropFirst(colon + 1).trimmed
    let section = sections[sections.count - 1]
    let (required, optional) = (section.kind.requiredKeys, section.kind.optionalKeys)
    guard required.contains(key.text) || optional.contains(key.text) else {
      throw key.mistake(
        "unknown key \(written.quoted) in \(section.name)",
        suggestion: Spelling.nearest(to: key.text, among: required + optional))
    }
    if key.text != MarketFileSectionKind.repeatableKey,
      let first = section.entries.first(where: { $0.key.text == key.text })
    {
      throw key.mistake("`\(key.text)` is given twice in \(section.name), first on line \(first.key.line)")
    }
    guard !value.text.isEmpty else { throw key.mistake("`\(key.text)` has no value") }
    sections[sections.count - 1].entries.append(MarketFileEntry(key: key, value: value))
  }
}
