#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file opened for appending, with the lock that sessions share held until it goes.
public final class LockedFile {
  private let descriptor: CInt
  private let path: String

  /// Opens the file, and makes it when it does not exist; its folders only when `makesFolders`.
  public init(path: String, makesFolders: Bool = true) throws(FileError) {
    self.path = path
    if makesFolders { try StateFolder.makeFolders(of: path) }
    // A few rounds: a session that compacts puts another file in the place of the one that was just opened.
    for _ in 0..<10 {
      let opened = try Self.open(path, flags: O_RDWR | O_APPEND | O_CREAT)
      Self.lock(opened)
      if Descriptor.isCurrent(opened, path) {
        descriptor = opened
        return
      }
      close(opened)
    }
    throw FileError(.other, "it is being replaced all the time")
  }

  deinit {
    close(descriptor)
  }

  /// Writes a line by one call; a last line that a crash left unfinished is ended first.
  public func append(line: String) throws(FileError) {
    let last = try readEnd(limit: 1).bytes.last
    let isUnfinished = last.map { $0 != UInt8(ascii: "\n") } ?? false
    try Descriptor.write(Array(((isUnfinished ? "\n" : "") + line + "\n").utf8), to: descriptor)
  }

  /// Puts a file with other contents in this one's place: readers see either, never a half.
  public func replace(with bytes: [UInt8]) throws(FileError) {
    try WholeFile.write(bytes, to: path, replacing: true)
  }

  /// The last `limit` bytes and whether they are the whole file.
  public func readEnd(limit: Int) throws(FileError) -> (bytes: [UInt8], isWhole: Bool) {
    try Self.readEnd(descriptor, limit: limit)
  }

  /// The last `limit` bytes of a file, nil when there is none.
  public static func readEnd(of path: String, limit: Int) throws(FileError) -> (bytes: [UInt8], isWhole: Bool)? {
    if unsafe access(path, F_OK) != 0, errno == ENOENT { return nil }
    let opened = try open(path, flags: O_RDONLY)
    defer { close(opened) }
    return try readEnd(opened, limit: limit)
  }

  private static func open(_ path: String, flags: CInt) throws(FileError) -> CInt {
    let opened = try Descriptor.open(path, flags: flags)
    if try Descriptor.status(opened).st_mode & 0o077 != 0 { fchmod(opened, 0o600) }
    return opened
  }

  /// Waits a tenth of a second at most: an append is one call and safe without the lock.
  private static func lock(_ descriptor: CInt) {
    for _ in 0..<50 where flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      usleep(2_000)
    }
  }

  private static func readEnd(_ descriptor: CInt, limit: Int) throws(FileError) -> (bytes: [UInt8], isWhole: Bool) {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0 else { throw .current() }
    let start = max(0, size - limit)
    let bytes = try Descriptor.read(descriptor, from: start, count: size - start)
    return (bytes, start == 0)
  }
}
