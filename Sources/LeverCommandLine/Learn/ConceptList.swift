import Notebook
import Reports

/// What has to be taught, with the lessons and commands that cover it.
struct ConceptList {
  let shelf: LessonShelf

  var report: Report {
    var report = Report()
    for chapter in Concept.chapters {
      let rows = chapter.concepts.map { concept in
        let lessons = shelf.entries.filter { $0.document.frontMatter.teaches.contains { $0.text == concept.id } }
        return Row(cells: [
          .text(StyledText(concept.id)), .text(StyledText(concept.meaning)),
          .text(
            lessons.isEmpty ? StyledText("none yet", .caution) : StyledText(lessons.map(\.id).joined(separator: ", "))),
          .text(StyledText(concept.commands.joined(separator: ", "), .command)),
        ])
      }
      let columns = ["concept", "in one line", "lessons", "commands"].map { Column(title: $0, alignment: .leading) }
      report.append(.heading(StyledText(chapter.title)), .table(Table(columns: columns, rows: rows)))
    }
    return report
  }
}
