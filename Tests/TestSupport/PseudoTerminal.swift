import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that runs in a terminal of its own, driven by keys and read from its screen.
///
///     let terminal = try PseudoTerminal(BuiltProduct.path("lever"), environment: ["TERM": "xterm"])
///     try terminal.wait(for: "lever> ")
///     terminal.send("quit\r")
///     #expect(try terminal.waitForExit() == .exited(0))
///
/// Nothing sleeps for a fixed time: every wait ends when what it waits for is there, and fails with the screen in its
/// message after a minute.
public final class PseudoTerminal {
  /// A wait that was in vain, or a system call that failed.
  public struct Failure: Error, CustomStringConvertible {
    public var description: String
  }

  /// How a program ended.
  public enum Exit: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// What is on the screen so far.
  public private(set) var screen: TerminalScreen
  /// All that the program wrote, escape sequences included.
  public private(set) var output: [UInt8] = []

  private var master: CInt
  private let child: pid_t
  private var exit: Exit?
  private var unsent: [UInt8] = []

  /// Descriptors must not leak into a program that another test starts at the same time.
  private static let spawning = Mutex(())

  /// Starts an executable with exactly this environment.
  public init(
    _ executable: String, arguments: [String] = [], environment: [String: String], columns: Int = 60, rows: Int = 16
  ) throws {
    screen = TerminalScreen(columns: columns, rows: rows)
    (master, child) = try Self.spawning.withLock { _ in
      try Self.start(executable, arguments: arguments, environment: environment, columns: columns, rows: rows)
    }
  }

  deinit {
    if exit == nil {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    if master >= 0 { close(master) }
  }

  // MARK: - Keys and signals

  /// Types text; "\r" is Enter.
  public func send(_ text: String) {
    send(Array(text.utf8))
  }

  public func send(_ bytes: [UInt8]) {
    unsent += bytes
  }

  public func signal(_ number: Int32) {
    kill(child, number)
  }

  /// Changes the window's size, of which the system tells the program.
  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the window.
  public func hangUp() {
    close(master)
    master = -1
  }

  /// Whether the terminal is in the modes of a shell: whole lines, typed characters shown.
  public var isCooked: Bool {
    var modes = termios()
    guard unsafe tcgetattr(master, &modes) == 0 else { return false }
    return modes.c_lflag & tcflag_t(ICANON) != 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  // MARK: - Waiting

  /// Waits until the screen holds `text`.
  public func wait(for text: String, seconds: Double = 60) throws {
    try wait(for: "the screen to hold \(text.debugDescription)", seconds: seconds) { $0.screen.text.contains(text) }
  }

  /// Waits until `condition` holds; `what` completes the sentence "waited for …".
  public func wait(for what: String, seconds: Double = 60, until condition: (PseudoTerminal) -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      if condition(self) { return }
      guard Date() < deadline else { throw failure("waited \(seconds) s for \(what)") }
      guard exchange(milliseconds: 50) else {
        if condition(self) { return }
        throw failure("the program closed the terminal while the test waited for \(what)")
      }
    }
  }

  /// Waits until the program ends.
  public func waitForExit(seconds: Double = 60) throws -> Exit {
    if let exit { return exit }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while Date() < deadline {
      if master < 0 || !exchange(milliseconds: 20) { usleep(2_000) }
      var status: CInt = 0
      if unsafe waitpid(child, &status, WNOHANG) == child {
        while master >= 0, exchange(milliseconds: 0) {}
        let signal = status & 0x7F
        let result = signal == 0 ? Exit.exited((status >> 8) & 0xFF) : .killed(signal: signal)
        exit = result
        return result
      }
    }
    throw failure("waited \(seconds) s for the program to end")
  }

  /// Waits until the program is stopped by a signal.
  public func waitForStop(seconds: Double = 60) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while Date() < deadline {
      _ = exchange(milliseconds: 20)
      var status: CInt = 0
      if unsafe waitpid(child, &status, WNOHANG | WUNTRACED) == child, status & 0xFF == 0x7F { return }
    }
    throw failure("waited \(seconds) s for the program to stop")
  }

  private func failure(_ reason: String) -> Failure {
    Failure(description: "\(reason); the screen:\n\(screen.text)\n-- cursor \(screen.cursor)")
  }

  /// Moves what is there in both directions; false when the program's side is closed.
  private func exchange(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN) | (unsent.isEmpty ? 0 : Int16(POLLOUT)), revents: 0)
    guard unsafe poll(&request, 1, milliseconds) > 0 else { return milliseconds > 0 }
    if request.revents & Int16(POLLOUT) != 0 {
      let count = unsafe unsent.withUnsafeBytes { unsafe write(master, $0.baseAddress, min($0.count, 512)) }
      unsent.removeFirst(max(0, count))
    }
    guard request.revents & Int16(POLLIN | POLLHUP) != 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(master, $0.baseAddress, $0.count) }
    guard count > 0 else { return false }
    output += buffer[..<count]
    screen.feed(Array(buffer[..<count]))
    return true
  }

  // MARK: - Starting

  private static func start(
    _ executable: String, arguments: [String], environment: [String: String], columns: Int, rows: Int
  ) throws -> (master: CInt, child: pid_t) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var master: CInt = -1
    var slave: CInt = -1
    var name = [CChar](repeating: 0, count: 1024)
    guard unsafe openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw Failure(description: "openpty: \(unsafe String(cString: strerror(errno)))")
    }
    defer { close(slave) }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)

    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      // The header shows the name to GNU programs only.
      let newSession: Int32 = 0x80
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let newSession = POSIX_SPAWN_SETSID
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    // A session leader without a terminal gets the one that it opens: what is typed there can then interrupt it.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // The tests may run with signals ignored or blocked.
    var all = sigset_t()
    var none = sigset_t()
    unsafe sigfillset(&all)
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    let flags = newSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    var variables = environment
    // Where a run that measures coverage wants the program's part of it.
    variables["LLVM_PROFILE_FILE"] = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"]
    let argv = CStrings([executable] + arguments)
    let envp = CStrings(variables.map { "\($0.key)=\($0.value)" })
    var child: pid_t = 0
    let result = unsafe posix_spawn(&child, executable, &actions, &attributes, argv.pointers, envp.pointers)
    guard result == 0 else {
      close(master)
      throw Failure(description: "\(executable): \(unsafe String(cString: strerror(result)))")
    }
    return (master, child)
  }
}

/// A list of C strings that ends with a null pointer.
@safe private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    unsafe pointers = strings.map { unsafe strdup($0) } + [nil]
  }

  deinit {
    for index in unsafe pointers.indices { unsafe free(pointers[index]) }
  }
}
