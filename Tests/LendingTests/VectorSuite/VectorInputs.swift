import FixedPoint

/// The inputs of a case, read by key; a missing or malformed one is a problem with the file.
struct VectorInputs: Decodable {
  private var values: [String: VectorValue]

  init(_ values: [String: VectorValue]) {
    self.values = values
  }

  init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([String: VectorValue].self))
  }

  func text(_ key: String) throws -> String {
    guard case .text(let text) = values[key] else { throw VectorProblem("input '\(key)' is missing or not text") }
    return text
  }

  func integer(_ key: String) throws -> UInt256 {
    guard let value = UInt256(try text(key)) else { throw VectorProblem("input '\(key)' is not a 256-bit integer") }
    return value
  }

  func ray(_ key: String) throws -> Ray { Ray(try integer(key)) }
  func wad(_ key: String) throws -> Wad { Wad(try integer(key)) }
  func basisPoints(_ key: String) throws -> BasisPoints { BasisPoints(try integer(key)) }

  /// A count or position; more than fits counts as the most that fits.
  func count(_ key: String) throws -> Int {
    let value = try integer(key)
    return value.high == 0 ? Int(clamping: value.low) : .max
  }

  func real(_ key: String) throws -> Double { try Self.real(try text(key), name: key) }

  func reals(_ key: String) throws -> [Double] {
    guard case .list(let list) = values[key] else { throw VectorProblem("input '\(key)' is not a list") }
    return try list.map { item in
      guard case .text(let text) = item else { throw VectorProblem("input '\(key)' holds something else than text") }
      return try Self.real(text, name: key)
    }
  }

  func records(_ key: String) throws -> [VectorInputs] {
    guard case .list(let list) = values[key] else { throw VectorProblem("input '\(key)' is not a list") }
    return try list.map { item in
      guard case .record(let record) = item else { throw VectorProblem("input '\(key)' holds something else") }
      return VectorInputs(record)
    }
  }

  private static func real(_ text: String, name: String) throws -> Double {
    guard ExactDecimal(text) != nil, let value = Double(text) else {
      throw VectorProblem("input '\(name)' is not a plain decimal")
    }
    return value
  }
}
