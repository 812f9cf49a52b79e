extension TextRenderer {
  /// The lines of a block, none wider than the width; a block without text has none.
  func lines(of block: Block) -> [StyledText] {
    switch block {
    case .paragraph(let text): Wrap.lines(of: visible(text), width: width)
    case .heading(let text): Wrap.lines(of: visible(text).emphasized(.heading), width: width)
    case .note(let text): Wrap.lines(of: visible(text).emphasized(.muted), width: width)
    case .values(let values): lines(of: values)
    case .table(let table): lines(of: table)
    case .chart(let chart): lines(of: chart)
    case .directory(let sections): lines(of: sections)
    case .bullets(let items): items.flatMap { lines(ofBullet: $0) }
    case .prose(let prose): lines(of: prose)
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
  /// Where labels leave too little room, values stand below them, indented by two. Remarks stand beside the values if
  /// 24 cells, or all they need, are left for them, and below the values otherwise.
  private func lines(of values: [LabelledValue]) -> [StyledText] {
    let (gap, enough) = (2, 24)
    let rows = values.map { value in
      (
        label: visible(StyledText(value.label)), value: visible(value.value),
        remark: visible(value.remark ?? "").emphasized(.muted)
      )
    }
    // Closures, because key paths into tuples are followed at run time.
    let labelWidth = rows.map { $0.label.displayWidth }.max() ?? 0
    let valueWidth = rows.map { $0.value.displayWidth }.max() ?? 0
    let remarkWidth = rows.map { $0.remark.displayWidth }.max() ?? 0
    let labelEnd = labelWidth == 0 ? 0 : labelWidth + gap
    let isStacked = width - labelEnd < min(enough, max(valueWidth, remarkWidth))
    let valueStart = isStacked ? gap : labelEnd
    let remarkStart = valueStart + (valueWidth == 0 ? 0 : valueWidth + gap)
    let isBeside = width - remarkStart >= min(enough, remarkWidth)
    return rows.flatMap { row -> [StyledText] in
      var label = Wrap.lines(of: row.label, width: isStacked ? width : labelWidth)
      var value = Wrap.lines(of: row.value, width: width - valueStart)
      var remark: [StyledText] = []
      if isBeside {
        remark = Wrap.lines(of: row.remark, width: width - remarkStart)
      } else {
        value += Wrap.lines(of: row.remark, width: width - valueStart)
      }
      let above = isStacked ? label : []
      if isStacked { label = [] }
      return above
        + (0..<max(label.count, value.count, remark.count)).map { index in
          var line = LineBuilder()
          line.place(label, index, start: 0)
          line.place(value, index, start: valueStart)
          line.place(remark, index, start: remarkStart)
          return line.text
        }
    }
  }
}
