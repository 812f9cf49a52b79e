/// The files that a session's commands may read and write.
///
/// Paths are as they were typed; what they are relative to, and how far they reach, is for the conforming type to say.
public protocol SessionFiles: Sendable {
  /// The text of a file of at most `limit` bytes; `what` names its kind in messages, such as `a market file`.
  ///
  /// Throws a sentence when there is no such file, or it cannot be read, is too large or is not text in UTF-8.
  func text(of path: String, limit: Int, what: String) throws(CommandError) -> String

  /// Writes a whole file: a reader sees the old contents or the new, never a part.
  ///
  /// Throws a sentence when it cannot be written, and an error of kind `refused` when it exists and `replacing` is false;
  /// an old file is then as it was.
  func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError)

  /// The folders, and the files with this ending, whose path begins with what was typed, for completion.
  func candidates(for typed: String, ending: String, what: String) -> [Candidate]
}

extension SessionFiles {
  /// Writes a whole file so that it lasts.
  public func write(_ text: String, to path: String, replacing: Bool) throws(CommandError) {
    try write(text, to: path, replacing: replacing, isLasting: true)
  }

  /// Writes a whole file so that it lasts, or throws `refusal` where there is one already that is not to be replaced.
  func write(
    _ text: String, to path: String, replacing: Bool, else refusal: CommandError
  ) throws(CommandError) {
    do {
      try write(text, to: path, replacing: replacing)
    } catch {
      // The other kinds of errors say all there is to say.
      throw !replacing && error.kind == .refused ? refusal : error
    }
  }
}

/// No files at all.
public struct NoFiles: SessionFiles {
  public init() {}

  public func text(of path: String, limit: Int, what: String) throws(CommandError) -> String {
    throw CommandError(.limit, "files cannot be read here: \(path)")
  }

  public func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError) {
    throw CommandError(.limit, "files cannot be written here: \(path)")
  }

  public func candidates(for typed: String, ending: String, what: String) -> [Candidate] { [] }
}
