import Foundation
import Testing

@testable import Storage

/// Files that are held, in a folder of their own.
struct HeldFileTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lever-\(UUID().uuidString)")

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func create() throws -> HeldFile { try HeldFile.create { path("held/\($0)") } }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  @Test func `each file that is made has a name of its own and belongs to its owner alone`() throws {
    let (first, second) = (try create(), try create())
    #expect([first.path, second.path] == [path("held/0"), path("held/1")])
    #expect(try mode("held") == 0o700)
    #expect(try mode("held/0") == 0o600)
  }

  @Test func `a file that is held cannot be taken until its holder goes`() throws {
    var file: HeldFile? = try create()
    try file?.append(Array("a\n".utf8))
    #expect(try HeldFile.take(path("held/0")) == nil)
    file = nil
    let taken = try #require(try HeldFile.take(path("held/0")))
    #expect(try HeldFile.take(path("held/0")) == nil)
    try taken.append(Array("b\n".utf8))
    #expect(try taken.read(limit: 9) == Array("a\nb\n".utf8))
    #expect(try taken.read(limit: 3) == Array("a\nb".utf8))
    #expect(try taken.status().size == 4)
    try taken.cut(to: 2)
    try taken.append(Array("c\n".utf8))
    #expect(try taken.read(limit: 9) == Array("a\nc\n".utf8))
  }

  @Test func `a file that was removed or replaced is not current and not removed again`() throws {
    let file = try create()
    #expect(file.isCurrent)
    try WholeFile.write([1], to: path("held/0"), replacing: true)
    #expect(!file.isCurrent)
    try file.remove()
    #expect(try WholeFile.read(path("held/0"), limit: 9) == [1])
    let other = try #require(try HeldFile.take(path("held/0")))
    try other.remove()
    #expect(!other.isCurrent)
    #expect(try HeldFile.take(path("held/0")) == nil)
  }

  @Test func `what cannot be made or taken is an error`() throws {
    let folderError = #expect(throws: FileError.self) { try HeldFile.take(FileManager.default.temporaryDirectory.path) }
    #expect(folderError == .notAFile)
    _ = try create()
    try WholeFile.write([1], to: path("file"), replacing: true)
    let underFile = #expect(throws: FileError.self) { try HeldFile.create { path("file/\($0)") } }
    #expect(underFile?.reason == "not a directory")
  }
}
