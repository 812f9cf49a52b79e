// kernels simulate daily|hourly PATHS THREADS ROUNDS
// kernels replay FILE|- ROUNDS
// kernels cascade|shocks|queue POSITIONS ROUNDS
// Times the innermost work of lever inside one process, as the programs that it is compared with time themselves, and
// prints the seconds of the fastest round and what came out. `benchmarks` calls it.
let words = Array(CommandLine.arguments.dropFirst())
let rest = Array(words.dropFirst())
let measured: String? =
  switch words.first {
  case "simulate": SimulatedWork(rest)?.measured
  case "replay": ReplayWork(rest)?.measured
  case "cascade": CascadeWork(rest)?.one
  case "shocks": CascadeWork(rest)?.thousand
  case "queue": CascadeWork(rest)?.preparation
  default: nil
  }
print(measured ?? "Run script/bench.")
