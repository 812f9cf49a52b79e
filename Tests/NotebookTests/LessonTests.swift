import Foundation
import TestSupport
import Testing

@testable import Notebook

/// The shipped lessons: the files of `lessons/`.
///
/// The check itself holds each task to be unsolved before its solution and solved after it, and each choice of a quiz to have
/// feedback; here it is made sure that every lesson has what the check can judge.
struct LessonTests {
  private static let files =
    RecordedFile.markdownFiles(in: RecordedFile.root.appendingPathComponent("lessons"))
    .filter { $0.lastPathComponent != "README.md" }

  private static func document(_ file: URL) throws -> Document {
    try Document(parsing: Array(try Data(contentsOf: file)), file: file.lastPathComponent)
  }

  private static func failures(_ document: Document, among documents: [Document]) throws -> [String] {
    var index = LessonIndex()
    for document in documents { index.add(document) }
    var checker = Checker()
    checker.lessons = index
    return try checker.check(document).failures.map { "\($0.place(in: document.file)): \($0.message)" }
  }

  @Test(arguments: files)
  func `shows what the program prints and keeps the rules of lessons`(file: URL) throws {
    let documents = try Self.files.map(Self.document)
    #expect(try Self.failures(try Self.document(file), among: documents) == [])
  }

  /// What every lesson is made of: a prediction with its confidence, questions, and a task with two hints.
  @Test(arguments: files)
  func `has a prediction, questions and a task`(file: URL) throws {
    let document = try Self.document(file)
    guard case .lesson = document.frontMatter.kind else {
      Issue.record("it is not a lesson")
      return
    }
    #expect(!document.frontMatter.teaches.isEmpty)
    let predictions = document.asks.filter(\.asksConfidence)
    #expect(!predictions.isEmpty)
    #expect(document.quizzes.count >= 3)
    #expect(document.steps.last?.id == "what-to-remember")
    #expect(!document.tasks.isEmpty)
    for task in document.tasks {
      #expect(task.hints.count == 2)
      #expect(task.solutions.count == 1)
    }
  }

  @Test func `has an id of its own`() throws {
    let ids = try Self.files.map { try Self.document($0).frontMatter.kind }
    for (place, id) in ids.enumerated() { #expect(!ids[..<place].contains(id)) }
  }

  /// A check that cannot fail is none: any digit of any output that is changed alone is found, on its line.
  ///
  /// The lesson runs once; what it printed then is compared with every changed output.
  @Test(arguments: files)
  func `every changed digit is noticed on its line`(file: URL) throws {
    let document = try Self.document(file)
    let result = try Checker().check(document)
    var count = 0
    for entry in result.cases {
      let command = document.blocks[entry.block].commands[entry.index]
      let printed = try #require(entry.printed)
      let lines = command.output.map { document.source.text(ofLine: $0) }
      for (place, line) in lines.enumerated() {
        for (digit, character) in line.enumerated() where character.isASCII && character.isNumber {
          var changed = Array(line)
          changed[digit] = character == "7" ? "3" : "7"
          var mutated = lines
          mutated[place] = String(changed)
          let expected = ExpectedOutput(mutated)
          guard expected.fit(printed) == .different else {
            Issue.record(
              "\(file.lastPathComponent):\(command.output.lowerBound + place + 1): `\(mutated[place])` passes")
            continue
          }
          #expect(OutputDifference(expected, printed).firstExpected == place)
          count += 1
        }
      }
    }
    #expect(count > 50, "a lesson without numbers")
  }

  /// The same through the whole check, for a few digits of each file.
  @Test(arguments: files)
  func `a changed digit fails the check`(file: URL) throws {
    let document = try Self.document(file)
    var generator = SeededGenerator(seed: 1)
    let lines = document.blocks.flatMap(\.commands).flatMap(\.output)
    let digits = lines.flatMap { line in
      document.source.contentRange(ofLine: line)
        .filter { (0x30...0x39).contains(document.source.bytes[$0]) }.map { (line: line, offset: $0) }
    }
    for _ in 0..<2 {
      let place = try #require(digits.randomElement(using: &generator))
      var bytes = document.source.bytes
      bytes[place.offset] = bytes[place.offset] == 0x37 ? 0x33 : 0x37
      let result = try Checker().check(try Document(parsing: bytes, file: document.file))
      #expect(result.failures.map(\.line) == [place.line + 1], Comment(rawValue: generator.description))
    }
  }

  /// Each task is open before its solution: without it, the check finds every task unmet.
  @Test(arguments: files)
  func `a task without its solution is not solved`(file: URL) throws {
    let document = try Self.document(file)
    var bytes = document.source.bytes
    let solutions = document.tasks.flatMap(\.solutions).map { document.details[$0] }
    for line in solutions.flatMap(\.blocks).flatMap({ document.blocks[$0].commands }).reversed() {
      // The command becomes one that changes nothing.
      let range = document.source.range(ofLines: line.line..<line.output.upperBound)
      bytes.replaceSubrange(range, with: Array("lever> print 1\n1\n".utf8))
    }
    let result = try Checker().check(try Document(parsing: bytes, file: document.file))
    let unmet = result.failures.filter { $0.kind == .rule && $0.message.contains("is not true after its solution") }
    for task in document.tasks {
      // What guards in words may hold from the beginning.
      let demands = task.conditions.count { $0.missing == nil }
      #expect(unmet.count { $0.message.contains("of the task `\(task.id)`") } >= max(1, demands))
    }
  }
}
