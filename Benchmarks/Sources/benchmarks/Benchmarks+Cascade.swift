extension Benchmarks {
  /// Cascades over a million positions and more, beside a program in C that sorts into classes as well; many shocks on one
  /// crowd; and whole processes that draw a crowd and let a shock run through it.
  static func cascade(lever: String, kernels: String, yardsticks: Yardsticks?) throws -> [Table] {
    func work(_ kind: String, _ count: Int, rounds: Int) -> TimedProgram {
      TimedProgram(name: "lever", program: Program(path: kernels, arguments: [kind, "\(count)", "\(rounds)"])) { text in
        text.firstMatch(of: /seconds ([0-9.e-]+)/).flatMap { Double($0.1) }.map { [$0] } ?? []
      }
    }
    var tables: [Table] = []
    for (count, limit, rounds) in [(1_000_000, "3 times the C", 3), (10_000_000, "100 ms, in 1024 MiB", 1)] {
      var programs = [work("cascade", count, rounds: 9)]
      if let yardsticks {
        programs.append(
          TimedProgram(
            name: "C, in classes", program: yardsticks.program("g_cascade", "\(count)", "1"),
            seconds: TimedProgram.seconds(inLinesWith: "C bucket thr=1")))
      }
      tables.append(
        try TimedProgram.table(
          "cascade: \(fixed(Double(count))) positions in any order, a shock of 10%, one thread; limit: \(limit)",
          programs,
          rounds: rounds, work: Double(count), unit: "positions"))
    }
    tables.append(
      try TimedProgram.table(
        "cascade: a thousand shocks on a crowd of 1,000,000; limit: 10 ms", [work("shocks", 1_000_000, rounds: 9)],
        rounds: 3, work: 1_000, unit: "shocks"))
    tables.append(
      try TimedProgram.table(
        "cascade: putting 1,000,000 positions in order and preparing them for shocks",
        [work("queue", 1_000_000, rounds: 5)], rounds: 3, work: 1_000_000, unit: "positions"))
    var table = Table(
      "cascade: whole process of lever -c 'pool 1000 ETH; crowd N; cascade -10%'",
      columns: ["borrowers", "time", "peak"])
    for count in [1_000, 1_000_000, 10_000_000] {
      let start = now()
      let child = try ChildProcess(
        path: lever, arguments: ["-c", "pool 1000 ETH; crowd \(count); cascade -10%"],
        environment: ["LANG=C.UTF-8", "PATH=/usr/bin:/bin"],
        streams: [("/dev/null", 0), ("/dev/null", 1), ("/dev/null", 1)])
      let result = try child.wait()
      guard result.status == 0 else { throw BenchmarkError("a crowd of \(count) failed") }
      table.rows.append([fixed(Double(count)), milliseconds(now() - start), mebibytes(result.peakBytes)])
    }
    return tables + [table]
  }
}
