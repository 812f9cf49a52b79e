extension TextRenderer {
  /// Titles at the margin, entries indented by two. Sections stand below each other in as many columns as the line has
  /// room for, down the first, then down the next, and none is divided. Each column is as wide as its own entries.
  func lines(of sections: [DirectorySection]) -> [StyledText] {
    let gap = 2
    for most in stride(from: sections.count, to: 1, by: -1) {
      let stacks = Self.stacks(
        of: sections.map { section in [(section, nil)] + section.entries.map { (section, $0) } }, atMost: most)
      let columns = stacks.map(column)
      let width = columns.reduce(-gap) { $0 + $1.width + gap }
      guard columns.count > 1, width <= self.width else { continue }
      return (0..<(columns.map(\.lines.count).max() ?? 0)).map { row in
        var line = LineBuilder()
        var start = 0
        for column in columns {
          if row < column.lines.count {
            line.place(column.lines[row], width: column.lines[row].displayWidth, start: start)
          }
          start += column.width + gap
        }
        return line.text
      }
    }
    return sections.flatMap { section in
      let values = section.entries.map { LabelledValue(label: "  " + $0.name, value: StyledText($0.meaning)) }
      return Wrap.lines(of: shownTitle(section), width: width) + lines(of: .values(values))
    }
  }

  /// Titles, which have no entry, and entries as lines of equal width.
  private func column(
    _ rows: [(section: DirectorySection, entry: DirectorySection.Entry?)]
  ) -> (lines: [StyledText], width: Int) {
    let (indent, gap) = (2, 2)
    let nameWidth = rows.compactMap(\.entry).map { shown($0).name.displayWidth }.max() ?? 0
    let lines = rows.map { row -> StyledText in
      guard let entry = row.entry else { return shownTitle(row.section) }
      let (name, meaning) = shown(entry)
      var line = LineBuilder()
      line.place(name, width: name.displayWidth, start: indent)
      line.place(meaning, width: meaning.displayWidth, start: indent + nameWidth + gap)
      return line.text
    }
    return (lines, lines.map(\.displayWidth).max() ?? 0)
  }

  /// Blocks of lines in order as at most so many stacks, the highest of which is as low as possible.
  static func stacks<Line>(of blocks: [[Line]], atMost most: Int) -> [[Line]] {
    let (highest, all) = (blocks.map(\.count).max() ?? 0, blocks.map(\.count).reduce(0, +))
    var stacks: [[Line]] = []
    for height in highest...all {
      stacks = []
      for block in blocks {
        if let last = stacks.last, last.count + block.count <= height {
          stacks[stacks.count - 1] += block
        } else {
          stacks.append(block)
        }
      }
      if stacks.count <= most { break }
    }
    return stacks
  }

  private func shownTitle(_ section: DirectorySection) -> StyledText {
    visible(StyledText(section.title)).emphasized(.heading).onOneLine
  }

  private func shown(_ entry: DirectorySection.Entry) -> (name: StyledText, meaning: StyledText) {
    (visible(StyledText(entry.name, .command)).onOneLine, visible(StyledText(entry.meaning)).onOneLine)
  }
}
