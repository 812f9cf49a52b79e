public import FixedPoint
import Lending
import Markets

/// How much of something was asked for.
public enum AmountArgument: Equatable, Sendable {
  /// Whole tokens, as typed.
  case tokens(Rational)
  /// A share of something that the command defines: 0.7 is 70 %.
  case share(Rational)
  /// As much as the rules allow.
  case maximum
}

extension ArgumentReader {
  /// The words that follow an optional asset, so that `swap max to ETH` is not read as an asset named `to`.
  static let prepositions: Set<String> = ["at", "fee", "floor", "into", "slippage", "to", "with"]

  /// A listed asset; nil at the end of the command and before a preposition.
  mutating func asset() throws(CommandError) -> Symbol? {
    let place = scanner.position
    guard !scanner.isAtEnd else { return nil }
    let word = scanner.word()
    if let word, Self.prepositions.contains(word.lowercased()) {
      scanner.rewind(to: place)
      return nil
    }
    guard let word else {
      try refuseCommaBetweenCommands()
      _ = scanner.chunk()
      throw error(
        "the name of an asset is expected here", try: offeredAssets.map { corrected(lastRange, $0.asset.symbol.text) })
    }
    return try listed(word)
  }

  /// The asset of this name, or an error that names those that are listed.
  func listed(_ word: String) throws(CommandError) -> Symbol {
    if let asset = session.world.market.asset(word) { return asset.asset.symbol }
    throw session.world.unlisted(word, at: scanner.lastRange)
  }

  /// The assets that suggestions name.
  private var offeredAssets: ArraySlice<MarketAsset> {
    let assets = session.world.market.assets
    let fitting = assets.filter { type.concerns($0.asset.symbol, in: session.world) }
    return (fitting.isEmpty ? assets : fitting).prefix(2)
  }

  /// An amount such as `10 ETH`, `70%`, `70% USDC`, `max` or `max USDC`. The asset is nil when none was named, which a
  /// number of tokens does not allow.
  mutating func amount(
    share meaning: String
  ) throws(CommandError) -> (amount: AmountArgument, asset: Symbol?, range: Range<Int>) {
    if scanner.isAtEnd { throw expected("an amount") }
    let start = scanner.position
    if scanner.keyword("max") || scanner.keyword("all") {
      return (.maximum, try asset(), start..<scanner.position)
    }
    if scanner.symbol(["-", "−"]) != nil {
      _ = scanner.chunk()
      throw CommandError(.syntax, "an amount has to be above zero", at: start..<scanner.position)
    }
    guard let literal = try number() else {
      let found = scanner.chunk() ?? ""
      throw error("`\(found)` is not an amount", try: Array(manual.synopsis.prefix(2)))
    }
    let range = scanner.lastRange
    switch literal.unit {
    case .percent:
      return (.share(try share(literal, meaning)), try asset(), start..<scanner.position)
    case .multiple:
      throw error(
        "\(Display.plain(literal.value))x is a multiple, not an amount",
        try: ["loop to \(Display.plain(literal.value))x"])
    case .none:
      guard literal.value > 0 else {
        throw CommandError(.syntax, "an amount has to be above zero", at: range)
      }
      guard !scanner.isAtEnd else {
        throw CommandError(
          .syntax, "\(scanner.text(range)) of what? An amount needs its unit", at: range,
          try: offeredAssets.map { corrected(range, amount(literal, of: $0) + goal(from: $0)) })
      }
      let symbol = try asset()
      let place = start..<scanner.position
      guard let symbol else { return (.tokens(literal.value), nil, place) }
      if literal.isDollars { try refuseDollars(literal, for: symbol, at: place) }
      return (
        .tokens(literal.isComputed ? try wholeUnits(literal.value, of: symbol, at: range) : literal.value), symbol,
        place
      )
    }
  }

  /// The asset that a swap from the given one may go to, as it is typed; nothing for a command that names one asset.
  private func goal(from input: MarketAsset) -> String {
    let takesGoal = manual.synopsis.contains { $0.hasSuffix("ASSET to ASSET") }
    guard takesGoal, let output = offeredAssets.first(where: { $0.asset != input.asset }) else { return "" }
    return " to \(output.asset.symbol)"
  }

  /// `$1,000 ETH` could mean a thousand ether or what a thousand dollars buy: only stablecoins take dollars.
  private func refuseDollars(_ literal: NumberLiteral, for symbol: Symbol, at range: Range<Int>) throws(CommandError) {
    guard let listed = session.world.market.asset(symbol), listed.kind != .stable else { return }
    throw CommandError(
      .syntax, "\(Display.dollars(literal.value)) is a value and \(symbol) is counted in tokens", at: range,
      try: [corrected(range, amount(literal, of: listed))])
  }

  /// The amount of an asset that a number without one probably means, as it can be typed.
  private func amount(_ literal: NumberLiteral, of listed: MarketAsset) -> String {
    let symbol = listed.asset.symbol
    guard literal.isDollars, listed.kind != .stable, let tokens = try? literal.value / session.world.price(of: symbol)
    else { return "\(lastText()) \(symbol)" }
    return "\(tokens.decimalText(places: min(6, listed.asset.decimals), rounding: .down)) \(symbol)"
  }

  /// A calculated number of tokens, rounded down to the token's smallest unit. What is typed in digits is not rounded: there
  /// a decimal too many is a mistake.
  private func wholeUnits(_ tokens: Rational, of symbol: Symbol, at range: Range<Int>) throws(CommandError) -> Rational
  {
    let unit = session.world.asset(symbol).unit
    guard let units = try? tokens.scaled(to: unit, rounding: .down), let rounded = try? Rational(units, over: unit)
    else {
      return tokens
    }
    guard !rounded.isZero else {
      throw CommandError(.refused, "the amount is below the smallest unit of \(symbol)", at: range)
    }
    return rounded
  }
}
