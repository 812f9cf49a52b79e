import FixedPoint
import TestSupport
import Testing

@testable import Notebook

/// The numbers in the sentences of a lesson: no program prints them, so each has to stand in a command, an output or a check of
/// the same lesson, where a change of the program breaks it.
struct ProseNumberTests {
  /// Figures of published studies, which nothing can compute.
  private static let published: Set<Rational> = [190_000, 81, 36]

  /// What stands in the sentences, each number with its line from 0.
  private static func prose(of document: Document) -> [(number: Rational, line: Int)] {
    document.parts.flatMap { part -> [(number: Rational, line: Int)] in
      switch part.kind {
      case .prose, .choices: part.lines.flatMap { line in numbers(in: sentence(document, line)).map { ($0, line) } }
      default: []
      }
    }
  }

  /// A line without the number of its choice, the years of dates, and what is to be typed.
  private static func sentence(_ document: Document, _ line: Int) -> String {
    document.source.text(ofLine: line).replacing(#/^\d+\. /#, with: "").replacing(#/`[^`]*`/#, with: "")
      .replacing(#/(March|in) 20\d\d/#, with: "")
  }

  private static func numbers(in text: String) -> [Rational] {
    LineToken.tokens(of: text).compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  /// What commands, outputs, answers and conditions have.
  private static func computed(in document: Document) -> [Rational] {
    let sentences = Set(
      document.parts.flatMap { part in
        switch part.kind {
        case .prose, .choices, .heading, .step, .frontMatter, .opening, .closing: Array(part.lines)
        default: [Int]()
        }
      })
    return (0..<document.source.lineCount).filter { !sentences.contains($0) }
      .flatMap { numbers(in: document.source.text(ofLine: $0)) }
  }

  @Test(arguments: LessonFile.all)
  func `every number of a sentence is computed`(file: LessonFile) throws {
    let document = try file.document
    let computed = Set(Self.computed(in: document))
    for (number, line) in Self.prose(of: document) where !computed.union(Self.published).contains(number) {
      let text = document.source.text(ofLine: line).trimmed
      Issue.record("\(file.name):\(line + 1): \(number.fixedText(places: 3)) in `\(text)` is computed nowhere")
    }
  }

  /// Most digits that are changed in a sentence give a number that the lesson does not have.
  @Test(arguments: LessonFile.all)
  func `a changed digit of a sentence is mostly noticed`(file: LessonFile) throws {
    let document = try file.document
    let computed = Set(Self.computed(in: document))
    var (noticed, all) = (0, 0)
    for part in document.parts {
      guard part.kind == .prose || part.isChoices else { continue }
      for line in part.lines {
        let text = Array(Self.sentence(document, line))
        for (place, character) in text.enumerated() where character.isASCII && character.isNumber {
          var changed = text
          changed[place] = character == "7" ? "3" : "7"
          all += 1
          if !Self.numbers(in: String(changed)).allSatisfy(computed.contains) { noticed += 1 }
        }
      }
    }
    #expect(all > 100 && noticed * 100 >= all * 70, "\(noticed) of \(all)")
  }
}

extension Document.Part {
  fileprivate var isChoices: Bool { if case .choices = kind { true } else { false } }
}
