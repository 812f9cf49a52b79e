import FixedPoint
import Reports

/// Two worlds side by side.
struct Comparison {
  let left: (name: String, world: World)
  let right: (name: String, world: World)

  var report: Report {
    let positions = (left.world.position, right.world.position)
    let columns = [Column(title: "", alignment: .leading), Column(title: left.name), Column(title: right.name)]
    var rows = Self.figures.map { label, text in row(label, text(positions.0), text(positions.1)) }
    rows.append(row("buffer", left.world.bufferText(of: positions.0), right.world.bufferText(of: positions.1)))
    return Report([.table(Table(columns: columns, rows: rows))])
  }

  private func row(_ label: String, _ left: String, _ right: String) -> Row {
    Row(cells: [.text(StyledText(label)), .text(StyledText(left)), .text(StyledText(right))])
  }

  private static let figures: [(String, @Sendable (Position) -> String)] = [
    ("exposure", { Display.dollars($0.exposure) }),
    ("debt", { Display.dollars($0.debt) }),
    ("equity", { Display.dollars($0.equity) }),
    ("leverage", { Display.multiple($0.leverage) }),
    ("LTV", { Display.risingPercent($0.loanToValue) }),
    ("health factor", { Display.healthFactor(of: $0) }),
    ("liquidation price", { $0.debt.isZero ? "–" : $0.liquidation.map(LiquidationText.price) ?? "–" }),
  ]
}
