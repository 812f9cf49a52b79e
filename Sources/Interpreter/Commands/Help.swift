import Markets
import Reports

/// Shows the commands by group, or all about one word.
struct Help: Inquiry {
  static let manual = Manual(
    "help", aliases: ["?"], group: .asking, synopsis: ["help", "help WORD"],
    summary: "this, or one command",
    examples: [Manual.Example("help borrow", shows: "one command in full")])

  let word: String?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Help {
    guard let word = arguments.text() else { return Help(word: nil) }
    if word.lowercased() == "what", arguments.keyword("if") { return Help(word: "what-if") }
    var ahead = arguments
    if let more = ahead.rest(), let entry = Glossary.entry(named: word + " " + more.text) {
      arguments = ahead
      return Help(word: entry.term)
    }
    guard CommandTable.type(named: word) != nil || Glossary.entry(named: word) != nil else {
      let known = CommandTable.manuals.map(\.name) + Glossary.entries.map(\.term)
      let near = Spelling.suggestions(for: word, among: Set(known).sorted())
      throw arguments.error(
        "there is no help on `\(word)`", try: near.isEmpty ? ["help", "glossary"] : near,
        isSpelling: !near.isEmpty)
    }
    return Help(word: word)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? CommandTable.candidates : []
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    guard let word else { return Self.overview }
    if let type = CommandTable.type(named: word) { return Self.page(type.manual) }
    return Glossary.entry(named: word)?.report ?? Self.overview
  }

  /// One screen: a line per command, by group.
  static var overview: Report {
    let sections = Manual.Group.allCases.map { group in
      DirectorySection(
        title: group.rawValue,
        entries: CommandTable.manuals.filter { $0.group == group }.map { .init(name: $0.name, meaning: $0.summary) })
    }
    return Report([
      .directory(sections),
      .note("`help borrow` tells all about one; `glossary` explains the words of the field."),
    ])
  }

  /// All about one command.
  static func page(_ manual: Manual) -> Report {
    var report = Report([
      .paragraph("\(manual.name, .strong): \(manual.summary)"), .verbatim(manual.synopsis.map { "  " + $0 }),
    ])
    for paragraph in manual.details { report.append(.paragraph(StyledText(paragraph))) }
    report.append(.heading("Examples"))
    report.append(
      .values(manual.examples.map { LabelledValue(label: $0.commands, value: StyledText($0.shows, .muted)) }))
    return report
  }
}
