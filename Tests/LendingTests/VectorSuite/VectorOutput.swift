import FixedPoint

/// A value that a function under test returned.
enum VectorOutput {
  case integer(UInt256)
  case real(Double)
  case list([VectorOutput])

  /// Whether the value is what a case expects; numbers within the tolerance, everything else exactly.
  func matches(_ expected: VectorValue, within tolerance: VectorTolerance) -> Bool {
    switch (self, expected) {
    case (.integer(let got), .text(let text)):
      if case .exact = tolerance { return got.description == text }
      return Self.matches(ExactDecimal(got.description), text, within: tolerance)
    case (.real(let got), .text("infinity")): return got == .infinity
    case (.real(let got), .text(let text)): return Self.matches(ExactDecimal(got), text, within: tolerance)
    case (.list(let got), .list(let list)):
      return got.count == list.count && zip(got, list).allSatisfy { $0.matches($1, within: tolerance) }
    default: return false
    }
  }

  private static func matches(_ got: ExactDecimal?, _ text: String, within tolerance: VectorTolerance) -> Bool {
    guard let got, let expected = ExactDecimal(text) else { return false }
    return tolerance.accepts(got, expected: expected)
  }
}

extension VectorOutput: CustomStringConvertible {
  var description: String {
    switch self {
    case .integer(let value): value.description
    case .real(let value): "\(value)"
    case .list(let list): "\(list)"
    }
  }
}
