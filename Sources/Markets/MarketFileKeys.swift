/// The kinds of sections in a market file, and the keys of each.
enum MarketFileSectionKind: String, CaseIterable {
  /// The lines before the first section.
  case market
  case asset
  case efficiencyMode = "efficiency-mode"
  case pool

  /// The keys that a section of this kind needs, in the order in which they are missed.
  var requiredKeys: [String] {
    switch self {
    case .market: Self.marketKeys
    case .asset: Self.assetKeys
    case .efficiencyMode: Self.efficiencyModeKeys
    case .pool: Self.poolKeys
    }
  }

  /// The keys that a section of this kind may have besides.
  var optionalKeys: [String] {
    switch self {
    case .market: Self.optionalMarketKeys
    case .asset: Self.optionalAssetKeys
    case .efficiencyMode, .pool: []
    }
  }

  private static let marketKeys = ["market", "title", "source", "rules", "collateral", "loan", "flash-loan-fee"]
  private static let optionalMarketKeys = ["date", "note", "wallet", "efficiency-mode", "gas"]
  private static let assetKeys = [
    "name", "decimals", "kind", "price", "max-ltv", "liquidation-threshold", "liquidation-bonus",
    "liquidation-protocol-fee", "reserve-factor", "optimal-utilization", "base-rate", "slope1", "slope2", "borrowing",
    "supplied", "borrowed",
  ]
  private static let optionalAssetKeys = ["follows"]
  private static let efficiencyModeKeys = [
    "label", "max-ltv", "liquidation-threshold", "liquidation-bonus", "collateral", "borrowable",
  ]
  private static let poolKeys = ["depth", "fee"]

  /// The key that may stand more than once.
  static let repeatableKey = "note"

  /// What stands after the kind in the heading of a section.
  var headingExample: String {
    switch self {
    case .market: ""
    case .asset: "[asset ETH]"
    case .efficiencyMode: "[efficiency-mode 1]"
    case .pool: "[pool ETH/USDC]"
    }
  }
}

/// One `key: value` line.
struct MarketFileEntry {
  /// In lower case.
  let key: FileText
  let value: FileText
}

/// A section with its lines: only keys that its kind knows, each once but the repeatable one, each with a value.
struct MarketFileSection {
  let kind: MarketFileSectionKind
  /// What stands after the kind in the heading.
  let subject: FileText
  /// Where the section begins.
  let heading: FileText
  var entries: [MarketFileEntry] = []

  /// How messages name the section.
  var name: String {
    kind == .market ? "the file" : heading.text
  }

  /// The value of a key; nil when the section does not have it.
  func optional(_ key: String) -> FileText? {
    entries.first { $0.key.text == key }?.value
  }

  /// The value of a required key; throws at the heading when the section does not have it.
  func value(_ key: String) throws(FileMistake) -> FileText {
    guard let value = optional(key) else { throw heading.mistake("\(name) lacks `\(key)`") }
    return value
  }
}
