import Interpreter
import TestSupport
import Testing

@testable import LeverCommandLine

/// Files by paths that are relative to a folder, as a restored session has them.
struct DiskFilesTests {
  private let temporary = TemporaryFolder()

  @Test func `relative paths begin in the folder and absolute ones do not`() throws {
    let files = DiskFiles(folder: temporary.path)
    try files.write("a", to: "a.market", replacing: false)
    try files.write("b", to: temporary.path + "/b.market", replacing: false)
    #expect(try temporary.read("a.market") == "a")
    for path in ["b.market", "./b.market", temporary.path + "/b.market"] {
      #expect(try files.text(of: path, limit: 9, what: "a market file") == "b")
    }
    let typed = ["./", "./b", "c", temporary.path + "/a"]
    #expect(
      typed.map { files.candidates(for: $0, ending: ".market", what: "a market file").map(\.text) } == [
        ["./a.market", "./b.market"], ["./b.market"], [], [temporary.path + "/a.market"],
      ])
    let error = #expect(throws: CommandError.self) {
      try files.text(of: "none.market", limit: 9, what: "a market file")
    }
    #expect(error?.sentence == "none.market cannot be read: there is no such file")
  }
}
