import Notebook
import Reports

/// The lessons with what each takes, teaches, and how far this user is.
struct LessonList {
  let shelf: LessonShelf
  let progress: ProgressFolder?
  let today: String

  /// So that the table fits into 80 columns.
  private static let titleWidth = 36

  var report: Report {
    var report = Report()
    if shelf.entries.isEmpty {
      report.append(.paragraph("There are no lessons here."))
    } else {
      let known = shelf.entries.map { ($0, progress(in: $0)) }
      let rows = known.flatMap { entry, progress in
        Row.wrapped([
          (StyledText(entry.id, .command), nil), (StyledText(entry.document.title), Self.titleWidth),
          (StyledText("\(entry.document.minutes) min"), nil), (state(of: entry, progress), nil),
        ])
      }
      let columns = [
        Column(title: "lesson", alignment: .leading), Column(title: "title", alignment: .leading),
        Column(title: "time"), Column(title: "state", alignment: .leading),
      ]
      report.append(.table(Table(columns: columns, rows: rows)))
      report.append(
        .note("`lever learn \(next(of: known))` plays a lesson; `quit` leaves it, and it goes on there next time."))
      if known.contains(where: { isDue($0.1) }) {
        report.append(.note("What is due comes back at the beginning of the next lesson that you begin."))
      }
    }
    for errors in shelf.broken {
      report.append(.paragraph("\("Refused", .danger): \(errors.errors[0].place): \(errors.errors[0].sentence)"))
    }
    return report
  }

  /// The first lesson that is not done, else the first.
  private func next(of known: [(LessonShelf.Entry, LessonProgress)]) -> String {
    (known.first { $0.1.finished == nil } ?? known[0]).0.id
  }

  private func state(of entry: LessonShelf.Entry, _ progress: LessonProgress) -> StyledText {
    if isDue(progress) { return StyledText("due for review", .caution) }
    if let finished = progress.finished { return StyledText("done \(finished)", .safe) }
    guard progress.isBegun else { return "new" }
    let place = progress.place(in: entry.document)
    return "step \(place.step) of \(place.of)"
  }

  private func progress(in entry: LessonShelf.Entry) -> LessonProgress {
    (progress?.progress(in: entry.id) ?? LessonProgress()).kept(for: entry.document)
  }

  /// Whether a question of a lesson that was done on an earlier day is to come back.
  private func isDue(_ progress: LessonProgress) -> Bool {
    progress.finished.map { $0 < today } ?? false && !progress.dueQuizzes(on: today).isEmpty
  }
}
