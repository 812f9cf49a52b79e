#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Calls on open files that go on where a signal or a full pipe interrupts them.
enum Descriptor {
  /// Opens an ordinary file; anything else is refused without waiting for it.
  static func open(_ path: String, flags: CInt, mode: mode_t = 0o600) throws(FileError) -> CInt {
    // Not blocking: the name may be a pipe that nobody reads.
    let opened = systemOpen(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode)
    guard opened >= 0 else { throw .current() }
    do throws(FileError) {
      guard try status(opened).st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    } catch {
      close(opened)
      throw error
    }
    return opened
  }

  static func status(_ descriptor: CInt) throws(FileError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .current() }
    return status
  }

  /// Whether the path still leads to the open file.
  static func isCurrent(_ descriptor: CInt, _ path: String) -> Bool {
    var opened = stat()
    var named = stat()
    guard unsafe fstat(descriptor, &opened) == 0, unsafe stat(path, &named) == 0 else { return false }
    return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino
  }

  /// Writes all of the bytes.
  static func write(_ bytes: [UInt8], to descriptor: CInt) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .current() }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads the bytes from a place on, at most `count`.
  static func read(_ descriptor: CInt, from start: Int, count limit: Int) throws(FileError) -> [UInt8] {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        guard let place = buffer.baseAddress else { return }
        let got = unsafe pread(descriptor, place + count, limit - count, off_t(start + count))
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { return }
        count += got
      }
    }
    if failed { throw .current() }
    return bytes
  }

  private static func systemOpen(_ path: String, _ flags: CInt, _ mode: mode_t) -> CInt {
    #if canImport(Glibc)
      unsafe Glibc.open(path, flags, mode)
    #else
      unsafe Darwin.open(path, flags, mode)
    #endif
  }

  private static func systemWrite(_ descriptor: CInt, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, start, count)
    #else
      unsafe Darwin.write(descriptor, start, count)
    #endif
  }
}
