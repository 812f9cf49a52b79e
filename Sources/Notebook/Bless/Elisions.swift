/// What is left of `...` and `[..]` when an output has changed.
enum Elisions {
  /// The printed lines, in which those that an expected line with `[..]` fits are that line, and those between two
  /// neighbours of a `...` that still fit are `...`.
  static func kept(of expected: ExpectedOutput, in printed: [String]) -> [String] {
    let lines = expected.lines
    let gaps = Alignment.gaps(lines, printed) { $0.text != ExpectedOutput.ellipsis && $0.matches($1) }
    var result: [String] = []
    for gap in gaps {
      // Between two lines that fit, or the ends of the output, there was nothing but an ellipsis.
      let isElided = gap.left.count == 1 && lines[gap.left.lowerBound].text == ExpectedOutput.ellipsis
      if isElided {
        result.append(ExpectedOutput.ellipsis)
      } else {
        result += printed[gap.right]
      }
      if gap.left.upperBound < lines.count { result.append(lines[gap.left.upperBound].text) }
    }
    return result
  }
}
