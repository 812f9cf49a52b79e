import Interpreter

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines of a file or of standard input, one at a time as they arrive.
struct LineSource {
  /// Why no line can be read.
  struct Failure: Error, Equatable {
    var message: String
    /// Whether the text is at fault (exit code 2) rather than the file.
    var isText = false
  }

  /// The longest line that is read, in bytes: what a session takes.
  static let longestLine = CommandLineSplitter.longestLine

  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// Where the next line begins in `pending`; what is before it is dropped when more is read.
  private var start = 0
  private var scanned = 0
  private var isAtEnd = false
  /// The number of the line read last.
  private(set) var lineNumber = 0

  /// Standard input.
  init() {
    self.init(descriptor: STDIN_FILENO)
  }

  /// An open descriptor.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// A file; throws when it cannot be opened or is a folder.
  init(path: String) throws(Failure) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(message: "cannot open \(path): \(Self.reason())") }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Failure(message: "\(path) is a folder, not a file of commands")
    }
  }

  /// The next line without its end; nil at the end.
  mutating func next() throws(Failure) -> String? {
    while true {
      if let end = pending[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        return try take(upTo: end, dropping: 1)
      }
      scanned = pending.count
      guard pending.count - start <= Self.longestLine else {
        throw Failure(
          message: "line \(lineNumber + 1) is longer than \(Self.longestLine / 1_048_576) MiB", isText: true)
      }
      if isAtEnd { return start == pending.count ? nil : try take(upTo: pending.count, dropping: 0) }
      try fill()
    }
  }

  private mutating func take(upTo end: Int, dropping terminator: Int) throws(Failure) -> String {
    lineNumber += 1
    let bytes = pending[start..<end]
    start = end + terminator
    scanned = start
    guard let line = String(validating: bytes, as: UTF8.self) else {
      throw Failure(message: "line \(lineNumber) is not valid UTF-8", isText: true)
    }
    return line
  }

  private mutating func fill() throws(Failure) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      pending.removeFirst(start)
      (start, scanned) = (0, scanned - start)
      pending += buffer[..<count]
    } else if count == 0 {
      isAtEnd = true
    } else if errno == EAGAIN {
      // A descriptor that does not block, such as one shared with another program: sleep until there is more.
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = unsafe poll(&waiting, 1, -1)
    } else if errno != EINTR {
      throw Failure(message: "cannot read: \(Self.reason())")
    }
  }

  private static func reason() -> String { unsafe String(cString: strerror(errno)) }
}
