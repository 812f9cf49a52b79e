import FixedPoint
import Reports
import Simulation

/// The chances of touching a level and of ending beyond it, for one horizon in words and for several in a table.
struct OddsReport {
  let model: PriceModel
  let passage: FirstPassage
  let buffer: Rational
  /// `below` for a level below the price, `above` for one above it.
  let ending: String
  /// Where the level of a position is, in words.
  var remark: StyledText?
  /// How fast interest moves the level in a year; 0 for a stated buffer.
  var levelGrowth = 0.0

  var report: Report {
    var lines = [LabelledValue(label: "buffer", value: StyledText(Display.buffer(buffer), .strong), remark: remark)]
    lines += model.lines
    if levelGrowth != 0 {
      let verb = levelGrowth > 0 ? "rises" : "falls"
      lines.append(
        LabelledValue(
          label: "interest", value: "\(Display.rate(levelGrowth)) a year",
          remark: StyledText("by which the liquidation price \(verb)", .muted)))
    }
    return Report([.values(lines), .paragraph(sentence), .table(table), PriceModel.limits])
  }

  private var sentence: StyledText {
    let touch = Display.chanceInWords(passage.touchProbability(years: model.years))
    let end = Display.chanceInWords(passage.endProbability(years: model.years))
    return
      "Within \(Display.days(model.days)): \(touch, .strong) that the price touches the liquidation price at some moment, \(end) that it ends \(ending) it."
  }

  private var table: Table {
    let columns = [
      Column(title: "days"), Column(title: "one sigma"), Column(title: "buffer in sigmas"),
      Column(title: "ends \(ending)"), Column(title: "touches"), Column(title: "", alignment: .leading),
    ]
    let rows = model.horizons.map { days in
      let years = days.doubleValue / PriceModel.daysPerYear
      let touch = passage.touchProbability(years: years)
      return Row(
        cells: [
          .text(StyledText(Display.grouped(Display.typed(days)))),
          .text(StyledText(Display.sigma(model.process.sigma(years: years)))),
          .text(StyledText(Display.sigmas(passage.sigmas(years: years)))),
          .text(StyledText(Display.chance(passage.endProbability(years: years)))),
          .text(StyledText(Display.chance(touch))), .bar(fraction: touch, style: .danger),
        ], emphasis: days == model.days ? .strong : nil)
    }
    return Table(columns: columns, rows: rows)
  }
}
