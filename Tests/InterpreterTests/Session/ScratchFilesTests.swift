import Testing

@testable import Interpreter

struct ScratchFilesTests {
  /// Files with `disk/old.lever` and `old.lever` below.
  private func files() throws -> ScratchFiles {
    let below = ScratchFiles()
    try below.write("old", to: "old.lever", replacing: false)
    try below.write("disk", to: "disk/old.lever", replacing: false)
    return ScratchFiles(over: below)
  }

  private func text(_ path: String, _ files: ScratchFiles, limit: Int = 100) -> String {
    do { return try files.text(of: path, limit: limit, what: "a file") } catch { return "error: \(error.sentence)" }
  }

  private func write(_ text: String, _ path: String, _ files: ScratchFiles, replacing: Bool = false) -> String {
    do { try files.write(text, to: path, replacing: replacing) } catch { return "error: \(error.sentence)" }
    return "written"
  }

  @Test func `what was written is read before what lies below`() throws {
    let files = try files()
    #expect(text("old.lever", files) == "old")
    #expect(write("new", "old.lever", files) == "error: old.lever cannot be written: it exists")
    #expect(write("new", "old.lever", files, replacing: true) == "written")
    #expect(text("old.lever", files) == "new")
    #expect(write("newer", "old.lever", files) == "error: old.lever cannot be written: it exists")
    #expect(text("none", files) == "error: none cannot be read: there is no such file")
    #expect(text("old.lever", files, limit: 2) == "error: old.lever has 3 bytes, more than the limit of 2 of a file")
  }

  @Test(arguments: ["a/b", "./a/b", "a//b", "a/./b", "a/c/../b", "c/../a/b"])
  func `a file has one name however it is written`(path: String) throws {
    let files = try files()
    #expect(write("text", path, files) == "written")
    #expect(text("a/b", files) == "text")
    #expect(write("", "a", files) == "error: a cannot be written: it is no ordinary file")
  }

  @Test(arguments: ["../a", "/a", "a/../../b", "/", "..", "//etc/passwd"])
  func `no path leads out of the folder`(path: String) throws {
    let files = ScratchFiles(over: Everything())
    let message = "error: \(path) leads out of the folder that can be used here"
    #expect(text(path, files) == message)
    #expect(write("", path, files) == message)
    #expect(path == ".." || files.candidates(for: path, ending: "", what: "a file") == [])
  }

  @Test(arguments: ["", ".", "./", "a/.."])
  func `a folder is not a file`(path: String) throws {
    #expect(text(path, try files()) == "error: \(path) is a folder, not a file")
  }

  @Test func `there is a limit to files and bytes`() throws {
    let files = ScratchFiles()
    let large = String(repeating: "x", count: ScratchFiles.mostBytes)
    #expect(write(large, "a", files) == "written")
    #expect(write("x", "b", files) == "error: b cannot be written: at most 16777216 bytes are kept here")
    #expect(write("", "a", files, replacing: true) == "written")
    for number in 1..<ScratchFiles.mostFiles { #expect(write("", "b\(number)", files) == "written") }
    #expect(write("", "c", files) == "error: c cannot be written: at most 100 files are kept here")
  }

  @Test(arguments: [
    ("", "disk/ mine/ new.lever old.lever"), ("o", "old.lever"), ("./", "./disk/ ./mine/ ./new.lever ./old.lever"),
    ("mine/", "mine/a.lever"), ("mine/../n", "mine/../new.lever"), ("disk/", "disk/old.lever"), ("x", ""),
  ])
  func `offers what was written and what lies below`(typed: String, expected: String) throws {
    let files = try files()
    for path in ["old.lever", "new.lever", "new.market", "mine/a.lever"] {
      #expect(write("", path, files, replacing: true) == "written")
    }
    let offered = files.candidates(for: typed, ending: ".lever", what: "a session").map(\.text)
    #expect(offered.joined(separator: " ") == expected)
  }
}

/// A disk on which every path leads to a file.
private struct Everything: SessionFiles {
  func text(of path: String, limit: Int, what: String) throws(CommandError) -> String { "secret" }
  func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError) {}
  func candidates(for typed: String, ending: String, what: String) -> [Candidate] { [Candidate(typed + "x", what)] }
}
