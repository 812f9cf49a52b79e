import Foundation
import TestSupport
import Testing

/// `kill -9` at any moment of a recording: the file is a transcript on which a check finds nothing, and holds whatever was
/// shown.
///
/// `LEVER_KILLS` is the number of sessions that are killed; `LEVER_SEED` repeats a failed run.
struct RecordKillTests {
  private static let kills = ProcessInfo.processInfo.environment["LEVER_KILLS"].flatMap { Int($0) } ?? 15

  /// Lines to type, each with a result that no other one has.
  private static func script(_ generator: inout SeededGenerator) -> [(line: String, result: String)] {
    (1...12).map { number in
      let lines = [
        ("print 7000 + \(number)", "\(7_000 + number)"), ("deposit 0.2\(number) ETH", "Deposited 0.2\(number) ETH"),
        ("nonsense\(number)", "unknown command `nonsense\(number)`"),
        ("print 1; print 8000 + \(number); loop 2 at 50%; undo", "\(8_000 + number)"),
        ("branch b\(number); price +1%; print 6000 + \(number)", "\(6_000 + number)"),
      ]
      return lines[Int.random(in: 0..<lines.count, using: &generator)]
    }
  }

  @Test func `whatever was shown is in the file`() throws {
    var generator = SeededGenerator(seed: 10)
    let repeats = generator.description
    var kept = 0
    for number in 0..<Self.kills {
      let script = Self.script(&generator)
      let home = TemporaryFolder()
      let file = home.path + "/a b.md"
      // From the beginning, or from the middle of a session.
      let isEarly = Bool.random(using: &generator)
      let lever = try LeverTerminal(isEarly ? ["record", file] : [], home: home)
      let start = isEarly ? "" : "deposit 1 ETH; borrow 100 USDC\rrecord \"\(file)\"\r"
      lever.terminal.send(start + script.map { $0.line + "\r" }.joined() + "print 9000 + 999\r")
      let bytes = Int.random(in: 200...6_000, using: &generator)
      try lever.terminal.wait(for: "the session") { $0.output.count >= bytes || $0.screen.text.contains("\n9999\n") }
      usleep(UInt32.random(in: 0...1_500, using: &generator))
      try lever.kill()
      let screen = lever.terminal.screen.text
      let place = Comment(rawValue: "\(repeats), session \(number):\n\(screen)")
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
        #expect(!screen.contains("Recording in"), place)
        continue
      }
      let check = try LeverProcess.run(["check", file])
      let commands = text.split(separator: "\n").filter { $0.hasPrefix("lever> ") }.map { String($0.dropFirst(7)) }
      // Before the first command there is nothing to check yet.
      #expect(check.status == (commands.isEmpty ? 2 : 0), Comment(rawValue: "\(place)\n\(text)\n\(check.output)"))
      for (line, result) in script where screen.contains("\n" + result) || screen.contains("error: " + result) {
        let shown = line.split(separator: ";").prefix { !$0.contains("loop") }.map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(shown.allSatisfy { commands.contains($0) }, Comment(rawValue: "\(place)\n\(text)"))
        kept += 1
      }
    }
    // Otherwise the kills would show nothing.
    #expect(kept > Self.kills, Comment(rawValue: repeats))
  }
}
