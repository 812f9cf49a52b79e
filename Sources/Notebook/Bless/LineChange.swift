/// A line of an old text, a new one, or both.
public enum LineChange: Equatable, Sendable {
  case same(String)
  case removed(String)
  case added(String)

  /// What leads from one text to another, lines that go before lines that come.
  public static func changes(from old: [String], to new: [String]) -> [LineChange] {
    var changes: [LineChange] = []
    for gap in Alignment.gaps(old, new, ==) {
      changes += old[gap.left].map { .removed($0) } + new[gap.right].map { .added($0) }
      if gap.left.upperBound < old.count { changes.append(.same(old[gap.left.upperBound])) }
    }
    return changes
  }
}
