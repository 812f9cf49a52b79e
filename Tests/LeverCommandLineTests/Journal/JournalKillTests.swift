import Foundation
import TestSupport
import Testing

/// `kill -9` at any moment of a session: nothing that was accepted is lost.
///
/// `LEVER_KILLS` is the number of sessions that are killed; `LEVER_SEED` repeats a failed run.
struct JournalKillTests {
  /// A line to type, the commands of it that are accepted, and what shows that they were.
  private struct Typed {
    var line: String
    var accepted: [String]
    var result: String?
  }

  private static let kills = ProcessInfo.processInfo.environment["LEVER_KILLS"].flatMap { Int($0) } ?? 15

  @Test func `whatever was shown is restored`() throws {
    var generator = SeededGenerator(seed: 9)
    let repeats = generator.description
    // How much a whole session writes, so that the kills spread over all of it.
    let whole = try LeverTerminal()
    try type(Self.script(&generator), whole, bytes: .max)
    let length = whole.terminal.output.count
    var restored = 0
    for number in 0..<Self.kills {
      let script = Self.script(&generator)
      let lever = try LeverTerminal()
      try type(script, lever, bytes: Int.random(in: 200...length, using: &generator))
      usleep(UInt32.random(in: 0...1_500, using: &generator))
      try lever.kill()
      restored += try check(lever, script, "\(repeats), session \(number)")
    }
    // Otherwise the kills would show nothing.
    #expect(restored > Self.kills, Comment(rawValue: repeats))
  }

  /// Types everything at once and waits until the program has written so much, or all.
  private func type(_ script: [Typed], _ lever: LeverTerminal, bytes: Int) throws {
    lever.terminal.send(script.map { $0.line + "\r" }.joined() + "print 9000 + 999\r")
    try lever.terminal.wait(for: "the session") {
      $0.output.count >= bytes || $0.screen.text.contains("\n9999\n")
    }
  }

  /// Compares the journal and the restored session with what was typed; gives the number of commands in it.
  private func check(_ lever: LeverTerminal, _ script: [Typed], _ place: String) throws -> Int {
    let place = Comment(rawValue: "\(place):\n\(lever.terminal.screen.text)")
    let journal = try lever.journals.first.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? ""
    let accepted = script.flatMap(\.accepted) + ["print 9000 + 999"]
    let count = max(0, journal.filter { $0 == "\n" }.count - 1)
    let kept = Array(accepted.prefix(count))
    #expect(journal == (journal.isEmpty ? "" : LeverTerminal.journal(kept)), place)
    let screen = lever.terminal.screen.text
    let seen = script.lastIndex { $0.result.map { screen.contains("\n" + $0) } ?? false }
    let shown = seen.map { script[...$0].flatMap(\.accepted).count } ?? 0
    #expect(count >= shown, place)

    let again = try LeverTerminal(["--restore"], home: lever.home)
    let questions = "print debt; print wallet(ETH); print wallet(USDC); history"
    try again.run(questions)
    let expected = try LeverProcess.run(
      ["--plain", "--width", "80", "-c", (kept + ["print 12345", questions]).joined(separator: "\n")])
    #expect(
      again.shown(from: "lever> print debt").split(separator: "\n").dropFirst()
        == expected.output.split(separator: "12345\n").last?.split(separator: "\n")[...], place)
    try again.leave()
    #expect(again.journals == [], place)
    return count
  }

  private static func script(_ generator: inout SeededGenerator) -> [Typed] {
    var script = [Typed(line: "dep 5 ETH", accepted: ["deposit 5 ETH"], result: "Deposited 5 ETH")]
    for number in 1...9 {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0:
        let line = "deposit 0.2\(number) ETH"
        script.append(Typed(line: line, accepted: [line], result: "Deposited 0.2\(number) ETH"))
      case 1:
        script.append(
          Typed(line: "bor 30\(number) USDC", accepted: ["borrow 30\(number) USDC"], result: "Borrowed 30\(number).00"))
      case 2:
        let (print, price) = ("print 7000 + \(number)", "price +1%")
        script.append(Typed(line: "\(print); \(price)", accepted: [print, price], result: nil))
      case 3:
        script.append(Typed(line: "borrow 1000000 USDC", accepted: [], result: nil))
      case 4:
        script.append(Typed(line: "undo; redo # again", accepted: ["undo", "redo"], result: nil))
      default:
        let line = "print 8000 + \(number)"
        script.append(Typed(line: line, accepted: [line], result: "800\(number)"))
      }
    }
    return script
  }
}
