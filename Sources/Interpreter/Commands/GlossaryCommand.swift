import Markets
import Reports

/// Explains the words of the field.
struct GlossaryCommand: Inquiry {
  static let manual = Manual(
    "glossary", group: .asking, synopsis: ["glossary", "glossary TERM"], summary: "the words of the field",
    examples: [
      Manual.Example("glossary max LTV", shows: "one word"),
      Manual.Example("glossary", shows: "all of them"),
    ])

  let entry: Glossary.Entry?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> GlossaryCommand {
    guard let term = arguments.rest()?.text else { return GlossaryCommand(entry: nil) }
    if let entry = Glossary.entry(named: term) { return GlossaryCommand(entry: entry) }
    let near = Spelling.suggestions(for: term, among: Glossary.entries.flatMap { [$0.term] + $0.synonyms })
    throw arguments.error(
      "the glossary has no `\(term)`", try: near.isEmpty ? ["glossary"] : near,
      isSpelling: !near.isEmpty)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? Glossary.entries.map { Candidate($0.term, $0.meaning) } : []
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    if let entry { return entry.report }
    return Report([.values(Glossary.entries.map { LabelledValue(label: $0.term, value: StyledText($0.meaning)) })])
  }
}
