import TestSupport
import Testing

@testable import Reports

/// What holds for the output of every report. A failure prints the `LEVER_SEED` that repeats it.
@Suite struct RendererPropertyTests {
  @Test(arguments: UInt64(1)...500)
  func everyLineIsSafe(seed: UInt64) {
    var random = RandomReport(seed: seed)
    let width = random.width()
    let report = random.report()
    for characters in [TextRenderer.Characters.unicode, .ascii] {
      let text = TextRenderer(width: width, characters: characters).render(report)
      #expect(faults(text, width: width) == [], "\(random.generator) width \(width) \(characters)")
    }
  }

  @Test(arguments: UInt64(1)...500)
  func coloursChangeNothingElse(seed: UInt64) {
    var random = RandomReport(seed: seed)
    let width = random.width()
    let report = random.report()
    let plain = TextRenderer(width: width).render(report)
    let coloured = TextRenderer(width: width, style: .ansi).render(report)
    #expect(withoutColours(coloured) == plain, "\(random.generator) width \(width)")
  }

  @Test(arguments: UInt64(1)...500)
  func wrappingLosesNoWord(seed: UInt64) {
    var random = RandomReport(seed: seed)
    let width = random.width()
    let text = VisibleText.of(random.text(), .unicode)
    let lines = Wrap.lines(of: text, width: width, hanging: 4)
    #expect(withoutBlanks(lines.map(\.plain)) == withoutBlanks([text.plain]), "\(random.generator) width \(width)")
  }

  private func withoutBlanks(_ lines: [String]) -> [Unicode.Scalar] {
    lines.joined().unicodeScalars.filter { $0 != " " && $0 != "\n" }
  }

  /// The sentences that the text contradicts.
  private func faults(_ text: String, width: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    var faults: [String] = []
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(Array.init)
    if text.unicodeScalars.last != "\n" { faults.append("ends with a line break") }
    if lines.first?.isEmpty ?? true || lines.last?.isEmpty ?? true { faults.append("first and last line have text") }
    for line in lines {
      func holds(_ sentence: String, _ condition: Bool) {
        if !condition { faults.append("\(sentence): \(String(String.UnicodeScalarView(line)).debugDescription)") }
      }
      holds("within the width", line.reduce(0) { $0 + $1.displayWidth } <= width)
      holds("no blank at the end", line.last?.properties.isWhitespace != true)
      holds("no tab, control or format character", line.allSatisfy { !isForbidden($0) })
      holds("no prompt at the start", !line.starts(with: "lever>".unicodeScalars))
      holds("no continuation prompt at the start", !line.starts(with: "  ...>".unicodeScalars))
      holds("not an ellipsis", line != Array("...".unicodeScalars))
      holds("no wildcard", !contains(line, "[..]"))
      holds("no fence", !contains(line, "```"))
    }
    return faults
  }

  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  private func contains(_ line: [Unicode.Scalar], _ part: String) -> Bool {
    let part = Array(part.unicodeScalars)
    return line.indices.contains { line[$0...].starts(with: part) }
  }

  /// The text without colour sequences; one that is not closed on its line stays and makes the comparison fail.
  private func withoutColours(_ text: String) -> String {
    let coloured = /\u{1B}\[(?:1|2|3|36|32|33|1;31)m([^\u{1B}\n]+)\u{1B}\[0m/.matchingSemantics(.unicodeScalar)
    return text.replacing(coloured) { $0.output.1 }
  }
}
