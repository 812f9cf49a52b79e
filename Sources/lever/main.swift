import Interpreter
import Reports
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// A closed pipe is an error of `write`, not the end of the process.
signal(SIGPIPE, SIG_IGN)
exit(Program.run(Array(CommandLine.arguments.dropFirst())))
