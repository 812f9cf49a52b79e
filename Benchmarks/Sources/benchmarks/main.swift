#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// benchmarks LEVER FOLDER SQLITE PYTHON YARDSTICK NAME...
// LEVER is the executable to measure, FOLDER that of the files which it is given: a market in which a thousand loops are
// possible and a page of fifty commands. SQLITE and PYTHON are the sqlite3 and python3 to compare with, YARDSTICK a program
// that simulates the same paths, or nothing. `script/bench` calls it.
let words = Array(CommandLine.arguments.dropFirst())
guard words.count > 5 else {
  print("Run script/bench.")
  exit(2)
}
let (lever, folder) = (words[0], words[1])
let (sqlite, python) = (words[2].isEmpty ? nil : words[2], words[3].isEmpty ? nil : words[3])
let check = CheckBenchmark(lever: lever, page: folder + "/fifty-commands.md", sqlite: sqlite, python: python)
let yardstick = words[4].isEmpty ? nil : words[4]
var isFirst = true
for name in words.dropFirst(5) {
  do {
    let tables =
      switch name {
      case "startup": [try Benchmarks.startup(lever: lever, sqlite: sqlite)]
      case "memory": [try Benchmarks.memory(lever: lever)]
      case "loop": [try Benchmarks.loop(lever: lever, longLoopMarket: folder + "/long-loop.market")]
      case "simulate": [try Benchmarks.simulate(lever: lever, yardstick: yardstick)]
      case "prompt": [try Benchmarks.prompt(lever: lever)]
      case "check": [try check.table(), try check.largePage()]
      default: throw BenchmarkError("unknown benchmark `\(name)`")
      }
    for table in tables {
      print(isFirst ? table.text : "\n" + table.text, terminator: "")
      isFirst = false
    }
    fflush(nil)
  } catch {
    let sentence = (error as? BenchmarkError)?.sentence ?? "\(error)"
    print("\(name) could not be measured: \(sentence)")
    exit(1)
  }
}
