import Storage

/// The lines that were typed, kept from one session to the next.
///
/// A plain UTF-8 file, one entry a line, readable by nobody else (mode 0600 in a folder of mode 0700). Each entry is
/// appended under a lock by one write, so that two sessions neither mix nor lose lines; the next start sees both.
/// Nothing here throws: a history that cannot be read or written gives a sentence to print once, and editing goes on.
public struct HistoryFile: Equatable, Sendable {
  /// The newest entries that are loaded, and kept when the file is compacted.
  static let entryLimit = 5_000
  /// A longer entry, in UTF-8 bytes as written, is not kept.
  static let entryByteLimit = 65_536
  /// The newest bytes that are read; a larger file is compacted.
  static let fileByteLimit = 4 << 20

  /// What a file held.
  public struct Contents: Equatable, Sendable {
    /// Oldest first.
    public var entries: [String]
    /// A sentence about what is wrong with the file; nil when nothing is.
    public var warning: String?
  }

  /// The file's path.
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// The history of the user who runs this: `history` in the state folder; nil when there is none.
  public static func standard() -> HistoryFile? {
    StateFolder.standard().map { HistoryFile(path: $0 + "/history") }
  }

  /// Whether a line is worth keeping: not empty, and not hidden by a leading blank.
  static func keeps(_ entry: String) -> Bool {
    !entry.allSatisfy(\.isWhitespace) && entry.first != " " && entry.utf8.count <= entryByteLimit / 2
  }

  /// Reads the newest entries; a file that has grown much larger than them is rewritten with just these.
  ///
  /// A file that does not exist is an empty history.
  public func load() -> Contents {
    do throws(FileError) {
      guard let (bytes, isWhole) = try LockedFile.readEnd(of: path, limit: Self.fileByteLimit) else {
        return Contents(entries: [], warning: nil)
      }
      // A part of a file begins in the middle of a line.
      let lines = isWhole ? bytes[...] : bytes.drop { $0 != UInt8(ascii: "\n") }
      var (entries, invalidLines) = HistoryEncoding.entries(in: lines)
      let isLarge = !isWhole || entries.count > 2 * Self.entryLimit
      entries.removeFirst(max(0, entries.count - Self.entryLimit))
      if invalidLines > 0 {
        // Not compacted either: what is in there is for its owner to look at.
        return Contents(entries: entries, warning: "history \(path): skipped lines that are no text: \(invalidLines)")
      }
      if isLarge { try compact() }
      return Contents(entries: entries, warning: nil)
    } catch {
      return Contents(entries: [], warning: "history \(path) is not used: \(error.reason)")
    }
  }

  /// Appends one entry; returns a sentence when it could not be written.
  public func append(_ entry: String) -> String? {
    guard Self.keeps(entry) else { return nil }
    do throws(FileError) {
      let file = try LockedFile(path: path)
      try file.append(line: HistoryEncoding.encode(entry))
      return nil
    } catch {
      return "history \(path) is not saved: \(error.reason)"
    }
  }

  /// Rewrites the file with its newest entries, while no other session can append.
  private func compact() throws(FileError) {
    let file = try LockedFile(path: path)
    let bytes = try file.readEnd(limit: Self.fileByteLimit).bytes
    let lines = bytes.split(separator: UInt8(ascii: "\n")).dropFirst().suffix(Self.entryLimit)
    try file.replace(with: lines.flatMap { $0 + [UInt8(ascii: "\n")] })
  }
}
