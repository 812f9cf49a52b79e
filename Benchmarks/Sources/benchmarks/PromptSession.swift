#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A prompt at the other end of a pseudo-terminal, with an empty home folder.
struct PromptSession {
  private let terminal: Int32
  private let child: ChildProcess

  /// How long an answer may take before it counts as missing, in milliseconds.
  private static let patience = 5_000.0

  /// Starts a program, waits for its first prompt, does something with it and ends it as Ctrl-D does; gives the most
  /// memory that it held, in bytes.
  @discardableResult static func peakBytes(
    of program: Program, during body: (PromptSession) throws -> Void
  ) throws -> Int {
    let home = try TemporaryFolder()
    defer { home.remove() }
    let session = try PromptSession(program, home: home.path)
    do {
      _ = try session.readToPrompt()
      try body(session)
      let peak = try session.peakBytes()
      try session.write("\u{4}")
      let end = try session.child.wait()
      close(session.terminal)
      guard end.status == 0 else { throw BenchmarkError("\(program.path) did not end well") }
      return peak ?? end.peakBytes
    } catch {
      session.child.stop()
      throw error
    }
  }

  private init(_ program: Program, home: String) throws {
    var (ours, theirs): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    guard unsafe openpty(&ours, &theirs, &name, nil, &size) == 0 else {
      throw BenchmarkError("no pseudo-terminal can be made", code: errno)
    }
    // The program opens its end by name, so that it becomes its controlling terminal.
    defer { close(theirs) }
    _ = fcntl(ours, F_SETFD, FD_CLOEXEC)
    _ = fcntl(theirs, F_SETFD, FD_CLOEXEC)
    terminal = ours
    let stream = (
      path: String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self), mode: O_RDWR
    )
    child = try ChildProcess(
      path: program.path, arguments: program.arguments,
      environment: ["LANG=C.UTF-8", "TERM=xterm-256color", "HOME=\(home)", "XDG_STATE_HOME=\(home)"],
      streams: [stream, stream, stream], ownsTerminal: true)
  }

  /// Types a line; gives the milliseconds from Enter until the answer and the next prompt have been written, and what
  /// was written.
  @discardableResult func enter(_ line: String) throws -> (milliseconds: Double, answer: String) {
    try write(line)
    // Each key is echoed; the clock starts when the terminal is quiet again.
    while try !read(waiting: 20).isEmpty {}
    let start = now()
    try write("\r")
    let answer = try readToPrompt()
    let end = now()
    guard !answer.contains("error:") else { throw BenchmarkError("`\(line)` is refused at the prompt") }
    return (end - start, answer)
  }

  /// What is written until the prompt waits for a line, which it says by asking the terminal to bracket what is pasted.
  private func readToPrompt() throws -> String {
    var seen = ""
    let limit = now() + Self.patience
    while now() < limit {
      seen += String(decoding: try read(waiting: 100), as: UTF8.self)
      if let asked = seen.ranges(of: "\u{1B}[?2004h").last, seen[asked.upperBound...].contains("lever>") { return seen }
    }
    throw BenchmarkError("no prompt appeared within \(Int(Self.patience / 1000)) seconds")
  }

  /// What arrives next; nothing when the program is silent for so many milliseconds.
  private func read(waiting: Int32) throws -> [UInt8] {
    var request = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, waiting) > 0 else { return [] }
    return try Self.read(terminal)
  }

  private static func read(_ descriptor: Int32) throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Glibc)
        unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      #else
        unsafe Darwin.read(descriptor, bytes.baseAddress, bytes.count)
      #endif
    }
    guard count >= 0 else { throw BenchmarkError("the program has left the terminal", code: errno) }
    return Array(buffer[..<count])
  }

  private func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    #if canImport(Glibc)
      let count = unsafe Glibc.write(terminal, bytes, bytes.count)
    #else
      let count = unsafe Darwin.write(terminal, bytes, bytes.count)
    #endif
    guard count == bytes.count else { throw BenchmarkError("the terminal takes no keys", code: errno) }
  }

  /// The most memory that the program has held so far, where the system tells it of a running program.
  ///
  /// On Linux the figure of `wait4` is no use: it begins with the memory of the process that started the program.
  private func peakBytes() throws -> Int? {
    #if canImport(Glibc)
      let file = unsafe open("/proc/\(child.identifier)/status", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw BenchmarkError("the memory of a program cannot be read", code: errno) }
      defer { close(file) }
      let lines = String(decoding: try Self.read(file), as: UTF8.self).split(separator: "\n")
      guard let line = lines.first(where: { $0.hasPrefix("VmHWM:") }), let kibibytes = Int(line.filter(\.isNumber))
      else {
        throw BenchmarkError("the system does not tell the memory of a program")
      }
      return kibibytes * 1024
    #else
      return nil
    #endif
  }
}
