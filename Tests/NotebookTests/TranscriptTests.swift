import Foundation
import Interpreter
import TestSupport
import Testing

@testable import Notebook

/// The shipped pages: `transcripts/`, the README, the guides and what the benchmarks check.
///
/// `lever check --bless` writes their outputs anew.
struct TranscriptTests {
  private static let pages =
    RecordedFile.markdownFiles(in: RecordedFile.root.appendingPathComponent("transcripts"))
    + RecordedFile.markdownFiles(in: RecordedFile.root.appendingPathComponent("docs"))
    + RecordedFile.markdownFiles(in: RecordedFile.root.appendingPathComponent("Benchmarks"))
    + [RecordedFile.root.appendingPathComponent("README.md")]

  private static func document(_ file: URL) throws -> Document {
    try Document(parsing: Array(try Data(contentsOf: file)), file: file.lastPathComponent)
  }

  private static func failures(_ document: Document, beside file: URL) throws -> [String] {
    try Checker(files: PageFiles(beside: file)).check(document).failures.map {
      "\($0.place(in: document.file)): \($0.message)"
    }
  }

  @Test(arguments: pages)
  func `shows what the program prints`(file: URL) throws {
    #expect(try Self.failures(try Self.document(file), beside: file) == [])
  }

  @Test(arguments: pages)
  func `comes back when its outputs are stripped and blessed`(file: URL) throws {
    let document = try Self.document(file)
    var stripped: [UInt8] = []
    var next = 0
    for block in document.blocks {
      for command in block.commands where block.tags.skipReason == nil && !block.tags.isKnownBug {
        let range = document.source.range(ofLines: command.output)
        stripped += document.source.bytes[next..<range.lowerBound]
        next = range.upperBound
      }
    }
    stripped += document.source.bytes[next...]
    let result = try Checker(files: PageFiles(beside: file)).check(try Document(parsing: stripped, file: document.file))
    #expect(result.document.source.applying(result.edits) == document.source.bytes)
  }

  /// A check that cannot fail is none: one changed digit of an output is found, on its line.
  @Test(arguments: pages)
  func `a changed digit is noticed on its line`(file: URL) throws {
    let document = try Self.document(file)
    var generator = SeededGenerator(seed: 1)
    var digits: [(line: Int, offset: Int)] = []
    for block in document.blocks where block.tags.skipReason == nil && !block.tags.isKnownBug {
      for line in block.commands.flatMap(\.output) {
        let range = document.source.contentRange(ofLine: line)
        digits += range.filter { (0x30...0x39).contains(document.source.bytes[$0]) }.map { (line, $0) }
      }
    }
    for _ in 0..<min(2, digits.count) {
      let place = digits[Int.random(in: 0..<digits.count, using: &generator)]
      var bytes = document.source.bytes
      bytes[place.offset] = bytes[place.offset] == 0x37 ? 0x33 : 0x37
      let result = try Checker(files: PageFiles(beside: file)).check(try Document(parsing: bytes, file: document.file))
      #expect(result.failures.map(\.line) == [place.line + 1], Comment(rawValue: generator.description))
    }
  }
}
