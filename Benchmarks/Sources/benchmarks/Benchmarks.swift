/// What can be measured, by the name under which `script/bench` knows it.
enum Benchmarks {
  /// The limits that the project sets itself.
  private enum Limit {
    static let start = "1.5 times sqlite3"
    static let peak = "16 MiB"
    static let loop = "50 ms"
    static let answer = "5 ms"
  }

  /// The start of the whole process beside that of sqlite3, each doing nearly nothing.
  static func startup(lever: String, sqlite: String?) throws -> Table {
    let rounds = 400
    var names = ["lever -c 'print 1'"]
    var programs = [Program(path: lever, arguments: ["-c", "print 1"])]
    if let sqlite {
      names.append("sqlite3 :memory: 'select 1'")
      programs.append(Program(path: sqlite, arguments: [":memory:", "select 1"]))
    }
    let samples = try Program.compare(programs, rounds: rounds)
    var table = Table(
      "startup: whole process, \(rounds) runs each, in turn; limit: \(Limit.start)",
      columns: ["program", "median", "90 %", "ratio"])
    for (name, sample) in zip(names, samples) {
      let ratio = sqlite == nil ? "no sqlite3" : fixed(sample.median / samples[samples.count - 1].median, 2)
      table.rows.append([name, milliseconds(sample.median), milliseconds(sample.quantile(0.9)), ratio])
    }
    return table
  }

  /// The peak memory of sessions at the prompt.
  static func memory(lever: String) throws -> Table {
    var table = Table(
      "memory: peak at the prompt; limit at the first prompt: \(Limit.peak)",
      columns: ["session", "peak"])
    let sessions = [
      ("start", []),
      ("start, deposit 10 ETH, loop 1000 at 80%, ladder", ["deposit 10 ETH", "loop 1000 at 80%", "ladder"]),
    ]
    for (name, lines) in sessions {
      let peak = try PromptSession.peakBytes(of: Program(path: lever, arguments: [])) { session in
        for line in lines { try session.enter(line) }
      }
      table.rows.append([name, mebibytes(peak)])
    }
    return table
  }

  /// The time of a thousand loops at the prompt, with their answer.
  ///
  /// Loops end by themselves when nothing is left to borrow, in the classroom after a hundred or so; all of them are
  /// made in a market of its own, whose maximum LTV is nearly 1.
  static func loop(lever: String, longLoopMarket: String) throws -> Table {
    let rounds = 30
    var table = Table(
      "loop: `loop 1000` at the prompt, \(rounds) times; limit: \(Limit.loop)",
      columns: ["market", "loops made", "median", "90 %"])
    for (name, market, share) in [("classroom", "classroom", "80%"), ("long-loop", longLoopMarket, "98%")] {
      try PromptSession.peakBytes(of: Program(path: lever, arguments: ["--market", market])) { session in
        try session.enter("deposit 10 ETH")
        var times: [Double] = []
        var loops = ""
        for _ in 0..<rounds {
          let (time, answer) = try session.enter("loop 1000 at \(share)")
          times.append(time)
          loops = try loopsMade(answer)
          try session.enter("undo")
        }
        let sample = Sample(times)
        table.rows.append([
          "\(name), at \(share)", loops, milliseconds(sample.median), milliseconds(sample.quantile(0.9)),
        ])
      }
    }
    return table
  }

  /// The number in `1,000 loops at 98.0%`, which begins the answer.
  private static func loopsMade(_ answer: String) throws -> String {
    guard let match = answer.firstMatch(of: /([0-9,]+) loops?/) else {
      throw BenchmarkError("lever does not say how many loops it made")
    }
    return String(match.1)
  }

  /// The time from Enter to the answer and the next prompt.
  static func prompt(lever: String) throws -> Table {
    let rounds = 40
    var table = Table(
      "prompt: from Enter to the next prompt, \(rounds) times each; limit: \(Limit.answer)",
      columns: ["command", "median", "90 %", "slowest"])
    try PromptSession.peakBytes(of: Program(path: lever, arguments: [])) { session in
      try session.enter("deposit 10 ETH; loop 5 at 70%")
      for line in ["print 1", "position", "ladder", "stress", "explain health factor", "borrow 1 USDC", "undo", "help"]
      {
        let sample = Sample(try (0..<rounds).map { _ in try session.enter(line).milliseconds })
        table.rows.append([
          line, milliseconds(sample.median), milliseconds(sample.quantile(0.9)), milliseconds(sample.quantile(1)),
        ])
      }
    }
    return table
  }
}
