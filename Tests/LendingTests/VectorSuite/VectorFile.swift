import Foundation

/// A file of cases: inputs and expected outputs of protocol arithmetic.
struct VectorFile: Decodable {
  var format: Int
  var group: String
  var cases: [VectorCase]

  /// Reads a file and refuses one that would test nothing.
  init(contentsOf url: URL) throws {
    self = try JSONDecoder().decode(VectorFile.self, from: Data(contentsOf: url))
    guard format == 1 else { throw VectorProblem("\(url.lastPathComponent): format \(format) is not 1") }
    guard !cases.isEmpty else { throw VectorProblem("\(url.lastPathComponent): no cases") }
  }

  /// All `*.json` of a folder by name; a folder without any is a problem.
  static func all(in folder: URL) throws -> [(name: String, file: VectorFile)] {
    let urls = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    guard !urls.isEmpty else { throw VectorProblem("no *.json in \(folder.path)") }
    return try urls.map { ($0.lastPathComponent, try VectorFile(contentsOf: $0)) }
  }
}

struct VectorCase: Decodable {
  var id: String
  var function: String
  var inputs: VectorInputs
  var expected: [String: VectorValue]
  var tolerance: VectorTolerance
}

/// A value in a case: numbers are text, so that no precision is lost.
indirect enum VectorValue: Decodable {
  case text(String)
  case flag(Bool)
  case list([VectorValue])
  case record([String: VectorValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let list = try? container.decode([VectorValue].self) {
      self = .list(list)
    } else {
      self = .record(try container.decode([String: VectorValue].self))
    }
  }
}

extension VectorValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .text(let text): text
    case .flag(let flag): "\(flag)"
    case .list(let list): "\(list)"
    case .record(let record): "\(record)"
    }
  }
}

/// What is wrong with a file or a case, as opposed to a wrong result.
struct VectorProblem: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
