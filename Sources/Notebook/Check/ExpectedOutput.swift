/// The lines that a command is expected to print, in which a line `...` stands for any number of lines.
public struct ExpectedOutput: Sendable {
  let lines: [ExpectedLine]

  static let ellipsis = "..."

  init(_ lines: [String], tolerance: Tolerance? = nil) {
    self.lines = lines.map { ExpectedLine(text: $0, tolerance: tolerance) }
  }

  /// How an expectation and a printed output go together.
  enum Fit: Equatable {
    case equal
    /// Only with the tolerance of the block.
    case near
    case different
  }

  func fit(_ printed: [String]) -> Fit {
    if isEqual(to: printed) { return .equal }
    guard lines.contains(where: { $0.tolerance != nil }) else { return .different }
    return matches(printed) { $0.matches($1) } ? .near : .different
  }

  private func isEqual(to printed: [String]) -> Bool {
    // Nearly always there is nothing but text, and all of it is right.
    if lines.count == printed.count, zip(lines, printed).allSatisfy({ $0.text.hasSameBytes(as: $1) }) {
      return true
    }
    return matches(printed) { $0.equals($1) }
  }

  private func matches(_ printed: [String], _ match: (ExpectedLine, String) -> Bool) -> Bool {
    // The places in `printed` that the expected lines so far can end at.
    var places: Set<Int> = [0]
    for line in lines {
      if line.text == Self.ellipsis {
        guard let first = places.min() else { return false }
        places = Set(first...printed.count)
      } else {
        places = Set(places.filter { $0 < printed.count && match(line, printed[$0]) }.map { $0 + 1 })
      }
    }
    return places.contains(printed.count)
  }
}
