import Foundation
import Testing

@testable import Storage

/// Reading and writing whole files, in a folder of their own.
struct WholeFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("lever-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func `what was written is read`() throws {
    for contents in ["", "a\n", String(repeating: "x", count: 100_000)] {
      try WholeFile.write(Array(contents.utf8), to: path("a"), replacing: true)
      #expect(try WholeFile.read(path("a"), limit: 100_000) == Array(contents.utf8))
    }
    #expect(try names == ["a"])
  }

  @Test func `an existing file is replaced only on demand`() throws {
    try WholeFile.write([1], to: path("a"), replacing: false)
    let error = #expect(throws: FileError.self) { try WholeFile.write([2], to: path("a"), replacing: false) }
    #expect(error == FileError(.exists, "it exists"))
    #expect(try WholeFile.read(path("a"), limit: 9) == [1])
    try WholeFile.write([2], to: path("a"), replacing: true)
    #expect(try WholeFile.read(path("a"), limit: 9) == [2])
    #expect(try names == ["a"])
  }

  @Test func `permissions and links stay`() throws {
    try WholeFile.write([1], to: path("a"), replacing: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("a"))
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: "a")
    try WholeFile.write([2], to: path("link"), replacing: true)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == "a")
    #expect(try WholeFile.read(path("a"), limit: 9) == [2])
    #expect(try FileManager.default.attributesOfItem(atPath: path("a"))[.posixPermissions] as? Int == 0o640)
  }

  @Test(arguments: [
    ("missing", FileError(.missing, "there is no such file")), (".", .notAFile), ("/dev/null", .notAFile),
    ("missing/a", FileError(.missing, "there is no such file")),
  ])
  func `what is no file cannot be read`(name: String, expected: FileError) {
    let place = name.hasPrefix("/") ? name : path(name)
    let error = #expect(throws: FileError.self) { try WholeFile.read(place, limit: 9) }
    #expect(error == expected)
  }

  @Test(arguments: [
    ("missing/a", FileError(.missing, "there is no such folder")), (".", .notAFile), ("/dev/null", .notAFile),
  ])
  func `what is no file cannot be written`(name: String, expected: FileError) {
    let place = name.hasPrefix("/") ? name : path(name)
    for replacing in [true, false] {
      let error = #expect(throws: FileError.self) { try WholeFile.write([1], to: place, replacing: replacing) }
      #expect(error == expected)
    }
  }

  @Test func `a file that is too large is not read`() throws {
    try WholeFile.write([1, 2, 3], to: path("a"), replacing: false)
    let error = #expect(throws: FileError.self) { try WholeFile.read(path("a"), limit: 2) }
    #expect(error == FileError(.tooLarge(3), "it has 3 bytes, and the limit is 2"))
  }
}
