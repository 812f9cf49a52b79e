#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that are read and written as a whole.
public enum WholeFile {
  /// The bytes of an ordinary file; links are followed.
  ///
  /// Throws when the file is larger than `limit` bytes, before any of it is read.
  public static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let opened = try Descriptor.open(path, flags: O_RDONLY)
    defer { close(opened) }
    let size = Int(try Descriptor.status(opened).st_size)
    guard size <= limit else { throw FileError(.tooLarge(size), "it has \(size) bytes, and the limit is \(limit)") }
    // Some files, such as those of /proc, hold more than their size says.
    let bytes = try Descriptor.read(opened, from: 0, count: max(size, 4_096) + 1)
    return bytes.count > size && size > 0 ? Array(bytes.prefix(size)) : bytes
  }

  /// Writes an ordinary file so that a reader sees the old contents or the new and never a part, whatever happens.
  ///
  /// A file that is replaced keeps its permissions and its owner, and a link to it stays a link. With `replacing` false an
  /// existing file is an error of kind `exists`. `isLasting` waits until the disk has the contents, so that they outlive
  /// a loss of power too.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, isLasting: Bool = true
  ) throws(FileError) {
    let target = replacing ? resolved(path) : path
    var old = stat()
    let exists = unsafe stat(target, &old) == 0
    if exists {
      guard old.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
      guard replacing else { throw FileError(.exists, "it exists") }
      // The rename below would replace a file that its owner has protected.
      guard unsafe access(target, W_OK) == 0 else { throw .current() }
    }
    let (temporary, opened) = try temporaryFile(beside: target)
    defer { close(opened) }
    do throws(FileError) {
      if exists {
        guard fchmod(opened, old.st_mode & 0o7777) == 0 else { throw .current() }
        // Only the superuser may give files away; for others the file becomes theirs.
        _ = fchown(opened, old.st_uid, old.st_gid)
      }
      try Descriptor.write(bytes, to: opened)
      guard !isLasting || fsync(opened) == 0 else { throw .current() }
      if !replacing { try reserve(target) }
      guard unsafe rename(temporary, target) == 0 else { throw .current() }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  /// By how many names a file is known; a file that is replaced keeps only the one.
  public static func nameCount(_ path: String) throws(FileError) -> Int {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .current() }
    return Int(status.st_nlink)
  }

  /// Removes a file.
  public static func remove(_ path: String) throws(FileError) {
    guard unsafe unlink(path) == 0 else { throw .current() }
  }

  /// The path without links; as it was when it leads nowhere yet.
  public static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Takes a name with an empty file, or is refused when somebody else was quicker.
  private static func reserve(_ path: String) throws(FileError) {
    close(try Descriptor.open(path, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o666))
  }

  private static func temporaryFile(beside target: String) throws(FileError) -> (path: String, descriptor: CInt) {
    // Process numbers are used again, and two threads may write beside each other.
    for attempt in 0..<1_000 {
      let path = "\(target).\(getpid()).\(attempt)~"
      do throws(FileError) {
        return (path, try Descriptor.open(path, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o666))
      } catch  where error.kind == .exists {
        continue
      } catch  where error.kind == .missing {
        throw FileError(.missing, "there is no such folder")
      }
    }
    throw FileError(.exists, "there are too many unfinished files beside it")
  }
}
