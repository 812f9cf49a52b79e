#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that one process holds for as long as it lives: the lock goes with the process, however that ends, so that a
/// file that can be taken belongs to nobody any more.
public final class HeldFile: Sendable {
  /// When a file was written last; the order of two is that of their times.
  public struct Age: Comparable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    public static func < (left: Age, right: Age) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
  }

  public let path: String
  private let descriptor: CInt

  private init(path: String, descriptor: CInt) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Makes a new file, with its folders, by the first name that is free, and holds it.
  ///
  /// - Parameter name: a path for each attempt, counted from 0.
  public static func create(_ name: (_ attempt: Int) -> String) throws(FileError) -> HeldFile {
    for attempt in 0..<1_000 {
      let path = name(attempt)
      try StateFolder.makeFolders(of: path)
      do throws(FileError) {
        let opened = try Descriptor.open(path, flags: O_RDWR | O_APPEND | O_CREAT | O_EXCL)
        let file = HeldFile(path: path, descriptor: opened)
        // Another start may look into the file for a moment, or clear it away as one that nobody holds.
        if try file.lock(attempts: 500), file.isCurrent { return file }
      } catch  where error.kind == .exists {
        continue
      }
    }
    throw FileError(.exists, "there are too many files like it")
  }

  /// Holds an existing file; nil when another process does, or when it is gone.
  public static func take(_ path: String) throws(FileError) -> HeldFile? {
    do throws(FileError) {
      let opened = try Descriptor.open(path, flags: O_RDWR | O_APPEND)
      let file = HeldFile(path: path, descriptor: opened)
      return try file.lock(attempts: 1) && file.isCurrent ? file : nil
    } catch  where error.kind == .missing {
      return nil
    }
  }

  /// Whether the path still leads to this file.
  public var isCurrent: Bool { Descriptor.isCurrent(descriptor, path) }

  /// The size in bytes, and when the file was written last.
  public func status() throws(FileError) -> (size: Int, age: Age) {
    let status = try Descriptor.status(descriptor)
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return (Int(status.st_size), Age(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec)))
  }

  /// The first bytes, at most `limit`.
  public func read(limit: Int) throws(FileError) -> [UInt8] {
    try Descriptor.read(descriptor, from: 0, count: min(limit, try status().size))
  }

  /// Appends by one call; what a full disk leaves unfinished is taken back before this throws.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    let size = try status().size
    do throws(FileError) {
      try Descriptor.write(bytes, to: descriptor)
    } catch {
      try? cut(to: size)
      throw error
    }
  }

  /// Keeps the first bytes only.
  public func cut(to size: Int) throws(FileError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw .current() }
  }

  /// Removes the file, unless its name leads to another one by now.
  public func remove() throws(FileError) {
    if isCurrent { try WholeFile.remove(path) }
  }

  /// Whether the lock was free, now or within two milliseconds for each further attempt.
  private func lock(attempts: Int) throws(FileError) -> Bool {
    for attempt in 1...attempts {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      // Some file systems know no locks.
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .current() }
      if attempt < attempts { usleep(2_000) }
    }
    return false
  }
}
