import Reports

/// Reports that several suites render.
enum Example {
  /// The rows of a ladder, as a loop at 70% gives them.
  static let ladder: Table = {
    let columns = [
      Column(title: "loop", group: 1),
      Column(title: "borrowed", group: 1),
      Column(title: "bought", group: 1),
      Column(title: "exposure", group: 1),
      Column(title: "", alignment: .leading, group: 1),
      Column(title: "debt", group: 1),
      Column(title: "leverage", group: 1),
      Column(title: "LTV", group: 2),
      Column(title: "health factor", group: 2),
      Column(title: "liquidation price", group: 2),
      Column(title: "buffer", group: 2),
      Column(title: "", alignment: .leading, group: 2),
    ]
    let rows: [(figures: [String], exposure: Double, buffer: Double, style: Style)] = [
      (["0", "-", "-", "$20,000.00", "-", "1.00x", "0.0%", "-", "-", "100.0%"], 0.3, 1, .safe),
      (
        ["1", "$14,000.00", "7 ETH", "$34,000.00", "$14,000.00", "1.70x", "41.2%", "2.00", "$998.21", "50.0%"],
        0.51, 0.5, .safe
      ),
      (
        ["2", "$9,800.00", "4.9 ETH", "$43,800.00", "$23,800.00", "2.19x", "54.4%", "1.51", "$1,317.32", "34.1%"],
        0.657, 0.341, .safe
      ),
      (
        ["3", "$6,860.00", "3.43 ETH", "$50,660.00", "$30,660.00", "2.54x", "60.6%", "1.36", "$1,467.18", "26.6%"],
        0.7599, 0.266, .caution
      ),
      (
        ["4", "$4,802.00", "2.401 ETH", "$55,462.00", "$35,462.00", "2.78x", "64.0%", "1.28", "$1,550.07", "22.4%"],
        0.83193, 0.224, .caution
      ),
      (
        ["5", "$3,361.40", "1.6807 ETH", "$58,823.40", "$38,823.40", "2.95x", "66.0%", "1.25", "$1,599.99", "20.0%"],
        0.882351, 0.2, .danger
      ),
    ]
    return Table(
      columns: columns,
      rows: rows.map { row in
        var cells = row.figures.map { Cell.text(StyledText($0)) }
        cells[7] = .text(StyledText(row.figures[7], row.style))
        cells.insert(.bar(fraction: row.exposure), at: 4)
        cells.append(.bar(fraction: row.buffer, style: row.style))
        return Row(cells: cells)
      },
      footer: ["limit 1 / (1 − LTV) at 70% per loop: $66,666.67 exposure, 3.33×"])
  }()

  /// One block of every kind.
  static let everyBlock = Report([
    .paragraph("Borrowed 14,000.00 USDC → 7 ETH. Exposure grew to \("$34,000.00", .strong)."),
    .heading("Position"),
    .values([
      LabelledValue(label: "collateral", value: "$34,000.00", remark: "17 ETH at the oracle price"),
      LabelledValue(label: "debt", value: "$14,000.00"),
      LabelledValue(
        label: "health factor", value: "\("2.00", .safe)",
        remark: "collateral × liquidation threshold ÷ debt; liquidation starts below 1"),
    ]),
    .heading("Formula"),
    .formula([
      "health factor = Σ collateral × liquidation threshold ÷ debt",
      "= $34,000.00 × 0.825 ÷ $14,000.00",
      "≥ 2.00",
    ]),
    .bullets(["\("loop 3 at 70%", .command) repeats the step three times", "\("undo", .command) takes it back"]),
    .table(
      Table(
        columns: [Column(title: "asset", alignment: .leading), Column(title: "oracle price")],
        rows: [
          Row(cells: [.text("ETH"), .text("$2,000.00")]),
          Row(cells: [.text("USDC"), .text("$1.00")], emphasis: .muted),
        ])),
    .note("Numbers are rounded towards danger."),
    .verbatim(["deposit 10 ETH", "borrow 70%"]),
  ])
}
