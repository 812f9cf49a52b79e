import FixedPoint
import Lending
import Markets
import Reports

extension PassedTime {
  /// How long it was, what interest it brought, and who was liquidated on the way.
  func report(since first: Rational, in world: World) -> Report {
    let day = Self.dayText(world.day)
    let date = day == "0.00" ? "" : " It is day \(day)."
    var report = Report([.paragraph("\(Self.text(seconds), .strong) passed.\(date)")])
    var lines: [LabelledValue] = []
    for asset in world.market.assets {
      let symbol = asset.asset.symbol
      for (label, amounts, rate) in [
        ("earned", earned, world.supplyRate(of: symbol)), ("paid", paid, world.borrowRate(of: symbol)),
      ] {
        guard let amount = amounts[symbol], !amount.isZero else { continue }
        lines.append(
          LabelledValue(
            label: label, value: StyledText(world.text(amount, symbol)),
            remark:
              "worth \(Display.dollars(world.value(of: amount, symbol))), now at \(Display.percent(rate, places: 2)) a year"
          ))
      }
    }
    if !lines.isEmpty { report.append(.values(lines)) }
    for liquidation in liquidations {
      report.append(.paragraph("On day \(Self.dayText(liquidation.day)):"))
      report.append(liquidation.event.report(in: world))
    }
    return report
  }

  /// `85 days 7 hours 12 minutes`: units that are 0 are left out.
  static func text(_ seconds: UInt64) -> String {
    var rest = seconds
    var parts: [String] = []
    for (unit, size) in [("day", World.secondsPerDay), ("hour", 3_600), ("minute", 60), ("second", 1)] {
      let count = rest / size
      rest %= size
      if count > 0 { parts.append("\(Display.grouped(String(count))) \(unit)\(count == 1 ? "" : "s")") }
    }
    return parts.joined(separator: " ")
  }

  /// A day of the market: with two decimals unless it is a whole one.
  static func dayText(_ day: Rational) -> String {
    Display.grouped(day.denominator == .one ? day.decimalText(places: 0) : day.fixedText(places: 2, rounding: .down))
  }
}
