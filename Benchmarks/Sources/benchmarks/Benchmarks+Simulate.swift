extension Benchmarks {
  /// Simulating a year of daily steps and a month of hourly ones, beside programs that do the same work: with one thread
  /// against C, and with two against numba.
  static func simulate(kernels: String, yardsticks: Yardsticks?) throws -> [Table] {
    var tables: [Table] = []
    for (name, steps, rounds) in [("daily", 365, 5), ("hourly", 720, 5)] {
      let paths = 100_000
      let work = Double(paths * steps)
      func lever(_ threads: Int) -> TimedProgram {
        TimedProgram(
          name: "lever", program: Program(path: kernels, arguments: ["simulate", name, "\(paths)", "\(threads)", "7"])
        ) { text in text.firstMatch(of: /seconds ([0-9.e-]+)/).flatMap { Double($0.1) }.map { [$0] } ?? [] }
      }
      var single = [lever(1)]
      var double = [lever(2)]
      if let yardsticks {
        for (label, variant) in [("C, one number at a time", "zig"), ("C, vectors of eight", "bm64")] {
          single.append(
            TimedProgram(
              name: label, program: yardsticks.program("g_mc", variant, name, "\(paths)", "1", "7"),
              seconds: TimedProgram.seconds(inLinesWith: "thr=1")))
        }
        if let numba = yardsticks.script("b_numba.py", name) {
          double.append(
            TimedProgram(name: "numba", program: numba, seconds: TimedProgram.seconds(inLinesWith: " 2 thr ")))
        }
      }
      let title = "simulate: \(fixed(Double(paths))) paths of \(steps) \(name) steps with equity and quantiles"
      var table = try TimedProgram.table(
        "\(title), one thread; limit: level with C, one number at a time", single, rounds: rounds, work: work,
        unit: "steps")
      if yardsticks == nil { table.notes.append("--against FOLDER names programs to compare with.") }
      tables.append(table)
      table = try TimedProgram.table(
        "\(title), two threads; limit: 5 times as fast as numba, in 64 MiB", double, rounds: 1, work: work,
        unit: "steps")
      if yardsticks != nil, double.count == 1 { table.notes.append("There is no Python with numba to compare with.") }
      tables.append(table)
    }
    return tables
  }
}
