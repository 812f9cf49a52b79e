import FixedPoint
import Interpreter

/// A quantity of expressions as the screens call and show it: `hf` is "the health factor", rounded down to two decimals.
struct ShownQuantity {
  var name: String
  /// What is said of its value now, and of what it has to do.
  var verbs = (now: "is", wanted: "be")
  private var form = NumberForm.plain
  private var leastPlaces = 2
  private var rounding = Rounding.halfUp
  /// The symbol behind an amount of tokens.
  private var token: String?

  /// Nil for anything but the name of a quantity, with its asset where it has one.
  init?(_ expression: String) {
    guard let match = expression.wholeMatch(of: #/([a-z_]+)(?:\(\s*([\w-]+)\s*\))?/#) else { return nil }
    let asset = match.2.map(String.init)
    switch (String(match.1), asset) {
    case ("hf", nil): (name, rounding) = ("the health factor", .down)
    case ("leverage", nil): (name, form, rounding) = ("the leverage", .multiple, .up)
    case ("buffer", nil): (name, form, leastPlaces, rounding) = ("the buffer", .share, 1, .down)
    case ("ltv", nil): (name, form, leastPlaces, rounding) = ("the loan-to-value", .share, 1, .up)
    case ("liquidation_price", nil): (name, form) = ("the liquidation price", .dollars)
    case ("equity", nil), ("collateral", nil), ("debt", nil), ("exposure", nil):
      (name, form) = ("the \(match.1)", .dollars)
    case ("price", let asset?): (name, form) = ("the price of \(asset)", .dollars)
    case ("market_price", let asset?): (name, form) = ("the market price of \(asset)", .dollars)
    case ("borrow_rate", let asset?): (name, form) = ("the borrow rate of \(asset)", .share)
    case ("supply_rate", let asset?): (name, form) = ("the supply rate of \(asset)", .share)
    case ("utilization", let asset?): (name, form) = ("the utilization of \(asset)", .share)
    case ("wallet", let asset?): (name, verbs, token) = ("the wallet", ("holds", "hold"), asset)
    case ("collateral", let asset?), ("debt", let asset?): (name, token) = ("the \(match.1)", asset)
    default: return nil
    }
  }

  /// A value beside its limit, with so many decimals that it is seen to be on its side of it.
  func texts(of value: Rational, limit: Rational) -> (value: String, limit: String) {
    guard value != limit else { return (text(of: value), text(of: limit)) }
    for places in leastPlaces..<leastPlaces + 8 {
      let texts = (text(of: value, places, rounding), text(of: limit, places, .halfUp))
      let shown = (Self.rounded(value, decimals(places), rounding), Self.rounded(limit, decimals(places), .halfUp))
      if value < limit ? shown.0 < shown.1 : shown.0 > shown.1 { return texts }
    }
    return (text(of: value, leastPlaces + 8, rounding), text(of: limit, leastPlaces + 8, .halfUp))
  }

  func text(of number: Rational) -> String { text(of: number, leastPlaces, .halfUp) }

  /// A share has two more decimals as a number than in per cent.
  private func decimals(_ shown: Int) -> Int { form == .share ? shown + 2 : shown }

  private static func rounded(_ number: Rational, _ places: Int, _ rounding: Rounding) -> Rational {
    Rational(decimal: number.fixedText(places: places, rounding: rounding)) ?? number
  }

  private func text(of number: Rational, _ places: Int, _ rounding: Rounding) -> String {
    guard let token else { return form.text(of: number, places: places, rounding: rounding) }
    return form.text(of: number, upTo: max(6, places)) + " " + token
  }
}
