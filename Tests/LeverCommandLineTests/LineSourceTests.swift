import Foundation
import Testing

@testable import LeverCommandLine

struct LineSourceTests {
  /// The lines that a source gives, or the message of its failure.
  private func lines(_ data: Data) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("lines-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try data.write(to: file)
    var source = try LineSource(path: file.path)
    var lines: [String] = []
    do {
      while let line = try source.next() { lines.append(line) }
    } catch {
      lines.append("\(source.lineNumber): \(error.message)")
    }
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("\n\n", ["", ""]),
    ("a\r\nb\r\n", ["a\r", "b\r"]),
    ("é\n数", ["é", "数"]),
  ])
  func `takes a text line by line`(text: String, expected: [String]) throws {
    #expect(try lines(Data(text.utf8)) == expected)
  }

  @Test func `lines may end anywhere in what is read at a time`() throws {
    for length in [1, 7, 65_535, 65_536, 65_537, 200_000] {
      let line = String(repeating: "x", count: length)
      let lines = try lines(Data(Array(repeating: line, count: 5).joined(separator: "\n").utf8))
      #expect(lines.count == 5 && lines.allSatisfy { $0 == line }, "\(length)")
    }
  }

  @Test func `megabytes of empty lines are taken one by one`() throws {
    #expect(try lines(Data(repeating: 0x0A, count: 1_000_000)).count == 1_000_000)
  }

  @Test func `a line has a limit and has to be UTF-8`() throws {
    let long = Data("a\n".utf8) + Data(repeating: 0x61, count: LineSource.longestLine + 100_000)
    #expect(try lines(long).last == "1: line 2 is longer than 4 MiB")
    #expect(try lines(Data([0x61, 0x0A, 0xFF, 0x0A])) == ["a", "2: line 2 is not valid UTF-8"])
  }
}
