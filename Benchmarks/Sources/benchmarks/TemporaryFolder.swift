#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of its own for one measurement.
struct TemporaryFolder {
  let path: String

  init() throws {
    var template = [CChar]("/tmp/lever-benchmark-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw BenchmarkError("no temporary folder can be made", code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file; gives its path.
  @discardableResult func write(_ text: String, to name: String) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  static func text(of path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw BenchmarkError("the file \(path) cannot be read")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes the folder away with all that is in it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
