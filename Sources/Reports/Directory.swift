/// A list of short entries under titles, laid out in as many columns as the line has room for.
///
/// It is what `help` prints: every entry is a name and a few words, and all sections share the same columns.
public struct DirectorySection: Equatable, Sendable, Encodable {
  /// The line above the entries.
  public var title: String
  /// The entries, read down the first column, then down the next.
  public var entries: [Entry]

  /// A name and what it is.
  public struct Entry: Equatable, Sendable, Encodable {
    public var name: String
    public var meaning: String

    /// Makes an entry.
    public init(name: String, meaning: String) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// Makes a section.
  public init(title: String, entries: [Entry]) {
    self.title = title
    self.entries = entries
  }
}
