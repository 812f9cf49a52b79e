import Testing

@testable import Interpreter

/// What the examples and the page do not reach.
struct SimulateTests {
  private static func session(isInterrupted: @escaping @Sendable () -> Bool = { false }, seed: UInt64 = 1) throws
    -> Session
  {
    let surroundings = Surroundings(seed: seed, isInterrupted: isInterrupted)
    var session = try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
    _ = session.output(of: "deposit 10 ETH; loop to 2x")
    return session
  }

  @Test(arguments: [
    ("simulate paths 0", "the number of paths has to be from 1 to"),
    (
      "simulate paths 1000001",
      "1,000,001 paths of 365 steps would take about 2 seconds, and a run has at most 1,000,000 paths: "
        + "try `simulate paths 1000000`"
    ),
    (
      "simulate paths 1000000000000 student days 30",
      "1,000,000,000,000 paths of 30 steps would take about 24 days, and a run has at most 1,000,000 paths: "
        + "try `simulate paths 1000000 student days 30`"
    ),
    ("simulate paths", "the number of paths is missing: try `simulate paths 10000`"),
    ("simulate seed", "the seed is missing: try `simulate seed 7`"), ("simulate seed -1", "a seed has to be from 0 to"),
    ("simulate vol 0%", "a volatility is above 0% and at most 1,000% a year"),
    ("simulate vol 10000%", "a volatility is above 0% and at most 1,000% a year"),
    ("simulate days 0", "the days are from 0.01 to 36,500, a hundred years"),
    ("simulate twice", "`twice` is more than `simulate` takes"),
    ("simulate paths 1000000 days 36500 hourly", "1,000,000 paths of 876,000 steps would take about 73 minutes"),
    ("simulate paths 1000000 days 36500 hourly garch", "1,000,000 paths of 876,000 steps would take about 5 hours"),
    ("reset; simulate", "there is no position: try `deposit 10 ETH`"),
  ])
  func `a run that makes no sense is refused with a sentence`(line: String, sentence: String) throws {
    try Self.refuses(line, sentence)
  }

  @Test(arguments: [
    ("simulate student 2", "degrees of freedom are above 2, where returns begin to have a volatility"),
    ("simulate t 1001", "degrees of freedom are above 2"), ("simulate t 4%", "degrees of freedom are a plain number"),
    ("simulate student -3", "degrees of freedom are above 2"),
    ("simulate garch alpha 20% beta 80%", "alpha 20% and beta 80% have to be below 100% together"),
    ("simulate garch alpha 10", "alpha is a percentage: try `simulate garch alpha 10%`"),
    ("simulate garch now 0%", "a volatility is above 0% and at most 1,000% a year"),
    ("simulate garch beta", "beta is missing: try `simulate beta 88%`"),
    ("simulate jumps 1001", "jumps are from 0 to 1,000 a year"), ("simulate jumps -1", "jumps are from 0 to 1,000"),
    ("simulate jumps of -100%", "a jump is from -99% to 500%"),
    ("simulate jumps sd 201%", "the spread of jumps is from 0% to 200%"),
    (
      "simulate jumps 20 of -30%",
      "the jumps alone have a volatility of 165.7%, more than the whole 75%: fewer or smaller jumps fit"
    ),
    ("simulate student garch", "one shape of returns is enough"),
    ("simulate bootstrap", "the name of a price file is missing: try `simulate bootstrap prices.csv`"),
    ("simulate bootstrap nowhere.csv", "files cannot be read here: nowhere.csv"),
    ("simulate bootstrap eth.csv block 0", "blocks are from 1 to 10,000 returns long"),
    ("simulate bootstrap eth.csv block", "the mean length of a block is missing"),
    ("simulate drift kept", "only a price file has a drift that can be kept"),
    ("simulate bootstrap eth.csv drift kept mean 5%", "a drift is either kept or said"),
  ])
  func `a price that cannot move like this is refused with a sentence`(line: String, sentence: String) throws {
    try Self.refuses(line, sentence)
  }

  @Test(arguments: [
    ("simulate stop", "where to stop is missing: try `simulate stop -15%`, `simulate stop 1700` or"),
    ("simulate stop 15%", "a stop says which way the price has moved: try `simulate stop -15%`"),
    ("simulate stop -100%", "a stop is above -100%"),
    ("simulate stop 2x", "a stop is a move, a price or a health factor"),
    ("simulate stop 2000", "the price is $2,000.00 already"), ("simulate stop -5", "a price is above $0"),
    ("simulate stop hf 1.65", "the health factor is 1.65 already: a stop has to be below it"),
    ("simulate stop hf 1", "a stop at a health factor is above 1, where liquidators come"),
    ("simulate stop -5% stop -10%", "one stop is enough"),
    ("simulate rebalance", "the leverage is missing: try `simulate rebalance to 2x`"),
    ("simulate rebalance to 5.01x", "5.01x takes an LTV of 80.1%, and the protocol lends up to 80.0%"),
    ("simulate rebalance to 2x band 1001%", "the band is from 0% to 1,000%"),
    ("simulate rebalance to 2x rebalance to 3x", "`rebalance` is said twice"),
    ("simulate rebalance to 2x cost 5.1%", "the cost of a trade is from 0% to 5%"),
    ("simulate cost 1%", "a cost is that of rebalancing or of a stop"),
    ("simulate ladder stop -15%", "the ladder holds every leverage: it knows no rebalancing and no stop"),
  ])
  func `a strategy that cannot be followed is refused with a sentence`(line: String, sentence: String) throws {
    try Self.refuses(line, sentence)
  }

  private static func refuses(_ line: String, _ sentence: String) throws {
    var session = try session()
    let before = session.world
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(output.contains("error: \(sentence)"), "\(output)")
    if !line.contains(";") { #expect(session.world == before) }
  }

  @Test func `the seed is that of the session unless one is named`() throws {
    var first = try Self.session(seed: 7)
    var second = try Self.session()
    let line = "simulate paths 500 days 30"
    #expect(first.output(of: line).output == second.output(of: line + " seed 7").output)
    #expect(first.output(of: line).output != second.output(of: line).output)
  }

  @Test func `Ctrl-C stops a run and changes nothing`() throws {
    var session = try Self.session(isInterrupted: { true })
    let before = session.world
    #expect(session.output(of: "simulate") == ("error: stopped before the first paths were done\n", false))
    #expect(session.world == before)
  }

  @Test(arguments: [
    "simulate paths 1 days 0.01", "simulate paths 300 vol 1000% days 3650 mean 1000%",
    "simulate paths 300 vol 0.0001% drift -1000%",
    "reset; swap 10 ETH to USDC; deposit max USDC; borrow 3 ETH; simulate paths 300",
    "simulate student 2.001 paths 300 vol 1000% days 3650", "simulate jumps 0 paths 300 vol 0.01%",
    "simulate garch alpha 99% beta 0.99% now 1000% paths 300", "simulate paths 300 stop +10000% rebalance to 1x",
    "simulate paths 300 rebalance to 5x cost 5%", "simulate ladder paths 1 days 0.01 vol 1000%",
    "reset; swap 10 ETH to USDC; deposit max USDC; borrow 3 ETH; simulate ladder paths 300",
    "reset; swap 10 ETH to USDC; deposit max USDC; borrow 3 ETH; simulate stop +15% paths 300",
  ])
  func `the limits of what may be asked have answers`(line: String) throws {
    var session = try Self.session()
    let (output, succeeded) = session.output(of: line)
    #expect(succeeded, "\(output)")
    #expect(!output.contains("nan") && !output.contains("inf"), "\(output)")
  }

  @Test(arguments: ["", " student 3", " garch", " jumps"])
  func `the ladder's row of a leverage is the run of it`(process: String) throws {
    var session = try Self.session()
    let run = session.output(of: "simulate\(process) paths 2000 days 90").output
    let row = try #require(
      session.output(of: "simulate ladder\(process) paths 2000 days 90").output
        .split(separator: "\n").first { $0.hasPrefix("   2.00x") })
    let figures = row.split(separator: " ").map(String.init)
    let figure = { (label: String) throws -> String in
      let line = try #require(run.split(separator: "\n").first { $0.hasPrefix(label) })
      return String(line.dropFirst(label.count).drop { $0 == " " }.prefix { $0 != " " })
    }
    #expect(try figures[1] == figure("liquidated"))
    #expect(try figures[2] == figure("mean"))
    #expect(try figures[3] == figure("median"))
    #expect(try figures[4] == figure("5% and 95%"))
  }

  /// Threads only change how long it takes.
  @Test(arguments: ["simulate", "simulate jumps rebalance to 2x", "simulate ladder student"])
  func `any number of threads prints the same`(line: String) throws {
    let outputs = try [1, 2, 5].map { threads in
      let surroundings = Surroundings(threads: threads)
      var session = try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
      return session.output(of: "deposit 10 ETH; loop to 2x; \(line) paths 3000 days 30").output
    }
    #expect(Set(outputs).count == 1)
  }

  @Test(arguments: [
    ("simulate ", "student"), ("simulate ", "ladder"), ("simulate student ", "4"), ("simulate student 4 ", "stop"),
    ("simulate stop ", "hf"), ("simulate garch ", "alpha"), ("simulate rebalance ", "to"), ("simulate jumps 6 ", "of"),
    ("simulate bootstrap ", "eth.csv"), ("simulate bootstrap eth.csv drift ", "kept"), ("simulate cost ", "0.3%"),
  ])
  func `Tab knows what may follow`(line: String, candidate: String) throws {
    let session = try Self.sessionWithFile()
    let offered = session.completions(in: line, at: line.unicodeScalars.count).candidates.map(\.text)
    #expect(offered.contains(candidate), "\(offered)")
  }

  @Test func `a price file brings its volatility, and its drift where it is kept`() throws {
    var session = try Self.sessionWithFile()
    let position = "deposit 10 ETH; loop to 2x; "
    let own = session.output(of: position + "simulate bootstrap eth.csv paths 500 days 90").output
    // Twenty-nine ups and downs by 3% around one fall to 60 and back.
    #expect(own.contains("volatility  198.0% a year, that of the file"), "\(own)")
    #expect(own.contains("returns     59 of eth.csv") && own.contains("in blocks of 20 on average"), "\(own)")
    #expect(own.contains("5% a year of the mean"), "\(own)")
    let other = session.output(of: "simulate bootstrap eth.csv block 3 drift kept vol 50% paths 500").output
    #expect(other.contains("volatility  50% a year"), "\(other)")
    #expect(other.contains("drift       18.29% a year, that of the file"), "\(other)")
    #expect(other.contains("in blocks of 3 on average"), "\(other)")
  }

  @Test(arguments: [
    ("", "eth.csv:1:1: the file is empty"), ("date,close\n", "eth.csv"),
    ("date,close\n2024-01-01,100\n2024-01-02,much\n", "eth.csv:3"),
    (
      "date,close\n2024-01-01,100\n2024-01-02,100\n2024-01-03,100\n", "eth.csv has too few prices, or prices that never"
    ),
    ("date,close\n2024-01-01,100\n2024-01-02,103\n", "eth.csv has too few prices"),
  ])
  func `a price file from which nothing can be drawn is refused`(content: String, sentence: String) throws {
    let files = ScratchFiles()
    try files.write(content, to: "eth.csv", replacing: true)
    let surroundings = Surroundings(files: files)
    var session = try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
    _ = session.output(of: "deposit 10 ETH; loop to 2x")
    let (output, succeeded) = session.output(of: "simulate bootstrap eth.csv")
    #expect(!succeeded)
    #expect(output.hasPrefix("error: \(sentence)"), "\(output)")
  }

  /// Prices that rise and fall by turns, and crash once.
  private static func sessionWithFile() throws -> Session {
    let files = ScratchFiles()
    let rows = (0..<60).map { day in
      let date = day < 31 ? "2024-01-\(day < 9 ? "0" : "")\(day + 1)" : "2024-02-\(day < 40 ? "0" : "")\(day - 30)"
      return "\(date),\(day == 30 ? 60 : day % 2 == 0 ? 100 : 103)"
    }
    try files.write("date,close\n" + rows.joined(separator: "\n") + "\n", to: "eth.csv", replacing: true)
    let surroundings = Surroundings(files: files)
    return try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
  }
}
