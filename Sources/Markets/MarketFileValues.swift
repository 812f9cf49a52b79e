import FixedPoint
import Lending

extension FileText {
  /// A ratio written in percent, as whole basis points of at most `limit`.
  func percentage(upTo limit: BasisPoints = .hundredPercent) throws(FileMistake) -> BasisPoints {
    let number = try FileNumber(self)
    guard number.isPercentage, !number.isDollars else {
      throw mistake("\(quoted) has to be a percentage", suggestion: "\(number.bareText)%")
    }
    let ratio = BasisPoints(
      try number.units(decimals: 2, place: "percentages have at most two decimals (whole basis points)"))
    guard ratio <= limit else { throw mistake("\(quoted) is above \(limit.percentText)") }
    return ratio
  }

  /// A price in dollars, 1e8; the sign `$` may be left out.
  func price() throws(FileMistake) -> UInt256 {
    let number = try FileNumber(self)
    guard !number.isPercentage else {
      throw mistake("\(quoted) has to be a price in dollars", suggestion: "$\(number.bareText)")
    }
    let price = try number.units(decimals: 8, place: "prices have at most 8 decimals")
    guard !price.isZero else { throw mistake("\(quoted) is not a price: it has to be above 0") }
    guard price <= MarketFile.priceLimit else { throw mistake("\(quoted) is above the limit of $1,000,000,000") }
    return price
  }

  /// What a transaction costs in dollars, 1e8; the sign `$` may be left out.
  func gas() throws(FileMistake) -> UInt256 {
    let number = try FileNumber(self)
    guard !number.isPercentage else {
      throw mistake("\(quoted) has to be dollars for a transaction", suggestion: "$\(number.bareText)")
    }
    let gas = try number.units(decimals: 8, place: "gas has at most 8 decimals")
    guard gas <= Self.gasLimit else { throw mistake("\(quoted) is above the limit of $1,000,000 for a transaction") }
    return gas
  }

  private static let gasLimit: UInt256 = 100_000_000_000_000

  /// A whole number in a range.
  func integer(in range: ClosedRange<Int>) throws(FileMistake) -> Int {
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(text), range.contains(value) else {
      throw mistake("\(quoted) has to be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// `yes` or `no`.
  func answer() throws(FileMistake) -> Bool {
    switch text.lowercased() {
    case "yes": return true
    case "no": return false
    default: throw mistake("\(quoted) has to be `yes` or `no`")
    }
  }

  /// One of the given words; `name` says what they are, for the message.
  func word(among words: [String], called name: String) throws(FileMistake) -> String {
    if let word = words.first(where: { $0 == text.lowercased() }) { return word }
    let known = words.map { "`\($0)`" }.joined(separator: " or ")
    throw mistake("unknown \(name) \(quoted), known is \(known)", suggestion: Spelling.nearest(to: text, among: words))
  }

  /// The name of a market: letters of a to z, digits, `-` and `.`, so that it can be typed and be a file's name.
  func marketName() throws(FileMistake) -> String {
    let isAllowed = text.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || "-.".contains($0) }
    guard isAllowed, text.count <= 64, text.first != "-", text.first != "." else {
      throw mistake("\(quoted) is no market name: use up to 64 of a-z, 0-9, `-` and `.`, with a letter or digit first")
    }
    return text
  }

  /// A new symbol: up to 16 letters and digits of ASCII, a letter first, and no word of the commands.
  func newSymbol() throws(FileMistake) -> Symbol {
    let isAllowed = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isAllowed, text.count <= 16, text.first?.isLetter == true else {
      throw mistake("\(quoted) is no symbol: use up to 16 letters and digits, with a letter first")
    }
    guard !ReservedWords.contains(text) else {
      throw mistake("\(quoted) is a word of the commands, which an asset cannot be named")
    }
    return Symbol(text)
  }

  /// A day of the calendar as `YYYY-MM-DD`.
  func day() throws(FileMistake) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isShaped = parts.map(\.count) == [4, 2, 2] && parts.joined().allSatisfy { $0.isASCII && $0.isNumber }
    guard isShaped, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      CivilDate(year: year, month: month, day: day) != nil
    else { throw mistake("\(quoted) is no day: write it as `2026-03-17`") }
    return text
  }

  /// A listed asset in any case of letters.
  func listed(among assets: [Asset]) throws(FileMistake) -> Asset {
    let wanted = text.lowercased()
    if let asset = assets.first(where: { $0.symbol.text.lowercased() == wanted }) { return asset }
    throw mistake(
      "\(quoted) is not a listed asset", suggestion: Spelling.nearest(to: text, among: assets.map(\.symbol.text)))
  }

  /// Several different listed assets, separated by commas.
  func listedSet(among assets: [Asset]) throws(FileMistake) -> Set<Symbol> {
    var symbols: Set<Symbol> = []
    for item in try items() {
      let symbol = try item.listed(among: assets).symbol
      guard symbols.insert(symbol).inserted else { throw item.mistake("\(item.quoted) is listed twice") }
    }
    return symbols
  }

  /// An amount of a listed asset, such as `1.8k ETH`, in token units.
  func holding(among assets: [Asset]) throws(FileMistake) -> (amount: UInt256, asset: Asset) {
    guard let space = offset(of: " ") else {
      _ = try FileNumber(self)
      throw mistake("\(quoted) has to be an amount and an asset, such as `10 \(assets.first?.symbol.text ?? "ETH")`")
    }
    let number = try FileNumber(prefix(space))
    let asset = try dropFirst(space).trimmed.listed(among: assets)
    guard !number.isDollars, !number.isPercentage else {
      throw mistake("\(number.source.quoted) has to be an amount of \(asset.symbol.text), without `$` and `%`")
    }
    let amount = try number.units(
      decimals: asset.decimals, place: "\(asset.symbol.text) has \(asset.decimals) decimals")
    guard let limit = try? asset.unit * MarketFile.tokenLimit, amount <= limit else {
      throw mistake("\(quoted) is above the limit of 1,000,000,000,000 tokens")
    }
    return (amount, asset)
  }

  /// An amount of this asset and no other, such as `1.8k ETH`, in token units.
  func amount(of asset: Asset, among assets: [Asset]) throws(FileMistake) -> UInt256 {
    let holding = try holding(among: assets)
    guard holding.asset == asset else {
      throw mistake("\(quoted) has to be an amount of \(asset.symbol.text)")
    }
    return holding.amount
  }
}

extension BasisPoints {
  /// The ratio in percent without grouping: `82.5%`.
  var percentText: String { raw.decimalText(decimals: 2) + "%" }
}
