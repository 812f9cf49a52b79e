import Markets
import Reports

/// Shows the commands by name, those of a chapter, or all about one word.
struct Help: Inquiry {
  static let manual = Manual(
    "help", aliases: ["?"], group: .asking, synopsis: ["help", "help WORD", "help all"],
    summary: "this, or one command",
    details: [
      "WORD is a command, a chapter of this list such as `simulating`, or a term of the glossary. `help all` lists every command "
        + "with a summary."
    ],
    examples: [
      Manual.Example("help borrow", shows: "one command in full"),
      Manual.Example("help asking", shows: "the commands of a chapter"),
    ])

  enum Topic: Equatable, Sendable {
    case overview
    case everything
    case group(Manual.Group)
    case word(String)
  }

  let topic: Topic

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Help {
    guard let word = arguments.text() else { return Help(topic: .overview) }
    if word.lowercased() == "all" { return Help(topic: .everything) }
    if word.lowercased() == "what", arguments.keyword("if") { return Help(topic: .word("what-if")) }
    var ahead = arguments
    if let more = ahead.rest() {
      if let entry = Glossary.entry(named: word + " " + more.text) {
        arguments = ahead
        return Help(topic: .word(entry.term))
      }
      if let group = Manual.Group(named: word + " " + more.text) {
        arguments = ahead
        return Help(topic: .group(group))
      }
    }
    if let group = Manual.Group(named: word) { return Help(topic: .group(group)) }
    guard CommandTable.type(named: word) != nil || Glossary.entry(named: word) != nil else {
      let groups = Manual.Group.allCases.map(\.word)
      let known = CommandTable.manuals.map(\.name) + groups + Glossary.entries.map(\.term)
      let near = Spelling.suggestions(for: word, among: Set(known).sorted())
      throw arguments.error(
        "there is no help on `\(word)`", try: near.isEmpty ? ["help", "glossary"] : near,
        isSpelling: !near.isEmpty)
    }
    return Help(topic: .word(word))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    guard words.isEmpty else { return [] }
    let groups = Manual.Group.allCases.map { Candidate($0.word, "the chapter \($0.rawValue)") }
    return CommandTable.candidates + groups + [Candidate("all", "every command")]
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    switch topic {
    case .overview: return Self.overview(firstStep: world.firstStep)
    case .everything: return Report([.directory(Manual.Group.allCases.map(Self.section))])
    case .group(let group):
      return Report([.directory([Self.section(group)]), .note("`help WORD` tells all about one of them.")])
    case .word(let word):
      if let type = CommandTable.type(named: word) { return Self.page(type.manual) }
      return Glossary.entry(named: word)?.report ?? Report()
    }
  }

  /// At most 24 lines of 80 columns: the names of all commands, by chapter.
  private static func overview(firstStep: String) -> Report {
    let lines = Manual.Group.allCases.map { group in
      let names = CommandTable.manuals.filter { $0.group == group }.map(\.name)
      return LabelledValue(label: group.word, value: StyledText(names.joined(separator: "  "), .command))
    }
    return Report([
      .values(lines),
      .note(
        "`help borrow` tells all about one command, `help simulating` lists a chapter with summaries, and `help all` every command. `glossary` explains the words of the field."
      ),
      .note("A first step: `\(firstStep)`."),
    ])
  }

  private static func section(_ group: Manual.Group) -> DirectorySection {
    DirectorySection(
      title: group.rawValue,
      entries: CommandTable.manuals.filter { $0.group == group }.map { .init(name: $0.name, meaning: $0.summary) })
  }

  /// All about one command.
  private static func page(_ manual: Manual) -> Report {
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
