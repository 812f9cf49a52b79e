#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that times its own work and prints the seconds, without its start and preparations.
struct TimedProgram {
  let name: String
  let program: Program
  /// The times in what it prints; the shortest counts.
  let seconds: (String) -> [Double]

  /// The milliseconds of the work, and the most memory that the process held.
  func run(_ folder: TemporaryFolder) throws -> (milliseconds: Double, peakBytes: Int) {
    let output = try folder.write("", to: "output")
    let child = try ChildProcess(
      path: program.path, arguments: program.arguments,
      environment: ["LANG=C.UTF-8", "PATH=/usr/bin:/bin", "NUMBA_NUM_THREADS=2", "NUMBA_CACHE_DIR=\(folder.path)"],
      streams: [("/dev/null", O_RDONLY), (output, O_WRONLY | O_TRUNC), ("/dev/null", O_WRONLY)])
    let result = try child.wait()
    guard result.status == 0, let best = seconds(try TemporaryFolder.text(of: output)).min() else {
      throw BenchmarkError("\(program.path) \(program.arguments.joined(separator: " ")) failed")
    }
    return (best * 1e3, result.peakBytes)
  }

  /// The numbers before ` s ` in those lines that hold a word.
  static func seconds(inLinesWith word: String) -> (String) -> [Double] {
    { text in
      text.split(separator: "\n").filter { $0.contains(word) }.compactMap { line in
        line.firstMatch(of: /([0-9.]+) s\s/).flatMap { Double($0.1) }
      }
    }
  }

  /// Runs programs in turn and tabulates medians, each beside the first: what else the machine does meets all alike.
  ///
  /// `work` is how many units each of them does.
  static func table(
    _ title: String, _ programs: [TimedProgram], rounds: Int, work: Double, unit: String
  ) throws -> Table {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var times = [[Double]](repeating: [], count: programs.count)
    var peaks = [Int](repeating: 0, count: programs.count)
    for round in 0...rounds {
      for (index, program) in programs.enumerated() {
        let (time, peak) = try program.run(folder)
        peaks[index] = max(peaks[index], peak)
        // The first round only fills the caches.
        if round > 0 { times[index].append(time) }
      }
    }
    let medians = times.map { Sample($0).median }
    var table = Table(title, columns: ["program", "median", "million \(unit) a second", "times the first", "peak"])
    for (index, program) in programs.enumerated() {
      table.rows.append([
        program.name, milliseconds(medians[index]), fixed(work / medians[index] / 1e3, 1),
        fixed(medians[index] / medians[0], 2), mebibytes(peaks[index]),
      ])
    }
    return table
  }
}
