/// `lever check` beside runners of tests that are started once for each file.
struct CheckBenchmark {
  /// A runner, and how many of its commands one round runs.
  private struct Runner {
    var name: String
    var commands: Int
    /// Runs them all; gives the milliseconds that went by and those of the processors.
    var round: () throws -> (elapsed: Double, processor: Double)
  }

  /// How many commands a page has.
  private static let size = 50
  /// How many copies `lever check` checks; the others are given fewer, as their time for each is the same.
  private static let copies = 1_000
  private static let fewer = 20
  private static let rounds = 7

  let lever: String
  let page: String
  let sqlite: String?
  let python: String?

  /// Commands per second of each runner.
  func table() throws -> Table {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let runners = try leverRunners(folder) + sqliteRunner(folder) + pythonRunner(folder)
    var rates = [[Double]](repeating: [], count: runners.count)
    var costs = rates
    for round in 0...Self.rounds {
      for (index, runner) in runners.enumerated() {
        let (elapsed, processor) = try runner.round()
        // The first round only fills the caches.
        guard round > 0 else { continue }
        rates[index].append(Double(runner.commands) / elapsed * 1e3)
        costs[index].append(processor / Double(runner.commands) * 1e3)
      }
    }
    let medians = rates.map { Sample($0).median }
    var table = Table(
      "check: \(fixed(Double(Self.copies))) copies of a page of \(Self.size) commands, \(Self.rounds) rounds in turn; "
        + "limit: 20 times as many commands per second as the others, and more with -j 2",
      columns: ["runner", "commands per second", "processor time each"] + runners.dropFirst(2).map { "to " + $0.name })
    for (index, runner) in runners.enumerated() {
      let ratios = medians.dropFirst(2).map { fixed(medians[index] / $0, 1) }
      table.rows.append([runner.name, fixed(medians[index]), fixed(Sample(costs[index]).median, 1) + " µs"] + ratios)
    }
    if sqlite == nil { table.notes.append("There is no sqlite3 to compare with.") }
    if python == nil { table.notes.append("There is no python3 to compare with.") }
    return table
  }

  /// The time in which a page of 10 MB is read.
  func largePage() throws -> Table {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let part = """
      ## A part of a long page

      Prose with `code`, a *word* that stands out, and a list:

      - an item that is longer than the others, so that it goes on
        in the next line
      - a short one

      ```lever skip="only to be read"
      lever> deposit 10 ETH
      Deposited 10 ETH worth $20,000.00 as collateral.
      exposure  $0.00 → $20,000.00
      wallet    10 → 0 ETH
      ```


      """
    let count = 10_000_000 / part.utf8.count
    let path = try folder.write(String(repeating: part, count: count), to: "page.md")
    let sample = try Program.compare([Program(path: lever, arguments: ["check", path])], rounds: 10)[0]
    var table = Table(
      "check: a page of 10 MB with \(count) commands that are skipped; limit: well under a second",
      columns: ["program", "median", "90 %"])
    table.rows.append(["lever check page.md", milliseconds(sample.median), milliseconds(sample.quantile(0.9))])
    return table
  }

  private func leverRunners(_ folder: TemporaryFolder) throws -> [Runner] {
    let text = try TemporaryFolder.text(of: page)
    for copy in 0..<Self.copies { try folder.write(text, to: "pages/\(copy).md") }
    return [1, 2].map { jobs in
      let program = Program(path: lever, arguments: ["check", "-j", "\(jobs)", folder.path + "/pages"])
      return Runner(name: "lever check -j \(jobs)", commands: Self.copies * Self.size) { try program.measure() }
    }
  }

  /// sqlite3 reads as many statements, and what it prints is compared with what it ought to print.
  private func sqliteRunner(_ folder: TemporaryFolder) throws -> [Runner] {
    guard let sqlite else { return [] }
    let statements = (1...Self.size).map { "select \($0) * 2000 + 1, 'ETH';\n" }.joined()
    let expected = (1...Self.size).map { "\($0 * 2000 + 1)|ETH\n" }.joined()
    var program = Program(path: sqlite, arguments: [":memory:"])
    program.input = try folder.write(statements, to: "statements.sql")
    program.output = try folder.write("", to: "output")
    let (runs, output) = (program, program.output)
    return [
      Runner(name: "sqlite3", commands: Self.fewer * Self.size) {
        try Self.measure {
          let times = try runs.measure()
          guard try TemporaryFolder.text(of: output) == expected else {
            throw BenchmarkError("sqlite3 prints something else")
          }
          return times.processor
        }
      }
    ]
  }

  private func pythonRunner(_ folder: TemporaryFolder) throws -> [Runner] {
    guard let python else { return [] }
    let examples = (1...Self.size).map { ">>> print(\($0) * 2000 + 1, 'ETH')\n\($0 * 2000 + 1) ETH\n" }.joined()
    let path = try folder.write(examples, to: "examples.txt")
    let program = Program(path: python, arguments: ["-m", "doctest", path])
    return [
      Runner(name: "doctest", commands: Self.fewer * Self.size) { try Self.measure { try program.measure().processor } }
    ]
  }

  /// Runs a program once for each file, by a body that gives the processor's time of one run.
  private static func measure(_ body: () throws -> Double) throws -> (elapsed: Double, processor: Double) {
    let start = now()
    var processor = 0.0
    for _ in 0..<fewer { processor += try body() }
    return (now() - start, processor)
  }
}
