extension TextRenderer {
  /// The lines of a block, none wider than the width; a block without text has none.
  func lines(of block: Block) -> [StyledText] {
    switch block {
    case .paragraph(let text): Wrap.lines(of: visible(text), width: width)
    case .heading(let text): Wrap.lines(of: visible(text).emphasized(.heading), width: width)
    case .note(let text): Wrap.lines(of: visible(text).emphasized(.muted), width: width)
    case .values(let values): lines(of: values)
    case .table(let table): lines(of: table)
    case .bullets(let items): items.flatMap { lines(ofBullet: $0) }
    case .formula(let lines): lines.flatMap { Wrap.lines(of: visible($0), width: width, indent: 2, hanging: 4) }
    case .verbatim(let lines): lines.flatMap { Wrap.hardLines(of: visible(StyledText($0)), width: width) }
    }
  }

  private func lines(ofBullet item: StyledText) -> [StyledText] {
    guard !item.isEmpty else { return [] }
    let mark: StyledText = characters == .ascii ? "- " : "• "
    let lines = Wrap.lines(of: visible(item), width: width - 2)
    return lines.enumerated().map { index, line in (index == 0 ? mark : "  ") + line }
  }

  /// Labels, values and remarks in columns.
  ///
  /// The labels get at most half the line. Remarks stand beside the values if 24 cells, or all they need, are left for
  /// them, and below the values otherwise.
  private func lines(of values: [LabelledValue]) -> [StyledText] {
    let gap = 2
    let rows = values.map { value in
      (
        label: visible(StyledText(value.label)), value: visible(value.value),
        remark: visible(value.remark ?? "").emphasized(.muted)
      )
    }
    let labelWidth = min(rows.map(\.label.displayWidth).max() ?? 0, (width - gap) / 2)
    let valueStart = labelWidth == 0 ? 0 : labelWidth + gap
    let valueWidth = min(rows.map(\.value.displayWidth).max() ?? 0, width - valueStart)
    let remarkStart = valueWidth == 0 ? valueStart : valueStart + valueWidth + gap
    let isBeside = width - remarkStart >= min(24, rows.map(\.remark.displayWidth).max() ?? 0)
    return rows.flatMap { row -> [StyledText] in
      let label = Wrap.lines(of: row.label, width: labelWidth)
      var value = Wrap.lines(of: row.value, width: width - valueStart)
      var remark: [StyledText] = []
      if isBeside {
        remark = Wrap.lines(of: row.remark, width: width - remarkStart)
      } else {
        value += Wrap.lines(of: row.remark, width: width - valueStart)
      }
      return (0..<max(label.count, value.count, remark.count)).map { index in
        var line = LineBuilder()
        for (lines, start) in [(label, 0), (value, valueStart), (remark, remarkStart)] where index < lines.count {
          line.place(lines[index], width: lines[index].displayWidth, start: start, room: 0, alignment: .leading)
        }
        return line.text
      }
    }
  }
}
