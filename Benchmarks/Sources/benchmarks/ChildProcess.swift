#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A running program.
struct ChildProcess {
  let identifier: pid_t

  /// Starts a program.
  ///
  /// `streams` are the files opened as standard input, output and error. With `ownsTerminal` the first of them becomes
  /// the controlling terminal of a session of its own. Throws when the system refuses.
  init(
    path: String, arguments: [String], environment: [String], streams: [(path: String, mode: Int32)],
    ownsTerminal: Bool = false
  ) throws {
    let argumentStrings = unsafe CStrings([path] + arguments)
    let environmentStrings = unsafe CStrings(environment)
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      // POSIX_SPAWN_SETSID, which the C library shows to GNU programs only.
      let newSession: Int16 = 0x80
    #else
      let newSession = Int16(POSIX_SPAWN_SETSID)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    for (descriptor, stream) in streams.enumerated() {
      unsafe posix_spawn_file_actions_addopen(&actions, Int32(descriptor), stream.path, stream.mode, 0)
    }
    if ownsTerminal { unsafe posix_spawnattr_setflags(&attributes, newSession) }
    var identifier: pid_t = 0
    let code = unsafe withExtendedLifetime((argumentStrings, environmentStrings)) {
      unsafe posix_spawn(
        &identifier, path, &actions, &attributes, argumentStrings.pointers, environmentStrings.pointers)
    }
    guard code == 0 else { throw BenchmarkError("\(path) cannot be started", code: code) }
    self.identifier = identifier
  }

  /// Waits for the end; gives the exit status, or nil when a signal ended the program, the most memory that it held, and
  /// the milliseconds that processors have worked for it.
  func wait() throws -> (status: Int32?, peakBytes: Int, processor: Double) {
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(identifier, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkError("a program cannot be waited for", code: errno) }
    }
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    let processor = Self.milliseconds(usage.ru_utime) + Self.milliseconds(usage.ru_stime)
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : nil, Int(usage.ru_maxrss) * unit, processor)
  }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
  }

  func stop() {
    kill(identifier, SIGKILL)
  }
}
