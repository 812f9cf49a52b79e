#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program with its arguments that is run from start to end, without input, again and again.
struct Program {
  var path: String
  var arguments: [String]
  /// The files that it reads and writes; what was in the second is lost.
  var input = "/dev/null"
  var output = "/dev/null"

  /// Runs it once; gives the milliseconds from the request to start it to the news of its end.
  ///
  /// Throws when it ends with a failure: a time of something that did not work means nothing.
  func run() throws -> Double {
    try measure().elapsed
  }

  /// Runs it once; gives also the milliseconds that processors have worked for it.
  func measure() throws -> (elapsed: Double, processor: Double) {
    let start = now()
    let child = try ChildProcess(
      path: path, arguments: arguments, environment: ["LANG=C.UTF-8", "PATH=/usr/bin:/bin"],
      streams: [(input, O_RDONLY), (output, O_WRONLY | O_TRUNC), ("/dev/null", O_WRONLY)])
    let result = try child.wait()
    let end = now()
    guard result.status == 0 else { throw BenchmarkError("\(path) \(arguments.joined(separator: " ")) failed") }
    return (end - start, result.processor)
  }

  /// Runs several programs in turn, so that what else the machine does meets all of them alike.
  static func compare(_ programs: [Program], rounds: Int) throws -> [Sample] {
    let warmUp = 5
    var times = [[Double]](repeating: [], count: programs.count)
    for round in 0..<warmUp + rounds {
      for (index, program) in programs.enumerated() {
        let time = try program.run()
        if round >= warmUp { times[index].append(time) }
      }
    }
    return times.map { Sample($0) }
  }
}
