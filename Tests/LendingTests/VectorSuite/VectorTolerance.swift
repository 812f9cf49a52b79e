/// How far a number may be from its expected value.
enum VectorTolerance: Decodable {
  case exact
  case absolute(ExactDecimal)
  case relative(ExactDecimal)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      guard text == "exact" else { throw VectorProblem("tolerance '\(text)'") }
      self = .exact
      return
    }
    let values = try container.decode([String: String].self)
    guard values.count == 1, let (kind, text) = values.first, let bound = ExactDecimal(text) else {
      throw VectorProblem("tolerance \(values)")
    }
    switch kind {
    case "absolute": self = .absolute(bound)
    case "relative": self = .relative(bound)
    default: throw VectorProblem("tolerance '\(kind)'")
    }
  }

  func accepts(_ got: ExactDecimal, expected: ExactDecimal) -> Bool {
    switch self {
    case .exact: got == expected
    case .absolute(let bound): got.distance(to: expected) <= bound
    case .relative(let bound): got.distance(to: expected) <= bound * expected.absolute
    }
  }
}
