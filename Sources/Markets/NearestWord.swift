/// The candidate that is most likely meant by a mistyped word, without regard to case; nil when none comes near.
///
/// A candidate comes near within one edit for every three letters of it (at least one). An edit inserts, drops or
/// replaces a letter, or swaps two neighbours. The first of equally near candidates wins.
func nearestWord(to word: String, among candidates: [String]) -> String? {
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(Array(word.lowercased()), Array(candidate.lowercased()))
    guard distance <= max(1, candidate.count / 3), distance < best?.distance ?? .max else { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// The fewest edits that turn one word into the other (optimal string alignment).
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1]
    for column in 0..<second.count {
      let replacement = previous[column] + (first[row] == second[column] ? 0 : 1)
      var cost = min(replacement, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[second.count]
}
