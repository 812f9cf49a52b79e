/// Chooses which of the offered ticks bear a label.
///
/// Of evenly spaced ticks every second, fourth, fifth and so on is kept, counted from zero, so that round numbers
/// remain; of others each that does not touch the one before it.
struct ChartTicks {
  /// A tick with the cells that its label takes.
  struct Candidate: Equatable {
    var at: Double
    /// The row or column of the plot.
    var cell: Int
    var label: StyledText
    /// Where the label stands.
    var extent: Range<Int>
  }

  /// The most ticks that fit.
  ///
  /// - Parameters:
  ///   - candidates: All ticks within the plot, in ascending order of place.
  ///   - gap: The cells that stay free between two labels.
  static func chosen(_ candidates: [Candidate], gap: Int) -> [Candidate] {
    guard candidates.count > 1 else { return candidates }
    if let step = evenStep(candidates) {
      let counts = candidates.map { count(of: $0.at, step) }
      let isFromZero = counts.allSatisfy { $0 != nil }
      for stride in 1...candidates.count where isRound(stride, step) {
        let kept = candidates.indices.filter { ((isFromZero ? counts[$0] : nil) ?? $0).isMultiple(of: stride) }
        guard kept.count > 1 else { break }
        if fit(kept.map { candidates[$0] }, gap: gap) { return kept.map { candidates[$0] } }
      }
    }
    var kept: [Candidate] = []
    for candidate in candidates where fit(kept.suffix(1) + [candidate], gap: gap) { kept.append(candidate) }
    return kept
  }

  private static func fit(_ candidates: [Candidate], gap: Int) -> Bool {
    zip(candidates, candidates.dropFirst()).allSatisfy { one, next in
      one.cell != next.cell && one.extent.upperBound + gap <= next.extent.lowerBound
    }
  }

  /// The distance of neighbours where it is the same for all.
  private static func evenStep(_ candidates: [Candidate]) -> Double? {
    let steps = zip(candidates, candidates.dropFirst()).map { $1.at - $0.at }
    guard let least = steps.min(), let greatest = steps.max(), least > 0, greatest.isFinite,
      greatest - least <= least * 1e-6
    else { return nil }
    return least
  }

  /// How many steps a place is from zero; nil if it is not a whole number of them.
  private static func count(of place: Double, _ step: Double) -> Int? {
    let count = (place / step).rounded()
    guard count.magnitude < 1e15, (place / step - count).magnitude < 1e-3 else { return nil }
    return Int(count)
  }

  /// Whether so many steps are 1, 2, 2.5 or 5 times a power of ten, or a power of two where the step itself is none.
  private static func isRound(_ stride: Int, _ step: Double) -> Bool {
    let round = [1, 2, 2.5, 5]
    func isRound(_ number: Double) -> Bool {
      var number = number
      while number >= 9.9999 { number /= 10 }
      while number < 0.99999 { number *= 10 }
      return round.contains { (number / $0 - 1).magnitude < 1e-4 }
    }
    return isRound(step) ? isRound(step * Double(stride)) : stride & (stride - 1) == 0
  }
}
