#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// benchmarks LEVER MARKET SQLITE YARDSTICK NAME...
// LEVER is the executable to measure, MARKET the file of a market in which a thousand loops are possible, SQLITE the
// sqlite3 to compare with or nothing, YARDSTICK a program that simulates the same paths or nothing. `script/bench` calls it.
let words = Array(CommandLine.arguments.dropFirst())
guard words.count > 4 else {
  print("Run script/bench.")
  exit(2)
}
let (lever, market, sqlite) = (words[0], words[1], words[2].isEmpty ? nil : words[2])
let yardstick = words[3].isEmpty ? nil : words[3]
var isFirst = true
for name in words.dropFirst(4) {
  do {
    let table =
      switch name {
      case "startup": try Benchmarks.startup(lever: lever, sqlite: sqlite)
      case "memory": try Benchmarks.memory(lever: lever)
      case "loop": try Benchmarks.loop(lever: lever, longLoopMarket: market)
      case "simulate": try Benchmarks.simulate(lever: lever, yardstick: yardstick)
      case "prompt": try Benchmarks.prompt(lever: lever)
      default: throw BenchmarkError("unknown benchmark `\(name)`")
      }
    print(isFirst ? table.text : "\n" + table.text, terminator: "")
    isFirst = false
    fflush(nil)
  } catch {
    let sentence = (error as? BenchmarkError)?.sentence ?? "\(error)"
    print("\(name) could not be measured: \(sentence)")
    exit(1)
  }
}
