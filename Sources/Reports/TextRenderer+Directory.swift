extension TextRenderer {
  /// Titles at the margin, entries indented by two. Sections stand below each other in as many columns as the line has
  /// room for, down the first, then down the next, and none is divided.
  func lines(of sections: [DirectorySection]) -> [StyledText] {
    let (indent, gap) = (2, 2)
    let entries = sections.flatMap(\.entries).map { shown($0) }
    let nameWidth = entries.map(\.name.displayWidth).max() ?? 0
    let meaningWidth = entries.map(\.meaning.displayWidth).max() ?? 0
    let titleWidth = sections.map { shownTitle($0).displayWidth }.max() ?? 0
    let columnWidth = max(titleWidth, indent + nameWidth + gap + meaningWidth)
    let columns = (width + gap) / (columnWidth + gap)
    guard columns > 1 else {
      return sections.flatMap { section in
        let values = section.entries.map { LabelledValue(label: "  " + $0.name, value: StyledText($0.meaning)) }
        return Wrap.lines(of: shownTitle(section), width: width) + lines(of: .values(values))
      }
    }
    let blocks = sections.map { section in
      [shownTitle(section)]
        + section.entries.map { entry in
          let (name, meaning) = shown(entry)
          var line = LineBuilder()
          line.place(name, width: name.displayWidth, start: indent)
          line.place(meaning, width: meaning.displayWidth, start: indent + nameWidth + gap)
          return line.text
        }
    }
    let stacks = Self.stacks(of: blocks, atMost: columns)
    return (0..<(stacks.map(\.count).max() ?? 0)).map { row in
      var line = LineBuilder()
      for (column, stack) in stacks.enumerated() where row < stack.count {
        line.place(stack[row], width: stack[row].displayWidth, start: column * (columnWidth + gap))
      }
      return line.text
    }
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
