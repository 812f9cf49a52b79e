extension TextRenderer {
  /// Titles at the margin, entries indented by two; one column where two do not fit.
  func lines(of sections: [DirectorySection]) -> [StyledText] {
    let (indent, gap) = (2, 2)
    let entries = sections.flatMap(\.entries).map { shown($0) }
    let nameWidth = entries.map(\.name.displayWidth).max() ?? 0
    let meaningWidth = entries.map(\.meaning.displayWidth).max() ?? 0
    let entryWidth = nameWidth + gap + meaningWidth
    let columns = max(1, (width - indent + gap) / (entryWidth + gap))
    return sections.flatMap { section -> [StyledText] in
      let title = Wrap.lines(of: visible(StyledText(section.title)).emphasized(.heading), width: width)
      guard columns > 1 else {
        let values = section.entries.map { LabelledValue(label: "  " + $0.name, value: StyledText($0.meaning)) }
        return title + lines(of: .values(values))
      }
      let cells = section.entries.map { shown($0) }
      let rows = (cells.count + columns - 1) / columns
      return title
        + (0..<rows).map { row in
          var line = LineBuilder()
          for (column, index) in stride(from: row, to: cells.count, by: rows).enumerated() {
            let start = indent + column * (entryWidth + gap)
            for (text, offset) in [(cells[index].name, 0), (cells[index].meaning, nameWidth + gap)] {
              line.place(text, width: text.displayWidth, start: start + offset)
            }
          }
          return line.text
        }
    }
  }

  private func shown(_ entry: DirectorySection.Entry) -> (name: StyledText, meaning: StyledText) {
    (visible(StyledText(entry.name, .command)).onOneLine, visible(StyledText(entry.meaning)).onOneLine)
  }
}
