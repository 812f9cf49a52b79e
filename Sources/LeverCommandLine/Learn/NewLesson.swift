import Notebook
import Storage

/// `lever new lesson NAME`: writes a lesson to begin with.
struct NewLesson: Equatable {
  let id: String

  /// Throws when the name is no id.
  init(_ name: String) throws(Arguments.UsageError) {
    let id = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let isID =
      !id.isEmpty && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard isID, id.utf8.count <= 60, !id.hasPrefix("-"), !id.hasSuffix("-") else {
      throw Arguments.UsageError(
        message: "a lesson's name has small letters, digits and hyphens, such as `margin-calls`, not `\(name)`")
    }
    self.id = id
  }

  func run() throws -> Int32 {
    let file = id + ".md"
    do throws(FileError) {
      try WholeFile.write(Array(LessonTemplate.text(id: id).utf8), to: file, replacing: false)
    } catch {
      try StandardOutput.error.write("error: \(file) cannot be written: \(error.reason)\n")
      return ExitCode.failure.rawValue
    }
    try StandardOutput.output.write(
      "Wrote \(file). `lever check \(file)` checks it, `lever learn ./\(file)` plays it.\n")
    return ExitCode.success.rawValue
  }
}
