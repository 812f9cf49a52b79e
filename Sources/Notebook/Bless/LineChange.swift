/// A line of an old text, a new one, or both.
public enum LineChange: Equatable, Sendable {
  case same(String)
  case removed(String)
  case added(String)

  /// What leads from one text to another, lines that go before lines that come.
  public static func changes(from old: [String], to new: [String]) -> [LineChange] {
    var changes: [LineChange] = []
    var (left, right) = (0, 0)
    for (nextLeft, nextRight) in Alignment.pairs(old, new, ==) + [(old.count, new.count)] {
      changes += old[left..<nextLeft].map { .removed($0) } + new[right..<nextRight].map { .added($0) }
      if nextLeft < old.count { changes.append(.same(old[nextLeft])) }
      (left, right) = (nextLeft + 1, nextRight + 1)
    }
    return changes
  }
}
