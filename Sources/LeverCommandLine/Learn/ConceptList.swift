import Notebook
import Reports

/// What has to be taught, with the lessons and commands that cover it.
struct ConceptList {
  let shelf: LessonShelf

  var report: Report {
    var report = Report()
    for chapter in Concept.chapters {
      let rows = chapter.concepts.flatMap { concept in
        let lessons = shelf.entries.filter { $0.document.frontMatter.teaches.contains { $0.text == concept.id } }
        let taught = StyledText(lessons.map(\.id).joined(separator: ", "))
        // The widths of the text columns leave the table within 80 columns.
        return Row.wrapped([
          (StyledText(concept.id), nil), (StyledText(concept.meaning), 28),
          (lessons.isEmpty ? StyledText("none yet", .caution) : taught, 15),
          (StyledText(concept.commands.joined(separator: ", "), .command), 10),
        ])
      }
      let columns = ["concept", "in one line", "lessons", "commands"].map { Column(title: $0, alignment: .leading) }
      report.append(.heading(StyledText(chapter.title)), .table(Table(columns: columns, rows: rows)))
    }
    return report
  }
}
