import Markets
import Reports

/// Derives a figure of the position: the formula in words, in symbols, with the numbers, and the result.
struct Explain: Inquiry {
  static let manual = Manual(
    "explain", group: .seeing, synopsis: ["explain", "explain TOPIC"],
    summary: "a formula in your numbers",
    details: ["Topics: \(Explanation.topics.map(\.name).joined(separator: ", "))."],
    examples: [
      Manual.Example("deposit 10 ETH; borrow 13200 USDC; explain health factor", shows: "why it is 1.25"),
      Manual.Example("deposit 10 ETH; loop 5 at 70%; explain geometric limit", shows: "where endless loops lead"),
      Manual.Example("explain helth", shows: "a topic that is not known"),
    ])

  let topic: Explanation.Topic?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Explain {
    guard let name = arguments.rest()?.text else { return Explain(topic: nil) }
    if let topic = Explanation.topic(named: name) { return Explain(topic: topic) }
    let near = Spelling.suggestions(for: name, among: Explanation.topics.flatMap { [$0.name] + $0.synonyms })
    throw arguments.error(
      "there is no topic `\(name)`", try: near.isEmpty ? ["explain"] : near,
      isSpelling: !near.isEmpty)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? Explanation.topics.map { Candidate($0.name, $0.summary) } : []
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    guard let topic else {
      return Report([
        .values(Explanation.topics.map { LabelledValue(label: $0.name, value: StyledText($0.summary)) })
      ])
    }
    return topic.report(on: world)
  }
}
