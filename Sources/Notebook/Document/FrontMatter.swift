/// What a file says about itself between two lines `---` at its beginning.
public struct FrontMatter: Equatable, Sendable {
  /// What a file is.
  public enum Kind: Equatable, Sendable {
    case lesson(id: String)
    case transcript(id: String?)
  }

  /// A word with the line on which it stands, from 1.
  public struct Reference: Equatable, Sendable {
    public var text: String
    public var line: Int
    public var column: Int
  }

  /// The format of files that this version reads.
  public static let knownFormat = 1
  /// The widths that a file can ask for.
  public static let widths = 20...1_000

  public var kind = Kind.transcript(id: nil)
  public var title: String?
  /// The ids of the concepts that the lesson teaches.
  public var teaches: [Reference] = []
  /// The ids of the lessons that come before.
  public var requires: [Reference] = []
  /// A file of commands that are run first.
  public var prelude: Reference?
  /// The columns that outputs are laid out for.
  public var width = 80
  /// The seed of everything random.
  public var seed: UInt64 = 1
  /// Whether the file has front matter at all.
  public var isPresent = false

  public init() {}

  enum Key: String, CaseIterable {
    case lesson, transcript, title, format, teaches, requires, prelude, width, seed
  }
}
