import Testing

@testable import Interpreter

struct CompletionTests {
  /// What Tab offers at `|`: how much it replaces, and the candidates.
  private func offer(_ line: String, after commands: String = "", prefixes: Bool = true) throws -> String {
    var session = try ClassroomSession.make(acceptsPrefixes: prefixes)
    try #require(session.output(of: commands).succeeded)
    let cursor = try #require(line.unicodeScalars.firstIndex(of: "|"))
    let position = line.unicodeScalars.distance(from: line.unicodeScalars.startIndex, to: cursor)
    let offer = session.completions(in: line.replacing("|", with: ""), at: position)
    return "\(offer.prefixLength): " + offer.candidates.map(\.text).joined(separator: " ")
  }

  @Test(arguments: [
    ("de|", "2: deposit"), ("DE|", "2: deposit"), ("p|", "1: position price pool plan print paste"), ("xyz|", "3: "),
    ("deposit 1 ETH; bo|", "2: borrow"), ("deposit 1 ETH;bo|", "2: borrow"), ("bo|row", "2: borrow"),
    ("deposit |", "0: max 50%"), ("print price(|", "0: ETH USDC"), ("loop 3 at 70% |", "0: with slippage"),
    ("deposit m|", "1: max"), ("deposit 10 |", "0: ETH USDC"), ("deposit 10 u|", "1: USDC"),
    ("dep 10 |", "0: ETH USDC"), ("swap 1 ETH |", "0: to"), ("swap 1 ETH to |", "0: ETH USDC"),
    ("flash |", "0: to fee"),
    ("keepers |", "0: on off"), ("market |", "0: classroom aave-v3-ethereum aave-v3-ethereum-emode mode"),
    ("market a|", "1: aave-v3-ethereum aave-v3-ethereum-emode"), ("help lo|", "2: loop loops"),
    ("what if pr|", "2: price print"),
    ("what-if deposit 10 e|", "1: ETH"), ("print le|", "2: leverage"), ("print 2*le|", "2: leverage"),
    ("print (hf + eq|", "2: equity"),
    ("check pr|", "2: price(ASSET)"), ("explain clo|", "3: close factor"), ("glossary hea|", "3: health factor"),
    ("nonsense |", "0: "), ("quit |", "0: "), ("# dep|", "0: "),
  ])
  func `offers what can stand there`(line: String, expected: String) throws {
    #expect(try offer(line) == expected)
  }

  @Test func `offers every command on an empty line`() throws {
    let names = CommandTable.manuals.map(\.name).joined(separator: " ")
    #expect(try offer("|") == "0: " + names)
    #expect(try offer("deposit 1 ETH; |") == "0: " + names)
  }

  @Test func `offers the other branches`() throws {
    #expect(try offer("switch |", after: "branch bold; branch calm") == "0: bold main")
    #expect(try offer("compare b|", after: "branch bold; switch main") == "1: bold")
  }

  @Test func `offers the modes of the market`() throws {
    #expect(try offer("market mode |", after: "market aave-v3-ethereum") == "0: 1 40 off")
  }

  @Test func `every candidate has a description`() throws {
    let session = try ClassroomSession.make(acceptsPrefixes: true)
    for line in [""] + CommandTable.manuals.flatMap({ ["\($0.name) ", "\($0.name) 1 "] }) {
      for candidate in session.completions(in: line, at: line.unicodeScalars.count).candidates {
        #expect(!candidate.text.isEmpty && !candidate.description.isEmpty, "\(line)\(candidate.text)")
      }
    }
  }

  @Test func `asks the surroundings for files where a market's file can stand`() throws {
    let surroundings = Surroundings(files: ListedFiles())
    let market = try surroundings.market(named: "classroom")
    let session = try Session(market: market, surroundings: surroundings)
    #expect(session.completions(in: "market ./", at: 9).candidates.map(\.text) == ["./mine.market"])
    #expect(session.completions(in: "deposit ./", at: 10).candidates == [])
  }

  @Test(arguments: [
    ("open |", "0: plan.lever"), ("open p|", "1: plan.lever"), ("save ./|", "2: ./plan.lever"), ("save x|", "1: "),
    ("save plan.lever |", "0: replace"), ("open plan.lever |", "0: "),
    ("market |", "0: classroom aave-v3-ethereum aave-v3-ethereum-emode mode"),
    ("market ./|", "2: ./plan.market"), ("what if sa|", "2: "),
  ])
  func `offers files by their ending`(line: String, expected: String) throws {
    let files = ScratchFiles()
    for name in ["plan.lever", "plan.market", "my plan.lever"] { try files.write("", to: name, replacing: false) }
    let session = try ClassroomSession.make(files: files)
    let offer = session.completions(in: line.replacing("|", with: ""), at: line.unicodeScalars.count - 1)
    #expect("\(offer.prefixLength): " + offer.candidates.map(\.text).joined(separator: " ") == expected)
  }

  @Test(arguments: [-1, 0, 3, 100])
  func `a cursor outside of the line does no harm`(cursor: Int) throws {
    let session = try ClassroomSession.make()
    #expect(session.completions(in: "dep", at: max(0, cursor)).prefixLength <= 3)
  }
}

/// A folder of one market file, which can be listed and nothing else.
private struct ListedFiles: SessionFiles {
  func text(of path: String, limit: Int, what: String) throws(CommandError) -> String {
    try NoFiles().text(of: path, limit: limit, what: what)
  }

  func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError) {
    try NoFiles().write(text, to: path, replacing: replacing)
  }

  func candidates(for typed: String, ending: String, what: String) -> [Candidate] {
    [Candidate(typed + "mine" + ending, what)]
  }
}
