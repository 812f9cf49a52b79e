import Reports
import Testing

/// Rules of layout that the examples do not show.
@Suite struct LayoutTests {
  private func text(_ blocks: Block..., width: Int = 40, style: TextRenderer.Styling = .none) -> String {
    TextRenderer(width: width, style: style).render(Report(blocks))
  }

  @Test func nothingGivesNothing() {
    #expect(text() == "")
    #expect(text(.paragraph(""), .values([]), .bullets([""]), .table(Table(columns: []))) == "")
    #expect(text(.paragraph("\n\n")) == "")
  }

  @Test func emptyBlocksAndLinesLeaveNoGapAtTheRim() {
    #expect(text(.paragraph("\na\n"), .heading(""), .paragraph("b\n")) == "a\n\nb\n")
  }

  @Test func aTableHasAnEmptyLineAroundIt() {
    let table = Block.table(Table(columns: [Column(title: "n")], rows: [Row(cells: [.text("1")])]))
    #expect(
      text(.paragraph("a"), table, table, .paragraph("b"), .paragraph("c"), .heading("D"), table) == """
        a

        n
        ─
        1

        n
        ─
        1

        b
        c

        D
        n
        ─
        1

        """)
  }

  @Test(arguments: 20...60)
  func aBarStandsBesideItsFigureOrNotAtAll(width: Int) {
    let titles = [("loop", 0), ("exposure", 1), ("", 1), ("leverage", 2), ("buffer", 3), ("", 4)]
    let cells: [Cell] = [
      .text("1"), .text("$34,000.00"), .bar(fraction: 0.6), .text("1.70x"), .text("50.0%"), .bar(fraction: 0.5),
    ]
    let columns = titles.map { Column(title: $0.0, group: $0.1) }
    let lines = text(.table(Table(columns: columns, rows: [Row(cells: cells)])), width: width).split(separator: "\n")
    let bars = lines.filter { $0.contains("█") }
    #expect(bars.allSatisfy { $0.contains("$34,000.00") || $0.contains("50.0%") })
    #expect(bars.isEmpty == (width < 22))
    #expect(lines.allSatisfy { String($0).displayWidth <= width })
  }

  @Test func linesThatATranscriptWouldReadAreMoved() {
    #expect(
      text(
        .paragraph("lever> undo\n...\n  ...> redo"), .verbatim(["lever> undo", "```", "[..]"]), .formula(["...> x"]),
        .table(Table(columns: [Column(title: "lever> a", alignment: .leading)], rows: [Row(cells: [.text("...")])]))
      ) == """
         lever> undo
         ...
         ...> redo
         lever> undo
        `` `
        [.. ]
         ...> x

         lever> a
        ─────────
         ...

        """)
  }

  @Test func aColumnWithoutRoomTurnsRowsIntoRecords() {
    let table = Table(
      columns: [
        Column(title: "term", alignment: .leading), Column(title: "meaning", alignment: .leading),
        Column(title: "share"),
      ],
      rows: [
        Row(cells: [
          .text("health factor"), .text("collateral times liquidation threshold, divided by debt"), .bar(fraction: 0.5),
        ]),
        Row(cells: [.text("LTV"), .text("debt divided by collateral")]),
      ],
      footer: ["two terms"])
    #expect(
      text(.table(table)) == """
        term: health factor
        meaning: collateral times liquidation
          threshold, divided by debt
        share: ████████████

        term: LTV
        meaning: debt divided by collateral

        two terms

        """)
  }

  @Test func surplusCellsAreIgnoredAndMissingOnesBlank() {
    let table = Table(
      columns: [Column(title: "a"), Column(title: "b")],
      rows: [Row(cells: [.text("1")]), Row(cells: [.text("2"), .text("two\nlines"), .text("3")])])
    #expect(
      text(.table(table)) == """
        a          b
        ────────────
        1
        2  two lines

        """)
  }

  @Test func wideLettersLineUp() {
    let table = Table(
      columns: [Column(title: "名前", alignment: .leading), Column(title: "n")],
      rows: [Row(cells: [.text("日本"), .text("1")]), Row(cells: [.text("e\u{301}"), .text("20")])])
    #expect(
      text(.table(table)) == """
        名前   n
        ────────
        日本   1
        e\u{301}     20

        """)
  }

  @Test func emphasisColoursTheRowButNotItsStyledCells() {
    let table = Table(
      columns: [Column(title: "a"), Column(title: "b")],
      rows: [Row(cells: [.text("1"), .text("\("2", .danger)")], emphasis: .strong)])
    #expect(
      text(.table(table), style: .ansi) == """
        \u{1B}[1ma\u{1B}[0m  \u{1B}[1mb\u{1B}[0m
        \u{1B}[2m────\u{1B}[0m
        \u{1B}[1m1\u{1B}[0m  \u{1B}[1;31m2\u{1B}[0m

        """)
  }

  @Test func aWidthBelowTwentyCountsAsTwenty() {
    #expect(TextRenderer(width: 3).width == 20)
  }

  @Test func inlineTextStaysOnOneLine() {
    let text: StyledText = "2.53x\n\("HF 1.31", .caution)\u{1B}"
    #expect(TextRenderer(width: 20, style: .ansi).inline(text) == "2.53x \u{1B}[33mHF 1.31\u{1B}[0m\\u{1b}")
  }
}
