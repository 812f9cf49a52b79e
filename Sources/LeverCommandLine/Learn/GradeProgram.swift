import Interpreter
import Notebook
import Reports
import Storage
import Terminal

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `lever grade LESSON LOG...`: plays learners' logs again and says what each reached.
struct GradeProgram {
  /// What is written.
  enum Form: Equatable {
    case table, csv, json
  }

  struct Options: Equatable {
    var lesson = ""
    var logs: [String] = []
    var form = Form.table
  }

  let options: Options
  let renderer: TextRenderer

  /// The longest log in bytes.
  private static let longestLog = 16 << 20

  func run() throws -> Int32 {
    let shelf = LessonShelf()
    let entry = try shelf.entry(named: options.lesson)
    var results: [GradeReport.Result] = []
    var status = ExitCode.success
    for log in options.logs {
      do throws(FileError) {
        results.append(try result(of: log, entry, shelf))
      } catch {
        try StandardOutput.error.write("error: \(log) cannot be read: \(error.reason)\n")
        status = .failure
      }
    }
    for result in results {
      for remark in result.remarks { try StandardOutput.error.write("note: \(remark)\n") }
    }
    guard !results.isEmpty else { return status.rawValue }
    let report = GradeReport(document: entry.document, results: results)
    switch options.form {
    case .table: try StandardOutput.output.write(renderer.render(report.table))
    case .csv: try StandardOutput.output.write(report.csv)
    case .json: try StandardOutput.output.write(try report.json)
    }
    return status.rawValue
  }

  /// What a log comes to; throws also when no line of it is one of a log.
  private func result(
    of log: String, _ entry: LessonShelf.Entry, _ shelf: LessonShelf
  ) throws(FileError) -> GradeReport.Result {
    let text = String(decoding: try WholeFile.read(log, limit: Self.longestLog), as: UTF8.self)
    var entries: [Grade.Entry] = []
    var lines: [Int] = []
    var remarks: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      let read = try? JSONDecoder().decode(InputLog.Entry.self, from: Data(line.utf8))
      if let lesson = read?.lesson, read?.format == InputLog.format {
        entries.append(
          .begin(lesson: lesson, step: read?.at ?? "", item: read?.item ?? 0, earlier: read?.earlier ?? []))
      } else if let typed = read?.line {
        entries.append(.line(typed, step: read?.step))
      } else {
        remarks.append("\(log):\(index + 1): the line is cut off or none of a log, and is passed over")
        continue
      }
      lines.append(index + 1)
    }
    guard !entries.isEmpty else { throw FileError(.other, "no line of it is one of a log") }
    guard
      let grade = try? Grade(
        entries, of: entry.document,
        surroundings: Surroundings(acceptsPrefixes: true, files: entry.files, experiments: ScratchFiles()),
        reviewQuestion: shelf.reviewQuestion)
    else { return GradeReport.Result(log: log, progress: LessonProgress(), remarks: remarks) }
    remarks += grade.remarks.map { "\(log):\(lines[$0.entry]): \($0.reason)" }
    return GradeReport.Result(log: log, progress: grade.progress, remarks: remarks)
  }
}
