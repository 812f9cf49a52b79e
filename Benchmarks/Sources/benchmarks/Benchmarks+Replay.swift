import Synchronization

extension Benchmarks {
  /// Replaying loops of 16 leverages from every hour of a history for 30 days, beside numpy and numba.
  static func replay(kernels: String, yardsticks: Yardsticks?) throws -> Table {
    let script = yardsticks?.script("i_replay.py")
    // The file that the others read, beside their folder.
    let prices = script.flatMap { _ in
      yardsticks.map { $0.folder + "/../data/eth_usd_hourly_close_2018-05_to_2022-02.csv" }
    }
    let results = Results()
    var programs = [
      TimedProgram(name: "lever", program: Program(path: kernels, arguments: ["replay", prices ?? "-", "5"])) { text in
        results.add("lever", text.firstMatch(of: /liquidated (\S+) (\S+) mean (\S+)/).map { [$0.1, $0.2, $0.3] })
        return text.firstMatch(of: /seconds ([0-9.e-]+)/).flatMap { Double($0.1) }.map { [$0] } ?? []
      }
    ]
    if let script {
      for (name, line) in [("numba, 2 threads", " 2 thr "), ("numba, 1 thread", " 1 thr "), ("numpy", "numpy")] {
        programs.append(
          TimedProgram(name: name, program: script) { text in
            let lines = text.split(separator: "\n").filter { $0.contains(line) }.joined(separator: "\n")
            let numbers = lines.firstMatch(of: /L=2\)=(\S+) P_liq\(L=3\)=(\S+) .* L=2: (\S+)/)
            results.add(name, numbers.map { [$0.1, $0.2, $0.3] })
            return TimedProgram.seconds(inLinesWith: line)(text)
          })
      }
    }
    let bars = 16.0 * (32_659 - 720)
    var table = try TimedProgram.table(
      "replay: 16 leverages from each of 31,939 hours for 30 days, lever on one thread; limit: ahead of numba",
      programs,
      rounds: 3, work: bars, unit: "loops")
    table.notes += results.lines
    if yardsticks == nil { table.notes.append("--against FOLDER names programs to compare with.") }
    if yardsticks != nil, script == nil { table.notes.append("There is no Python with numba to compare with.") }
    return table
  }

  /// What each program found, to be seen to agree.
  private final class Results: Sendable {
    private let found = Mutex<[(name: String, text: String)]>([])

    func add(_ name: String, _ numbers: [Substring]?) {
      guard let numbers, numbers.count == 3 else { return }
      let text = zip(numbers, [5, 5, 4]).map { number, places in Double(number).map { fixed($0, places) } ?? "?" }
      found.withLock { found in
        guard !found.contains(where: { $0.name == name }) else { return }
        found.append((name, "\(name): liquidated at 2x \(text[0]), at 3x \(text[1]); mean equity at 2x \(text[2])"))
      }
    }

    var lines: [String] { found.withLock { $0.map(\.text) } }
  }
}
