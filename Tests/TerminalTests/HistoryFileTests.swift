import Foundation
import TestSupport
import Testing

@testable import Terminal

@Suite struct HistoryFileTests {
  private let folder = TemporaryFolder()
  private var file: HistoryFile { HistoryFile(path: folder.path + "/state/lever/history") }

  private func write(_ bytes: some Sequence<UInt8>) throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/state/lever", withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file.path))
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func appendsForTheOwnerAlone() throws {
    #expect(file.load() == .init(entries: [], warning: nil))
    #expect(file.append("borrow 5") == nil)
    #expect(file.append("a\nb\\") == nil)
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "borrow 5\na\\nb\\\\\n")
    #expect(file.load() == .init(entries: ["borrow 5", "a\nb\\"], warning: nil))
    #expect(try mode(file.path) == 0o600)
    #expect(try mode(folder.path + "/state/lever") == 0o700)
  }

  @Test(arguments: ["", " ", "\t", " hidden", String(repeating: "x", count: 65_536)])
  func leavesOut(entry: String) {
    #expect(file.append(entry) == nil)
    #expect(file.load().entries == [])
  }

  @Test func endsALineThatACrashLeft() throws {
    try write("whole\nhal".utf8)
    #expect(file.append("next") == nil)
    #expect(file.load().entries == ["whole", "hal", "next"])
  }

  @Test func othersCannotReadAnOldFile() throws {
    try write("a\n".utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    #expect(file.append("b") == nil)
    #expect(try mode(file.path) == 0o600)
  }

  @Test func skipsWhatIsNoText() throws {
    try write(Array("a\n".utf8) + [0xFF, 0x00, 0x0A] + Array("b\n".utf8))
    #expect(
      file.load()
        == .init(entries: ["a", "b"], warning: "history \(file.path): skipped lines that are no text: 1"))
  }

  @Test func keepsTheNewestOfMany() throws {
    try write((0..<25_000).map { "line \($0)\n" }.joined().utf8)
    let contents = file.load()
    #expect(contents.warning == nil)
    #expect(contents.entries == (20_000..<25_000).map { "line \($0)" })
    let kept = try String(contentsOfFile: file.path, encoding: .utf8).split(separator: "\n")
    #expect(kept.count == HistoryFile.entryLimit)
    #expect(file.load() == contents)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/lever") == ["history"])
    #expect(try mode(file.path) == 0o600)
  }

  @Test func readsOnlyTheEndOfAHugeFile() throws {
    try write("a\n".utf8)
    let handle = try #require(FileHandle(forWritingAtPath: file.path))
    // A hole of a gigabyte takes no room.
    try handle.seek(toOffset: 1 << 30)
    try handle.write(contentsOf: Data("\nnewest\n".utf8))
    try handle.close()
    let contents = file.load()
    #expect(contents.entries == ["newest"])
  }

  @Test(arguments: ["folder", "pipe"])
  func isNotUsedWhenItIsNoFile(kind: String) throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/state/lever", withIntermediateDirectories: true)
    if kind == "folder" {
      try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: false)
    } else {
      #expect(unsafe mkfifo(file.path, 0o600) == 0)
    }
    let reason = "it is no ordinary file"
    #expect(file.load() == .init(entries: [], warning: "history \(file.path) is not used: \(reason)"))
    #expect(file.append("a")?.hasPrefix("history \(file.path) is not saved: ") == true)
  }

  @Test func aFileInPlaceOfAFolderGivesASentence() throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/state"))
    #expect(file.append("a") == "history \(file.path) is not saved: not a directory")
  }

  @Test func aLinkStaysALink() throws {
    let real = folder.path + "/real"
    try Data((0..<25_000).map { "line \($0)\n" }.joined().utf8).write(to: URL(fileURLWithPath: real))
    let link = HistoryFile(path: folder.path + "/link")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: real)
    #expect(link.load().entries.count == HistoryFile.entryLimit)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real)
    #expect(try String(contentsOfFile: real, encoding: .utf8).split(separator: "\n").count == HistoryFile.entryLimit)
  }

  @Test func sessionsThatWriteAtOnceLoseNothing() async throws {
    let file = file
    await withTaskGroup { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<200 { #expect(file.append("writer \(writer) line \(number)") == nil) }
        }
      }
    }
    let entries = file.load().entries
    #expect(entries.count == 800)
    for writer in 0..<4 {
      let own = entries.filter { $0.hasPrefix("writer \(writer) ") }
      #expect(own == (0..<200).map { "writer \(writer) line \($0)" })
    }
  }
}
