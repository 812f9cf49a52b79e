// kernels simulate daily|hourly PATHS THREADS ROUNDS
// kernels replay FILE|- ROUNDS
// Times the innermost work of lever inside one process, as the programs that it is compared with time themselves, and
// prints the seconds of the fastest round and what came out. `benchmarks` calls it.
let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "simulate":
  guard let work = SimulatedWork(Array(words.dropFirst())) else { fallthrough }
  print(work.measured)
case "replay":
  guard let work = ReplayWork(Array(words.dropFirst())) else { fallthrough }
  print(work.measured)
default:
  print("Run script/bench.")
}
