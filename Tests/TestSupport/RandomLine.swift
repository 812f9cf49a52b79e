/// Lines that somebody or something might type: right ones, nearly right ones, and garbage.
public struct RandomLine {
  public var generator: SeededGenerator
  /// The assets of the market, which most commands name.
  public var symbols: [String] = []

  public init(generator: SeededGenerator) {
    self.generator = generator
  }

  public mutating func next() -> String {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<6: command()
    case 6..<8: damaged(command())
    case 8:
      (0..<Int.random(in: 1...4, using: &generator)).map { _ in command() }.joined(
        separator: pick(["; ", ";", "\n", " # "]))
    default: garbage()
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private mutating func asset() -> String {
    let isListed = Int.random(in: 0..<10, using: &generator) > 0 && !symbols.isEmpty
    return isListed ? pick(symbols) : pick(["ETH", "usdc", "WETH", "BTC", "max", "to"])
  }

  private mutating func number() -> String {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      pick([
        "0", "1", "0.000001", "0.0000001", "1e3", "1,800", "1.8k", "2m", ".5", "$1,000", "10000000000", "half", "(1/3)",
      ])
    case 1: "\(Int.random(in: 1...100_000, using: &generator))"
    case 2: "\(Int.random(in: 1...20, using: &generator)).\(Int.random(in: 0...999_999, using: &generator))"
    default: "\(Int.random(in: 1...12, using: &generator))"
    }
  }

  private mutating func percent() -> String { "\(Int.random(in: 1...99, using: &generator))%" }

  private mutating func multiple() -> String {
    "\(Int.random(in: 1...5, using: &generator)).\(Int.random(in: 0...99, using: &generator))x"
  }

  private mutating func amount() -> String {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: percent()
    case 1: percent() + " " + asset()
    case 2: "max"
    case 3: "max " + asset()
    default: number() + " " + asset()
    }
  }

  private mutating func expression() -> String {
    let atoms = [
      "hf", "leverage", "ltv", "buffer", "equity", "collateral", "debt", "price(ETH)", "wallet(USDC)", "half", "70%",
      "2", "1/3", "infinity", "true",
    ]
    let operators = ["+", "-", "*", "/", "^", "<", ">=", "==", "and", "or"]
    var text = pick(atoms)
    for _ in 0..<Int.random(in: 0...3, using: &generator) { text += " \(pick(operators)) \(pick(atoms))" }
    return pick(["\(text)", "(\(text))", "min(\(text), 2)", "sqrt(\(text))", "ln(\(text))", "not \(text)", "-\(text)"])
  }

  private mutating func command() -> String {
    switch Int.random(in: 0..<46, using: &generator) {
    case 0, 1, 2: "deposit \(amount())"
    case 3, 4, 5: "borrow \(amount())"
    case 6: "reinvest"
    case 7: "reinvest \(amount())"
    case 8: "loop \(Int.random(in: 1...6, using: &generator)) at \(percent())"
    case 9: "loop to \(multiple())"
    case 10: "loop \(Int.random(in: 1...3, using: &generator)) with \(asset())"
    case 11:
      pick([
        "ladder", "ladder 3 at \(percent())", "position", "stress", "chart", "chart hf",
        "chart ladder", "history", "market", "pool", "price", "branch",
        "help", "odds", "odds \(percent()) vol \(percent()) days \(number())",
        "odds risk \(percent()) mean -\(percent())",
        "simulate paths 100 days \(number()) vol \(percent())",
      ])
    case 12, 13: "repay \(amount())"
    case 14, 15: "withdraw \(amount())"
    case 16, 17: "swap \(amount()) to \(asset())"
    case 18: pick(["unwind", "unwind to \(multiple())", "unwind floor 1.2"])
    case 19: "flash to \(multiple())"
    case 32:
      pick([
        "wait \(Int.random(in: 1...90, using: &generator)) \(pick(["days", "hours", "seconds"]))",
        "wait \(Int.random(in: 1...90, using: &generator)) days", "wait until day > 30",
        "wait until hf < 1.0\(Int.random(in: 1...9, using: &generator)) or day > 40",
      ])
    case 33:
      pick([
        "rate \(asset()) \(percent())", "rate \(asset()) supply \(percent())", "rate \(asset()) curve", "rate", "carry",
        "rate \(asset())",
      ])
    case 35:
      pick([
        "oracle freeze", "oracle \(asset()) freeze", "oracle lag 5 days", "oracle threshold 2%", "oracle follow",
        "oracle",
        "oracle \(asset()) follow", "oracle pool", "oracle wick -\(percent())", "oracle \(asset()) wick +\(percent())",
      ])
    case 36: pick(["gas $\(number())", "gas 5", "gas off", "gas", "history", "slippage \(percent())", "slippage off"])
    case 37:
      pick([
        "stop -\(percent())", "stop +\(percent())", "stop \(number())", "stop -\(percent()) slippage \(percent())",
        "stop",
        "stop off", "swap \(amount()) to \(asset()) slippage \(percent())", "loop 3 slippage \(percent())",
      ])
    case 38:
      pick([
        "ride crash", "ride crash from 2024-01-\(Int.random(in: 10...31, using: &generator))", "ride next",
        "ride next 3",
        "ride next \(Int.random(in: 1...9, using: &generator)) days", "ride until hf < 1.\(number())", "ride stop",
        "ride",
        "ride show", "replay crash from 2024-02-01 for 3 days", "replay bleed ladder for \(number()) days",
        "replay rally of \(asset()) for 2 days", "replay none.csv", "what if ride next",
      ])
    case 39: crowd()
    case 43, 44, 45: measuring()
    case 40: pick(["shock -\(percent())", "shock \(asset()) -3%", "shock sell \(number()) ETH", "shock -8%"])
    case 41:
      pick([
        "cascade", "cascade -5%", "cascade -20% careful", "cascade -\(percent()) adl breaker 30%",
        "cascade sell \(number()) ETH selling debt", "cascade -4% depth 5x", "cascade ladder",
      ])
    case 34: pick(["utilization \(asset()) \(percent())", "utilization", "utilization \(asset()) 100%", "carry"])
    case 20: "price -\(percent())"
    case 21: "price +\(percent())"
    case 22: "price \(asset()) \(number())"
    case 23:
      pick(["pool \(number()) ETH", "pool \(number()) ETH fee 0.3%", "pool frictionless", "pool 100 WETH with wstETH"])
    case 24: pick(["keepers on", "keepers off", "keepers off", "liquidate", "liquidate \(amount())"])
    case 25:
      pick([
        "market classroom", "market aave-v3-ethereum", "market aave-v3-ethereum-emode", "market mode 1",
        "market mode off",
      ])
    case 26: pick(["undo", "undo 3", "redo", "redo 2", "reset", "branch b", "switch main", "switch b", "compare main"])
    case 27: "what if \(pick(["price -50%", "loop 3", "flash to 2x", "undo", "borrow max", "quit", "save a.lever"]))"
    case 28: "print \(expression())"
    case 29: "check \(expression())"
    case 30: "let \(pick(["half", "x", "hf", "eth"])) = \(expression())"
    case 31:
      pick([
        "save a.lever", "save a.lever replace", "save \"b c\" replace", "open a.lever", "open \"b c\"", "open none",
      ])
    default:
      pick([
        "explain hf", "explain liquidation", "explain \(garbage())", "help borrow", "paste", "what if paste",
        "record a.md", "record a.md ok-only", "record stop", "record", "quit",
        "glossary \(damaged("health factor"))",
      ])
    }
  }

  private mutating func measuring() -> String {
    pick([
      "experiment start", "experiment start rounds 4", "experiment start rounds \(number()) seed 3 vol \(percent())",
      "experiment", "experiment report", "experiment rule at most \(multiple())",
      "experiment rule every 3 exit -\(percent())",
      "experiment replay", "experiment export a.csv", "experiment keep a", "experiment keep a replace",
      "experiment compare a", "experiment open a", "experiment end", "experiment table drift \(percent())",
      "plan after-win \(multiple()) after-loss 1x", "plan after win 2x after loss 2x exit -\(percent())", "plan",
      "round \(multiple())", "round \(multiple())", "round 0x", "round 2x", "round 3x",
      "round \(multiple()) odds \(percent()) interval 1000 3000", "round 2x interval \(number()) \(number())", "settle",
      "coin start", "coin start flips \(number()) seed 2", "coin $5", "coin \(percent()) tails",
      "coin \(percent()) times 7",
      "coin $\(number())", "coin", "coin table", "what if round 5x", "what if experiment keep b",
    ])
  }

  private mutating func crowd() -> String {
    pick([
      "crowd 200", "crowd 300 looped holding \(number()) ETH", "crowd 50 crowded seed 3",
      "crowd 20 leverage \(multiple())",
      "crowd 40 spread 0.5 sizes 0", "crowd add 3 ETH at \(number())", "crowd add 40 ETH at 1900 1500", "crowd",
      "crowd show", "crowd off", "crowd curve a.csv",
    ])
  }

  private mutating func damaged(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !scalars.isEmpty {
      let place = Int.random(in: 0..<scalars.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(scalars[Int.random(in: 0..<scalars.count, using: &generator)], at: place)
      case 2: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &generator))
      default: scalars[place] = scalar()
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private mutating func scalar() -> Unicode.Scalar {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: Unicode.Scalar(UInt8.random(in: 0...127, using: &generator))
    case 1:
      pick([
        "\u{202E}", "\u{200B}", "\u{0301}", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{9B}", "\u{1F600}", "数", "٣", "−",
        "\u{10FFFF}",
      ])
    default: Unicode.Scalar(UInt32.random(in: 1...0xD7FF, using: &generator)) ?? "?"
    }
  }

  private mutating func garbage() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      text += pick(["lever>", "  ...>", "...", "[..]", "```", "\t", " ", ";", "\"", "#", "\u{1B}[31m", "((", "1", "%"])
      text.unicodeScalars.append(scalar())
    }
    return text
  }
}
