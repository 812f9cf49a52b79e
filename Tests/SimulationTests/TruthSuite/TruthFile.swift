import Foundation

/// A file of closed forms: each with inputs and the value that an independent calculation found.
struct TruthFile: Decodable {
  var truths: [Truth]

  /// Reads a file and refuses one that would test nothing.
  init(contentsOf url: URL) throws {
    self = try JSONDecoder().decode(TruthFile.self, from: Data(contentsOf: url))
    guard truths.contains(where: { !$0.cases.isEmpty }) else {
      throw TruthProblem("\(url.lastPathComponent): no cases")
    }
  }
}

/// One closed form with its cases.
struct Truth: Decodable {
  var id: String
  var cases: [TruthCase]
}

/// Numbers by name; the file writes them as text, so that no precision is lost.
struct TruthCase: Decodable {
  var inputs: TruthInputs
  /// `value` and what else is stated beside it.
  var expected: [String: String]

  /// What a case says about how it was checked, and no result.
  private static let remarks: Set<String> = ["inputs", "check", "kurtosis_check", "method", "abs_diff"]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    inputs = try container.decode(TruthInputs.self, forKey: Key(stringValue: "inputs"))
    expected = [:]
    for key in container.allKeys where !Self.remarks.contains(key.stringValue) {
      let text = try? container.decode(String.self, forKey: key)
      expected[key.stringValue] = try text ?? String(container.decode(Int.self, forKey: key))
    }
    guard expected["value"] != nil else { throw TruthProblem("a case has no value") }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// The inputs of a case, read by key; a missing or malformed one is a problem with the file.
struct TruthInputs: Decodable {
  private var values: [String: String]

  init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: String].self)
  }

  /// A number, or a fraction such as `1/10`.
  func real(_ key: String) throws -> Double {
    let parts = (values[key] ?? "").split(separator: "/").map { Double($0) }
    switch (parts.count, parts.first, parts.last) {
    case (1, let value??, _): return value
    case (2, let top??, let bottom??): return top / bottom
    default: throw TruthProblem("input '\(key)' is missing or no number")
    }
  }

  /// A list such as `[(1900, 10), (1700, 20)]`.
  func pairs(_ key: String) throws -> [(Double, Double)] {
    let numbers = (values[key] ?? "").split { !"0123456789.".contains($0) }.compactMap { Double($0) }
    guard !numbers.isEmpty, numbers.count.isMultiple(of: 2) else {
      throw TruthProblem("input '\(key)' is missing or no list of pairs")
    }
    return stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
  }

  func count(_ key: String) throws -> Int {
    guard let count = Int(exactly: try real(key)) else { throw TruthProblem("input '\(key)' is not a whole number") }
    return count
  }
}

/// What is wrong with a file or a case, as opposed to a wrong result.
struct TruthProblem: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
