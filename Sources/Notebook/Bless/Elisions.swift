/// What is left of `...` and `[..]` when an output has changed.
enum Elisions {
  /// The printed lines, in which those that an expected line with `[..]` fits are that line, and those between two
  /// neighbours of a `...` that still fit are `...`.
  static func kept(of expected: ExpectedOutput, in printed: [String]) -> [String] {
    let lines = expected.lines
    let pairs = Alignment.pairs(lines, printed) { $0.text != ExpectedOutput.ellipsis && $0.matches($1) }
    var result: [String] = []
    var (left, right) = (0, 0)
    for (nextLeft, nextRight) in pairs + [(lines.count, printed.count)] {
      // Between two lines that fit, or the ends of the output, there was nothing but an ellipsis.
      let isElided = nextLeft == left + 1 && lines[left].text == ExpectedOutput.ellipsis
      if isElided {
        result.append(ExpectedOutput.ellipsis)
      } else {
        result += printed[right..<nextRight]
      }
      if nextLeft < lines.count { result.append(lines[nextLeft].text) }
      (left, right) = (nextLeft + 1, nextRight + 1)
    }
    return result
  }
}
