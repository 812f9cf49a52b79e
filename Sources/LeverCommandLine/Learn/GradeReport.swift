import Notebook
import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What learners reached, as a table with a row for each, or with a record for each question and task.
struct GradeReport {
  struct Result {
    var log: String
    var progress: LessonProgress
    var remarks: [String]
  }

  /// One question or task of one learner.
  private struct Record: Encodable {
    var log: String
    var kind: String
    var id: String
    var outcome: String
    var misses: Int?
    var hints: Int?
    var answer: String?
    var confidence: Int?
  }

  let document: Document
  let results: [Result]

  var table: Report {
    let columns =
      [Column(title: "log", alignment: .leading)]
      + ["steps", "tasks solved", "hints", "questions right at once", "predictions hit"].map { Column(title: $0) }
    let rows = results.map { result -> Row in
      let progress = result.progress
      let steps = progress.stepsDone(in: document)
      func cell(_ count: Int, of all: Int) -> Cell { .text(StyledText("\(count) of \(all)")) }
      return Row(cells: [
        .text(StyledText(result.log)), cell(steps.done, of: steps.of),
        cell(document.tasks.count { progress.tasks[$0.id]?.outcome == .solved }, of: document.tasks.count),
        .text(StyledText("\(progress.tasks.values.reduce(0) { $0 + $1.hints })")),
        cell(document.quizzes.count { progress.quizzes[$0.id]?.isRightAtOnce ?? false }, of: document.quizzes.count),
        cell(document.asks.count { progress.asks[$0.id]?.outcome == .right }, of: document.asks.count),
      ])
    }
    return Report([.table(Table(columns: columns, rows: rows))])
  }

  var csv: String {
    let lines = records.map { record -> String in
      let fields = [
        record.log, record.kind, record.id, record.outcome, record.misses.map { "\($0)" } ?? "",
        record.hints.map { "\($0)" } ?? "", record.answer ?? "", record.confidence.map { "\($0)" } ?? "",
      ]
      return fields.map(Self.field).joined(separator: ",")
    }
    return (["log,kind,id,outcome,misses,hints,answer,confidence"] + lines).map { $0 + "\n" }.joined()
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try records.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
    }
  }

  private var records: [Record] {
    results.flatMap { result -> [Record] in
      let progress = result.progress
      let tasks = document.tasks.map { task -> Record in
        let entry = progress.tasks[task.id] ?? .init()
        return Record(
          log: result.log, kind: "task", id: task.id, outcome: entry.outcome.rawValue, hints: entry.hints)
      }
      let quizzes = document.quizzes.map { quiz -> Record in
        let entry = progress.quizzes[quiz.id] ?? .init()
        return Record(
          log: result.log, kind: "quiz", id: quiz.id, outcome: entry.outcome.rawValue, misses: entry.misses)
      }
      let asks = document.asks.map { ask -> Record in
        let entry = progress.asks[ask.id] ?? .init()
        return Record(
          log: result.log, kind: "ask", id: ask.id, outcome: entry.outcome.rawValue, answer: entry.answer,
          confidence: entry.confidence)
      }
      return tasks + quizzes + asks
    }
  }

  /// Quoted where it has to be; a formula of a spreadsheet loses its meaning.
  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
