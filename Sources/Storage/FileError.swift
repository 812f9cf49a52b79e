#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file operation failed.
public struct FileError: Error, Equatable, Sendable {
  /// What a caller may want to tell apart.
  public enum Kind: Equatable, Sendable {
    /// There is no such file.
    case missing
    /// The file exists, and was not to be replaced.
    case exists
    /// The file has this many bytes, more than the limit.
    case tooLarge(Int)
    /// A folder, a device or a pipe.
    case notAFile
    /// What else the system says.
    case other
  }

  public var kind: Kind
  /// The reason in words, without a final stop.
  public var reason: String

  public init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }

  static let notAFile = FileError(.notAFile, "it is no ordinary file")

  /// The reason for the last failed call.
  static func current() -> FileError {
    switch errno {
    case ENOENT: FileError(.missing, "there is no such file")
    case EEXIST: FileError(.exists, "it exists")
    case EISDIR: .notAFile
    case EACCES, EPERM: FileError(.other, "permission denied")
    case let code: FileError(.other, unsafe lowercased(String(cString: strerror(code))))
    }
  }

  private static func lowercased(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}
