import Interpreter

/// A number as people type it: `1600`, `about $1,600`, `20 %`, `30 percent`, `1 in 3`, `2.94x`, `10 ETH` or a calculation.
struct TypedNumber: Equatable {
  enum Unit: Equatable {
    case none
    case percent
    case dollars
    case multiple
    /// A word that says what was counted.
    case other
    /// `18 of 20`: a share, and so many.
    case part(Double)
  }

  /// A share as a fraction.
  var value: Double
  var unit: Unit

  init(value: Double, unit: Unit) {
    (self.value, self.unit) = (value, unit)
  }

  /// Nil for what is no number; `compute` gives what a calculation comes to.
  init?(_ line: String, compute: (String) -> Double?) {
    let text = Self.withoutHedge(line)
    if let match = text.wholeMatch(of: #/([\d.]+)\s*(?:in|of|out\s*of|\/)\s*([\d.]+)/#.ignoresCase()),
      let part = Double(match.1), let whole = Double(match.2), part <= whole, whole > 0
    {
      (value, unit) = (part / whole, .part(part))
    } else if let match = text.wholeMatch(of: #/([-+\d.,_$\s]*\d[\d.,_]*[kKmM]?)\s*(%|×|[a-zA-Z])([a-zA-Z ]*)/#),
      let number = compute(Self.withoutDollar(String(match.1)))
    {
      let named = Self.unit(String(match.2) + (match.2 == "%" ? "" : String(match.3)))
      unit = text.contains("$") && named == .other ? .dollars : named
      guard !text.contains("$") || unit == .dollars else { return nil }
      value = unit == .percent ? number / 100 : number
    } else {
      guard let number = compute(Self.withoutDollar(text)) else { return nil }
      (value, unit) = (number, text.contains("$") ? .dollars : .none)
    }
  }

  /// What stands for a number with a decimal comma, such as `1.5` for `1,5`; nil where there is none.
  static func withoutDecimalComma(_ line: String) -> String? {
    guard let match = withoutHedge(line).wholeMatch(of: #/([-+$\s]*)(\d+),(\d+)(\s*(?:%|[a-zA-Z]+)?)/#),
      match.3.count != 3
    else { return nil }
    return "\(match.1)\(match.2).\(match.3)\(match.4)"
  }

  private static func withoutHedge(_ line: String) -> String {
    line.replacing(#/^(by\s|about|around|roughly|approximately|~|≈)\s*/#.ignoresCase(), with: "")
      .replacing(#/(\d|%)\.$/#) { $0.output.1 }
  }

  private static func withoutDollar(_ text: String) -> String { text.replacing("$", with: "").trimmed }

  private static func unit(_ word: String) -> Unit {
    switch word.lowercased().filter({ $0 != " " }) {
    case "%", "percent", "pct", "percentage", "percentagepoints": .percent
    case "dollar", "dollars", "usd", "usdc", "usdt", "dai": .dollars
    case "x", "×", "times", "timesasmuch", "timesasmany", "timesasmuchasbefore": .multiple
    default: .other
    }
  }
}
