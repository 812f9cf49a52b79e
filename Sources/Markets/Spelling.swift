/// Finds the known words that a mistyped one was probably meant to be.
public enum Spelling {
  /// The closest candidates, best first, at most `limit`; none when all are too far from what was typed.
  ///
  /// Case does not count. Near is a candidate that begins with the word, or one that is at most one edit away (two from
  /// five letters on, three from nine on).
  public static func suggestions(
    for word: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let typed = String(String.UnicodeScalarView(word.lowercased().unicodeScalars.prefix(40)))
    let allowed = typed.count <= 4 ? 1 : typed.count <= 8 ? 2 : 3
    let scored = candidates.compactMap { candidate -> (distance: Int, text: String)? in
      let known = candidate.lowercased()
      // A term of several words is also meant by one of them.
      let distance =
        ([known] + known.split(separator: " ").map(String.init))
        .map { Self.distance(typed, $0) }.min() ?? 0
      let isPrefix = typed.count >= 2 && known.hasPrefix(typed)
      guard distance <= allowed || isPrefix else { return nil }
      return (isPrefix ? min(distance, 1) : distance, candidate)
    }
    let sorted = scored.sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }
    let best = sorted.first?.distance ?? 0
    return sorted.prefix { $0.distance <= best + 1 }.prefix(limit).map(\.text)
  }

  /// The closest candidate; nil when all are too far from what was typed.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    suggestions(for: word, among: candidates, limit: 1).first
  }

  /// How many letters have to be inserted, dropped, replaced or swapped with a neighbour (optimal string alignment).
  public static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
