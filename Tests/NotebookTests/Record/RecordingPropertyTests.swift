import Markets
import TestSupport
import Testing

@testable import Interpreter
@testable import Notebook

/// Whatever is typed, the file that is recorded is a transcript on which a check finds nothing; `LEVER_SEED` repeats a
/// failed run.
struct RecordingPropertyTests {
  @Test(arguments: 51...54 as ClosedRange<UInt64>)
  func `what was recorded is as expected`(seed: UInt64) throws {
    let markets = ["classroom", "aave-v3-ethereum", "aave-v3-ethereum-emode"]
    var lines = RandomLine(generator: SeededGenerator(seed: seed))
    lines.symbols = ["ETH", "USDC", "WETH", "wstETH"]
    let repeats = lines.generator.description
    let files = ScratchFiles()
    // What a check finds beside the file is nothing: what the session saves is not there.
    let recorder = TranscriptRecorder(files: files, filesBeside: { _ in ScratchFiles() }, remove: files.remove)
    let surroundings = Surroundings(
      acceptsPrefixes: seed.isMultiple(of: 2), seed: seed, files: ScratchFiles(), recorder: recorder)
    let market = markets[Int(lines.generator.seed % 3)]
    var session = try Session(
      market: try surroundings.market(named: market), surroundings: surroundings, marketName: market)
    var (count, checked) = (0, 0)
    for number in 1...150 {
      // A recording begins in the middle of things, and another when one has come to its end.
      if number.isMultiple(of: 40) || recorder.recordedFile == nil && number > 20 {
        session.run("record stop") { _, _ in }
        session.run(number.isMultiple(of: 80) ? "record \"a b.md\" replace ok-only" : "record a.md replace") { _, _ in }
      }
      session.run(lines.next()) { _, _ in }
      session.isOver = false
      guard let file = recorder.recordedFile, number.isMultiple(of: 7) else { continue }
      guard let text = try? files.text(of: file, limit: .max, what: "") else { continue }
      let place = Comment(rawValue: "\(repeats), line \(number):\n\(text)")
      let result = try Checker(files: ScratchFiles()).check(try Document(parsing: text, file: file))
      #expect(result.failures == [], place)
      count += result.cases.count
      checked += 1
    }
    #expect(checked > 10 && count > 100, Comment(rawValue: repeats))
  }
}
