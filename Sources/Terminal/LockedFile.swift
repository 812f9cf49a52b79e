#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file operation failed, in the system's words.
struct FileError: Error, Equatable {
  var reason: String

  /// The reason for the last failed call.
  static func current() -> FileError {
    FileError(reason: unsafe String(cString: strerror(errno)))
  }
}

/// A file opened for appending, with the lock that sessions share held until it goes.
final class LockedFile {
  private let descriptor: CInt
  private let path: String

  /// Opens the file, and makes it and its folders when they do not exist.
  init(path: String) throws(FileError) {
    self.path = path
    try Self.makeFolders(of: path)
    // A few rounds: a session that compacts puts another file in the place of the one that was just opened.
    for _ in 0..<10 {
      let opened = try Self.open(path, flags: O_RDWR | O_APPEND | O_CREAT)
      Self.lock(opened)
      if Self.isCurrent(opened, path) {
        descriptor = opened
        return
      }
      close(opened)
    }
    throw FileError(reason: "it is being replaced all the time")
  }

  deinit {
    close(descriptor)
  }

  /// Writes a line by one call; a last line that a crash left unfinished is ended first.
  func append(line: String) throws(FileError) {
    let last = try readEnd(limit: 1).bytes.last
    let isUnfinished = last.map { $0 != UInt8(ascii: "\n") } ?? false
    try Self.write(Array(((isUnfinished ? "\n" : "") + line + "\n").utf8), to: descriptor)
  }

  /// Puts a file with other contents in this one's place: readers see either, never a half.
  func replace(with bytes: [UInt8]) throws(FileError) {
    // A history that is a link stays one.
    guard let target = unsafe realpath(path, nil) else { throw .current() }
    defer { unsafe free(target) }
    let final = unsafe String(cString: target)
    let temporary = "\(final).\(getpid())"
    let opened = try Self.open(temporary, flags: O_WRONLY | O_CREAT | O_TRUNC)
    defer { close(opened) }
    do throws(FileError) {
      try Self.write(bytes, to: opened)
      if unsafe fsync(opened) != 0 || rename(temporary, final) != 0 { throw .current() }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  /// The last `limit` bytes and whether they are the whole file.
  func readEnd(limit: Int) throws(FileError) -> (bytes: [UInt8], isWhole: Bool) {
    try Self.readEnd(descriptor, limit: limit)
  }

  /// The last `limit` bytes of a file, nil when there is none.
  static func readEnd(of path: String, limit: Int) throws(FileError) -> (bytes: [UInt8], isWhole: Bool)? {
    if unsafe access(path, F_OK) != 0, errno == ENOENT { return nil }
    let opened = try open(path, flags: O_RDONLY)
    defer { close(opened) }
    return try readEnd(opened, limit: limit)
  }

  private static func open(_ path: String, flags: CInt) throws(FileError) -> CInt {
    // Not blocking: the name may be a pipe that nobody reads.
    let opened = Self.systemOpen(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard opened >= 0 else { throw .current() }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw FileError(reason: "it is not a file")
    }
    if status.st_mode & 0o077 != 0 { fchmod(opened, 0o600) }
    return opened
  }

  private static func systemOpen(_ path: String, _ flags: CInt) -> CInt {
    #if canImport(Glibc)
      unsafe Glibc.open(path, flags, 0o600)
    #else
      unsafe Darwin.open(path, flags, 0o600)
    #endif
  }

  /// Waits a tenth of a second at most: an append is one call and safe without the lock.
  private static func lock(_ descriptor: CInt) {
    for _ in 0..<50 where flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      usleep(2_000)
    }
  }

  private static func isCurrent(_ descriptor: CInt, _ path: String) -> Bool {
    var opened = stat()
    var named = stat()
    guard unsafe fstat(descriptor, &opened) == 0, unsafe stat(path, &named) == 0 else { return false }
    return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino
  }

  private static func makeFolders(of path: String) throws(FileError) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST, unsafe access(folder, F_OK) != 0 { throw .current() }
    }
  }

  private static func readEnd(_ descriptor: CInt, limit: Int) throws(FileError) -> (bytes: [UInt8], isWhole: Bool) {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0 else { throw .current() }
    let start = max(0, size - limit)
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size - start) { buffer, count in
      while count < size - start {
        guard let place = buffer.baseAddress else { return }
        let got = unsafe pread(descriptor, place + count, size - start - count, off_t(start + count))
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { return }
        count += got
      }
    }
    if failed { throw .current() }
    return (bytes, start == 0)
  }

  private static func write(_ bytes: [UInt8], to descriptor: CInt) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .current() }
      rest = rest.dropFirst(count)
    }
  }

  private static func systemWrite(_ descriptor: CInt, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, start, count)
    #else
      unsafe Darwin.write(descriptor, start, count)
    #endif
  }
}
