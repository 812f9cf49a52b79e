import Foundation
import Interpreter
import Storage
import TestSupport
import Testing

@testable import LeverCommandLine

/// Journals on the disk: how sessions keep them, and what a later start finds.
struct JournalFolderTests {
  private let temporary = TemporaryFolder()
  private var folder: JournalFolder { JournalFolder(path: temporary.path + "/journals") }
  private static let header = Journal.Header(seed: 1, folder: "/", market: "classroom")

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  private func keeper() -> JournalKeeper {
    let keeper = JournalKeeper(folder: folder, header: Self.header)
    keeper.start()
    return keeper
  }

  private func session(_ keeper: JournalKeeper) throws -> Session {
    let surroundings = Surroundings(acceptsPrefixes: true, observers: [keeper])
    return try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
  }

  /// A journal as a session left it that is gone.
  private func leave(_ text: String, _ name: String, age: Double = 0) throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try temporary.write(text, to: "journals/\(name)")
    let date = Date(timeIntervalSince1970: 1_000_000 - age)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: folder.path + "/" + name)
  }

  private func commands(_ count: Int) -> String {
    Self.header.text + String(repeating: "print 1\n", count: count)
  }

  @Test func `accepted commands are in the file before their results are shown`() throws {
    let keeper = keeper()
    var session = try session(keeper)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    var seen: [String] = []
    session.run("borrow 1 ETH") { _, _ in }
    for line in ["dep 10 ETH; bor 70% # half", "what if price -50%", "borrow 1000000 USDC", "print 1", "quit"] {
      try session.run(line) { _, _ in
        seen.append(try String(contentsOfFile: folder.path + "/" + names[0], encoding: .utf8))
      }
    }
    let first = Self.header.text + "deposit 10 ETH\n"
    let second = first + "borrow 70%\n"
    let third = second + "what if price -50%\n"
    let fourth = third + "print 1\n"
    #expect(seen == [first, second, third, third, fourth, fourth])
    #expect(try names.count == 1)
    keeper.finish()
    #expect(try names == [])
  }

  @Test func `two sessions keep two journals, which no other start takes`() throws {
    let (one, two) = (keeper(), keeper())
    var (first, second) = (try session(one), try session(two))
    first.run("print 1") { _, _ in }
    second.run("print 2") { _, _ in }
    #expect(try names.count == 2)
    #expect(folder.survey() == JournalFolder.Survey())
    var damaged: [JournalFolder.Damaged] = []
    #expect(folder.takeNewest(&damaged) == nil)
    #expect(
      try names.map { try temporary.read("journals/\($0)") }.sorted()
        == ["1", "2"].map { Self.header.text + "print \($0)\n" })
  }

  @Test func `a journal that is removed under a session is written again`() throws {
    let keeper = keeper()
    var session = try session(keeper)
    session.run("print 1") { _, _ in }
    try FileManager.default.removeItem(atPath: folder.path)
    session.run("print 2") { _, _ in }
    #expect(try names.map { try temporary.read("journals/\($0)") } == [Self.header.text + "print 1\nprint 2\n"])
    #expect(keeper.takeWarning() == nil)
  }

  @Test func `what cannot be written is told once and written later`() throws {
    let keeper = keeper()
    var session = try session(keeper)
    try temporary.write("", to: "journals")
    session.run("print 1; print 2") { _, _ in }
    #expect(keeper.takeWarning() == "the journal in \(folder.path) is not saved: not a directory")
    try FileManager.default.removeItem(atPath: folder.path)
    session.run("print 3") { _, _ in }
    #expect(keeper.takeWarning() == nil)
    #expect(
      try names.map { try temporary.read("journals/\($0)") } == [Self.header.text + "print 1\nprint 2\nprint 3\n"])
  }

  @Test func `a journal that would be too long is told and kept as it is`() throws {
    let keeper = keeper()
    let session = try session(keeper)
    let long = String(repeating: "x", count: 20 << 20)
    for command in [long, long, "print 1"] { keeper.ran(command, succeeded: true, in: session) }
    #expect(
      keeper.takeWarning() == "the journal in \(folder.path) is not saved: it would have more than 33554432 bytes")
    let isFirst = try temporary.read("journals/\(try names[0])") == Self.header.text + long + "\n"
    #expect(isFirst)
  }

  @Test func `the newest journal is taken by its time, then by its name`() throws {
    try leave(commands(1), "a.journal", age: 1)
    try leave(commands(2), "b.journal", age: 1)
    try leave(commands(3), "c.journal", age: 2)
    try leave(commands(4), "other", age: 0)
    #expect(folder.survey() == JournalFolder.Survey(count: 3, commandsOfNewest: 2))
    var damaged: [JournalFolder.Damaged] = []
    let newest = try #require(folder.takeNewest(&damaged))
    #expect(newest.file.path == folder.path + "/b.journal")
    #expect(newest.journal.lines.count == 2)
    let next = folder.takeNewest(&damaged)
    #expect(next?.file.path == folder.path + "/a.journal")
    #expect(damaged.isEmpty)
  }

  @Test func `journals without a command are cleared away`() throws {
    try leave("", "a.journal")
    try leave(Self.header.text, "b.journal")
    try leave(Self.header.text + "print", "c.journal")
    #expect(folder.survey() == JournalFolder.Survey())
    #expect(try names == [])
  }

  @Test func `the oldest of too many are removed, and nothing that is no journal`() throws {
    for number in 0..<25 { try leave(commands(1), "\(number).journal", age: Double(number)) }
    try leave("mine\n", "mine.journal", age: 100)
    #expect(folder.survey() == JournalFolder.Survey(count: 20, commandsOfNewest: 1))
    #expect(try names == ((0..<20).map { "\($0).journal" } + ["mine.journal"]).sorted())
  }

  @Test func `what is no journal is left alone`() throws {
    try leave("\u{0}\u{1}binary", "a.journal", age: 1)
    try leave("# lever journal format=9\nundo\n", "b.journal", age: 2)
    try FileManager.default.createDirectory(atPath: folder.path + "/c.journal", withIntermediateDirectories: true)
    try leave("", "large.journal", age: 3)
    try #require(unsafe truncate(folder.path + "/large.journal", 100 << 20) == 0)
    let before = try names
    var damaged: [JournalFolder.Damaged] = []
    #expect(folder.takeNewest(&damaged) == nil)
    let reasons = [
      "c.journal": "it is no ordinary file", "a.journal": "it is no journal of a session",
      "b.journal": "its format is 9, and this version of Lever reads 1",
      "large.journal": "it has 104857600 bytes, and the limit is 33554432",
    ]
    for (name, reason) in reasons {
      #expect(damaged.contains(JournalFolder.Damaged(path: folder.path + "/" + name, reason: reason)), "\(name)")
    }
    #expect(damaged.count == reasons.count)
    #expect(folder.survey().damaged == damaged)
    #expect(try names == before)
  }
}
