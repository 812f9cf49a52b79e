#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// benchmarks LEVER KERNELS FOLDER SQLITE PYTHON AGAINST BUILT NUMBA NAME...
// LEVER is the executable to measure, KERNELS the one that times its innermost work, FOLDER that of the files which it is
// given: a market in which a thousand loops are possible and a page of fifty commands. SQLITE and PYTHON are the sqlite3 and
// python3 to compare with, AGAINST a folder with programs that simulate the same, BUILT where those in C were built, and NUMBA
// a Python for the others; or nothing. `script/bench` calls it.
let words = Array(CommandLine.arguments.dropFirst())
guard words.count > 8 else {
  print("Run script/bench.")
  exit(2)
}
let (lever, kernels, folder) = (words[0], words[1], words[2])
let (sqlite, python) = (words[3].isEmpty ? nil : words[3], words[4].isEmpty ? nil : words[4])
let check = CheckBenchmark(lever: lever, page: folder + "/fifty-commands.md", sqlite: sqlite, python: python)
let yardsticks =
  words[5].isEmpty ? nil : Yardsticks(folder: words[5], built: words[6], python: words[7].isEmpty ? nil : words[7])
var isFirst = true
for name in words.dropFirst(8) {
  do {
    let tables =
      switch name {
      case "startup": [try Benchmarks.startup(lever: lever, sqlite: sqlite)]
      case "memory": [try Benchmarks.memory(lever: lever)]
      case "loop": [try Benchmarks.loop(lever: lever, longLoopMarket: folder + "/long-loop.market")]
      case "simulate": try Benchmarks.simulate(kernels: kernels, yardsticks: yardsticks)
      case "replay": [try Benchmarks.replay(kernels: kernels, yardsticks: yardsticks)]
      case "cascade": try Benchmarks.cascade(lever: lever, kernels: kernels, yardsticks: yardsticks)
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
