/// What stands between an expected output and a printed one, line by line.
public struct OutputDifference: Equatable, Sendable {
  public enum Line: Equatable, Sendable {
    /// As expected; with the expected line.
    case same(String)
    /// Expected, and not printed.
    case missing(String)
    /// Printed, and not expected.
    case unexpected(String)
    /// Lines as expected that are not shown.
    case gap
  }

  public var lines: [Line]
  /// The index of the first expected line that does not fit; the count of them when lines are only missing behind them.
  public var firstExpected: Int
  /// Where in that line the difference begins, in Unicode scalars from 0.
  public var column: Int

  init(_ expected: ExpectedOutput, _ printed: [String]) {
    let gaps = Alignment.gaps(expected.lines, printed) { $0.text != ExpectedOutput.ellipsis && $0.matches($1) }
    var lines: [Line] = []
    var first: Int?
    for gap in gaps {
      let skipped = expected.lines[gap.left]
      if skipped.contains(where: { $0.text == ExpectedOutput.ellipsis }), skipped.count == 1 {
        // Whatever was printed here may be.
        lines.append(.same(ExpectedOutput.ellipsis))
      } else {
        if first == nil, !gap.left.isEmpty || !gap.right.isEmpty {
          first = skipped.firstIndex { $0.text != ExpectedOutput.ellipsis } ?? gap.left.lowerBound
        }
        lines += skipped.map { .missing($0.text) }
        lines += printed[gap.right].map { .unexpected($0) }
      }
      if gap.left.upperBound < expected.lines.count { lines.append(.same(expected.lines[gap.left.upperBound].text)) }
    }
    self.lines = lines
    firstExpected = first ?? expected.lines.count
    column = Self.column(lines)
  }

  /// Where the first missing line and the first unexpected one behind it part.
  private static func column(_ lines: [Line]) -> Int {
    guard let place = lines.firstIndex(where: { if case .missing = $0 { true } else { false } }),
      case .missing(let expected) = lines[place]
    else { return 0 }
    for line in lines[place...] {
      guard case .unexpected(let printed) = line else { continue }
      return zip(expected.unicodeScalars, printed.unicodeScalars).prefix { $0 == $1 }.count
    }
    return 0
  }
}
