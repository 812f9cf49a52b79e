import Reports
import Testing

@testable import Interpreter

struct HelpTests {
  @Test func `the overview leaves the prompt a line of 24 and names every command`() throws {
    var session = try ClassroomSession.make()
    let lines = session.output(of: "help").output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 23)
    #expect(lines.allSatisfy { $0.count <= 80 })
    let words = Set(lines.flatMap { $0.split(separator: " ").map(String.init) })
    #expect(CommandTable.manuals.map(\.name).filter { !words.contains($0) } == [])
    #expect(Manual.Group.allCases.map(\.word).filter { !words.contains($0) } == [])
  }

  @Test(arguments: Manual.Group.allCases)
  func `a chapter lists its commands with summaries`(group: Manual.Group) throws {
    var session = try ClassroomSession.make()
    let everything = session.output(of: "help all").output
    for name in [group.word, group.word.uppercased(), group.rawValue] {
      let (output, succeeded) = session.output(of: "help \(name)")
      #expect(succeeded)
      for manual in CommandTable.manuals {
        let line = output.split(separator: "\n").first { $0.contains("\(manual.name) ") && $0.contains(manual.summary) }
        #expect((line != nil) == (manual.group == group), "\(manual.name)")
        #expect(everything.contains(manual.summary))
      }
    }
    #expect(CommandTable.type(named: group.word) == nil, "a command hides the chapter")
    #expect(Glossary.entry(named: group.word) == nil, "the chapter hides a term")
  }

  @Test(arguments: CommandTable.manuals)
  func `every command has a page`(manual: Manual) throws {
    var session = try ClassroomSession.make()
    for word in [manual.name] + manual.aliases {
      let (output, succeeded) = session.output(of: "help \(word)")
      #expect(succeeded)
      for form in manual.synopsis { #expect(output.contains("\n  \(form)\n")) }
    }
  }

  @Test(arguments: Glossary.entries)
  func `every term has an entry`(entry: Glossary.Entry) throws {
    var session = try ClassroomSession.make()
    for term in [entry.term] + entry.synonyms {
      #expect(session.output(of: "glossary \(term)").succeeded, "\(term)")
      #expect(session.output(of: "help \(term)").succeeded, "\(term)")
    }
    if let topic = entry.topic { #expect(session.output(of: "explain \(topic)").succeeded, "\(topic)") }
  }

  @Test(arguments: ["Health Factor", "health-factor", "health_factor", "HF", "hf"])
  func `a topic is found in any spelling`(name: String) throws {
    var session = try ClassroomSession.make()
    #expect(session.output(of: "explain \(name)").succeeded)
  }

  @Test func `the glossary is in alphabetical order`() {
    let terms = Glossary.entries.map { $0.term.lowercased() }
    #expect(terms == terms.sorted())
  }

  @Test func `the topics that have to be explained are`() throws {
    var session = try ClassroomSession.make()
    session.run("deposit 10 ETH; borrow 13200 USDC") { _, _ in }
    let results = [
      ("health factor", "HF = 1.25"), ("liquidation price", "$1,600.00"), ("buffer", "20.0%"), ("leverage", "2.95x"),
      ("LTV", "66.0%"),
      ("geometric limit", "5.0000x"), ("equity", "$6,800.00"), ("close factor", "50%"), ("liquidation", "$330.00"),
    ]
    for (topic, result) in results {
      #expect(session.output(of: "explain \(topic)").output.contains(result), "\(topic)")
    }
  }
}
