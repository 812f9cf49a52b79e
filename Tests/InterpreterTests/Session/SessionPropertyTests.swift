import FixedPoint
import Lending
import Markets
import Reports
import TestSupport
import Testing

@testable import Interpreter

/// What holds whatever is typed, for random lines; `LEVER_SEED` repeats a failed run.
struct SessionPropertyTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `whatever is typed`(seed: UInt64) throws {
    let markets = ["classroom", "aave-v3-ethereum", "aave-v3-ethereum-emode"]
    var lines = RandomLine(generator: SeededGenerator(seed: seed))
    let repeats = lines.generator.description
    var session = try ClassroomSession.make(market: markets[Int(lines.generator.seed % 3)])
    var (carriedOut, changed) = (0, 0)
    for number in 0..<250 {
      lines.symbols = session.world.market.assets.map(\.asset.symbol.text)
      let line = lines.next()
      let place = Comment(rawValue: "\(repeats), line \(number): \(line.debugDescription)")
      var before = session
      session.run(line) { outcome, after in
        check(outcome, from: before, to: after, place)
        carriedOut += outcome.succeeded ? 1 : 0
        changed += after.world == before.world ? 0 : 1
        before = after
      }
      session.isOver = false
    }
    // Otherwise the lines would show nothing.
    #expect(carriedOut > 20 && changed > 8, Comment(rawValue: repeats))
  }

  @Test func `every command is among what is typed`() {
    var lines = RandomLine(generator: SeededGenerator(seed: 1))
    lines.symbols = ["ETH", "USDC"]
    var words: Set<String> = []
    for _ in 0..<5_000 { words.insert(lines.next().split(separator: " ").first.map(String.init) ?? "") }
    #expect(CommandTable.manuals.filter { words.isDisjoint(with: [$0.name] + $0.aliases) }.map(\.name) == [])
  }

  private func check(_ outcome: Outcome, from before: Session, to after: Session, _ place: Comment) {
    if !outcome.succeeded { #expect(after.world == before.world, "a refused command changed the world: \(place)") }
    // A branch's own past ends where the branch begins, so only commands on the same branch can be taken back.
    // Where a file was opened, this is another session.
    let isSameSession = after.branch == before.branch && after.earlier.count == before.earlier.count
    if after.changes.count == before.changes.count + 1, isSameSession {
      var copy = after
      copy.run("undo") { _, _ in }
      #expect(copy.world == before.world, "undo did not restore the world: \(place)")
    }
    if after.world != before.world { checkConservation(in: after.world, place) }
    checkMaximum(outcome, place)
    checkOutput(outcome, place)
  }

  /// What the program itself works out as the most, or as the next loop, is accepted by the ledger.
  private func checkMaximum(_ outcome: Outcome, _ place: Comment) {
    guard case .failure(let error) = outcome.result else { return }
    let words = outcome.command.text.lowercased().split(separator: " ")
    let isComputed = words.count > 1 && words[1] == "max" || ["loop", "unwind"].contains(words.first ?? "")
    guard isComputed else { return }
    #expect(!error.message.contains("exceeds the borrow limit"), "\(error.message): \(place)")
    #expect(!error.message.contains("would put the health factor"), "\(error.message): \(place)")
  }

  /// Nobody creates or destroys a token unit: wallets, pool and exchange hold what they held when the market was opened.
  private func checkConservation(in world: World, _ place: Comment) {
    do {
      let fresh = try World(market: world.market)
      for asset in world.market.assets {
        let symbol = asset.asset.symbol
        let (now, then) = (try total(symbol, world), try total(symbol, fresh))
        #expect(now == then, "\(symbol) is not conserved: \(place)")
      }
    } catch {
      Issue.record("\(error): \(place)")
    }
  }

  private func total(_ symbol: Symbol, _ world: World) throws -> UInt256 {
    try world.wallets.total(of: symbol) + world.pool.reserve(symbol).availableLiquidity
      + world.exchange.holdings(of: symbol)
  }

  /// What transcripts rely on.
  private func checkOutput(_ outcome: Outcome, _ place: Comment) {
    let renderer = TextRenderer(width: 80)
    let output: String
    switch outcome.result {
    case .success(let report): output = renderer.render(report)
    case .failure(let error): output = ErrorReport(error, in: outcome.command).text(renderer)
    }
    #expect(output.isEmpty || output.last == "\n", place)
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 200, place)
    for line in lines {
      #expect(!line.hasPrefix("lever>") && !line.hasPrefix("  ...>"), place)
      #expect(line != "..." && !line.contains("[..]") && !line.contains("```"), place)
      #expect(line.unicodeScalars.last?.properties.isWhitespace != true, place)
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control }, place)
      #expect(!outcome.succeeded || line.count <= 80, place)
    }
  }

  @Test(arguments: 21...24 as ClosedRange<UInt64>)
  func `Tab offers only what continues the word at the cursor`(seed: UInt64) throws {
    var lines = RandomLine(generator: SeededGenerator(seed: seed))
    let repeats = lines.generator.description
    let session = try ClassroomSession.make(acceptsPrefixes: true)
    lines.symbols = ["ETH", "USDC"]
    var offered = 0
    for _ in 0..<500 {
      let line = lines.next()
      let scalars = Array(line.unicodeScalars)
      let cursor = Int.random(in: 0...scalars.count, using: &lines.generator)
      let offer = session.completions(in: line, at: cursor)
      let place = Comment(rawValue: "\(repeats): \(line.debugDescription) at \(cursor)")
      guard (0...cursor).contains(offer.prefixLength) else {
        Issue.record("it replaces more than there is: \(place)")
        continue
      }
      let word = String(String.UnicodeScalarView(scalars[(cursor - offer.prefixLength)..<cursor]))
      #expect(offer.candidates.allSatisfy { $0.text.lowercased().hasPrefix(word.lowercased()) }, place)
      offered += offer.candidates.count
    }
    #expect(offered > 500, Comment(rawValue: repeats))
  }

  @Test(arguments: ExtremeLine.all)
  func `an extreme line is answered`(extreme: ExtremeLine) throws {
    var session = try ClassroomSession.make()
    var last = session
    let place = Comment(rawValue: extreme.testDescription)
    let succeeded = session.run(extreme.line) { outcome, after in
      // One check in a thousand equal commands is enough.
      if !outcome.succeeded || outcome.command.range.lowerBound % 1_000 == 0 {
        check(outcome, from: last, to: after, place)
      }
      last = after
    }
    #expect(succeeded == extreme.isCommand, place)
    #expect(session.world == last.world, place)
  }
}

/// A line at the limits of what can be typed, by a short name.
struct ExtremeLine: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var line: String
  /// Whether it is carried out.
  var isCommand = false

  private init(_ name: String, _ line: String, isCommand: Bool = false) {
    testDescription = name
    self.line = line
    self.isCommand = isCommand
  }

  private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let all = [
    ExtremeLine("a word of a megabyte", many("a", 1_000_000)),
    ExtremeLine("a number of a megabyte", "deposit " + many("9", 1_000_000) + " ETH"),
    ExtremeLine("ten thousand semicolons", many(";", 10_000), isCommand: true),
    ExtremeLine("a megabyte of comment", many("#", 1_000_000), isCommand: true),
    ExtremeLine("ten thousand commands", many("print 1;", 10_000), isCommand: true),
    ExtremeLine("a line above the limit", many("x", CommandLineSplitter.longestLine + 1)),
    ExtremeLine("a quote that does not end", "\"" + many("x;", 100_000)),
    ExtremeLine("ten thousand parentheses", "print " + many("(", 10_000) + "1"),
    ExtremeLine("ten thousand signs", "print " + many("-", 10_000) + "1"),
    ExtremeLine("ten thousand times not", "print " + many("not ", 10_000) + "true"),
    ExtremeLine("a hundred thousand terms", "print " + many("1+", 100_000) + "1"),
    ExtremeLine("a hundred thousand arguments", "print min(" + many("1, ", 100_000) + "1)"),
    ExtremeLine("a power of a power", "print 2 ^ 10000 ^ 10000"),
    ExtremeLine("a power that is rounded on the way", "print 1.0000001 ^ 10000", isCommand: true),
    ExtremeLine("ten thousand what-ifs", many("what if ", 10_000) + "quit"),
    ExtremeLine("a null byte", "print 1\u{0}"),
    ExtremeLine("a replacement character", "print \u{FFFD}"),
    ExtremeLine("a hundred thousand accents", many("\u{0301}", 100_000)),
    ExtremeLine("10^40 ether", "deposit 1" + many("0", 40) + " ETH"),
    ExtremeLine("10^40 loops", "loop 1" + many("0", 40)),
    ExtremeLine("a price of 10^40", "price 1" + many("0", 40)),
    ExtremeLine("the smallest price", "price 0.00000001", isCommand: true),
    ExtremeLine("a smaller price", "price 0.000000001"),
    ExtremeLine("not a number", "deposit nan ETH"),
    ExtremeLine("infinite ether", "deposit infinity ETH"),
    ExtremeLine("10^30 steps back", "undo 1" + many("0", 30)),
    ExtremeLine("a branch with a name of a megabyte", "branch " + many("b", 1_000_000)),
    ExtremeLine("a name of a megabyte", "let " + many("b", 1_000_000) + " = 1"),
    ExtremeLine("a market with a name of a megabyte", "market " + many("b", 1_000_000)),
    ExtremeLine("a topic of half a million words", "explain " + many("b ", 500_000)),
    ExtremeLine("a pool of one wei", "pool 0.000000000000000001 ETH"),
    ExtremeLine("a pool of 10^40 ether", "pool 1" + many("0", 40) + " ETH"),
  ]
}
