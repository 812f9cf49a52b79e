import Notebook
import Reports

/// The lessons with what each takes, teaches, and how far this user is.
struct LessonList {
  let shelf: LessonShelf
  let progress: ProgressFolder?
  let today: String

  var report: Report {
    var report = Report()
    if shelf.entries.isEmpty {
      report.append(.paragraph("There are no lessons here."))
    } else {
      let rows = shelf.entries.map { entry in
        Row(cells: [
          .text(StyledText(entry.id, .command)), .text(StyledText(entry.document.title)),
          .text(StyledText("\(entry.document.minutes) min")), .text(state(of: entry)),
        ])
      }
      let columns = [
        Column(title: "lesson", alignment: .leading), Column(title: "title", alignment: .leading),
        Column(title: "time"), Column(title: "state", alignment: .leading),
      ]
      report.append(.table(Table(columns: columns, rows: rows)))
      report.append(.note("`lever learn \(next)` plays a lesson; `quit` leaves it, and it goes on there next time."))
      if shelf.entries.contains(where: { isDue($0) }) {
        report.append(.note("What is due comes back at the beginning of the next lesson that you begin."))
      }
    }
    for errors in shelf.broken {
      report.append(.paragraph("\("Refused", .danger): \(errors.errors[0].place): \(errors.errors[0].sentence)"))
    }
    return report
  }

  /// The first lesson that is not done, else the first.
  private var next: String {
    (shelf.entries.first { progress?.progress(in: $0.id).finished == nil } ?? shelf.entries[0]).id
  }

  private func state(of entry: LessonShelf.Entry) -> StyledText {
    let progress = progress(in: entry)
    if isDue(entry) { return StyledText("due for review", .caution) }
    if let finished = progress.finished { return StyledText("done \(finished)", .safe) }
    guard progress.isBegun else { return "new" }
    let steps = progress.stepsDone(in: entry.document)
    return "begun, \(steps.done) of \(steps.of) steps"
  }

  private func progress(in entry: LessonShelf.Entry) -> LessonProgress {
    (progress?.progress(in: entry.id) ?? LessonProgress()).kept(for: entry.document)
  }

  /// Whether a question of a lesson that was done on an earlier day is to come back.
  private func isDue(_ entry: LessonShelf.Entry) -> Bool {
    let progress = progress(in: entry)
    return progress.finished.map { $0 < today } ?? false && !progress.dueQuizzes.isEmpty
  }
}
