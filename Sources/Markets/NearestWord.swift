/// The candidate that is most likely meant by a mistyped word, without regard to case; nil when none comes near.
///
/// A candidate comes near within one edit for every three letters of it (at least one). An edit inserts, drops or
/// replaces a letter, or swaps two neighbours. The first of equally near candidates wins.
func nearestWord(to word: String, among candidates: [String]) -> String? {
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let distance = Spelling.distance(word.lowercased(), candidate.lowercased())
    guard distance <= max(1, candidate.count / 3), distance < best?.distance ?? .max else { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}
