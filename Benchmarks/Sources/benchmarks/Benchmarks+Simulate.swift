extension Benchmarks {
  /// The whole time of simulating a year of daily steps, at one thread, beside a program in C that does the same work.
  static func simulate(lever: String, yardstick: String?) throws -> Table {
    let (paths, days, rounds) = (200_000, 365, 5)
    var names = ["lever -c 'simulate paths \(paths)'"]
    var programs = [
      Program(path: lever, arguments: ["-c", "deposit 10 ETH; loop to 2x; simulate paths \(paths) days \(days)"])
    ]
    if let yardstick {
      for (name, variant) in [("C, one number at a time", "zig"), ("C, vectors of eight", "bm64")] {
        names.append(name)
        programs.append(Program(path: yardstick, arguments: [variant, "daily", "\(paths)", "1", "1"]))
      }
    }
    let samples = try Program.compare(programs, rounds: rounds)
    var table = Table(
      "simulate: whole process, \(paths) paths of \(days) steps, one thread, \(rounds) runs each, in turn",
      columns: ["program", "median", "million steps a second"])
    for (name, sample) in zip(names, samples) {
      let speed = Double(paths * days) / sample.median / 1_000
      table.rows.append([name, milliseconds(sample.median), fixed(speed, 1)])
    }
    return table
  }
}
