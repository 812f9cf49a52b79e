public import FixedPoint
public import Lending

/// A lending market as a learner meets it: the listed assets with their rules, the liquidity that others brought, the
/// terms of swaps, and what is in the learner's wallet.
///
/// A market is only a description; `MarketFile` reads one from text and checks it, `Presets` holds the shipped ones.
public struct Market: Equatable, Sendable {
  /// The word by which the market is loaded, such as `classroom`.
  public var name: String
  /// One line for lists.
  public var title: String
  /// The day for which the parameters hold, as `YYYY-MM-DD`; empty where no day applies.
  public var date: String
  /// Where the parameters come from.
  public var source: String
  /// Assumptions and gaps, one sentence each, shown when the market is loaded.
  public var notes: [String]
  /// The lending protocol's rules: one of `knownRules`.
  public var rules: String
  /// The listed assets in the order of the file; symbols differ, also without regard to case.
  public var assets: [MarketAsset]
  /// The efficiency modes in the order of the file; their ids differ.
  public var efficiencyModes: [EfficiencyMode]
  /// The id of the efficiency mode in which the learner starts; nil for none.
  public var startingEfficiencyMode: Int?
  /// What the learner owns at the start, in the order of the file.
  public var wallet: [Holding]
  /// What a learner deposits unless he says otherwise.
  public var collateral: Symbol
  /// What a learner borrows unless he says otherwise.
  public var loan: Symbol
  /// The price of a flash loan, as a share of the amount.
  public var flashLoanFee: BasisPoints
  /// The pools in which swaps are made; without any, swaps are frictionless at the market price.
  public var swapTerms: [PoolTerms]
  /// What a transaction costs its sender, in dollars, 1e8.
  public var gas: UInt256

  public init(
    name: String, title: String, date: String, source: String, notes: [String], rules: String, assets: [MarketAsset],
    efficiencyModes: [EfficiencyMode], startingEfficiencyMode: Int?, wallet: [Holding], collateral: Symbol,
    loan: Symbol, flashLoanFee: BasisPoints, swapTerms: [PoolTerms], gas: UInt256 = .zero
  ) {
    self.name = name
    self.title = title
    self.date = date
    self.source = source
    self.notes = notes
    self.rules = rules
    self.assets = assets
    self.efficiencyModes = efficiencyModes
    self.startingEfficiencyMode = startingEfficiencyMode
    self.wallet = wallet
    self.collateral = collateral
    self.loan = loan
    self.flashLoanFee = flashLoanFee
    self.swapTerms = swapTerms
    self.gas = gas
  }

  /// The rules that a market may name.
  public static let knownRules = ["aave-v3.7"]

  /// The listed asset with this symbol in any case of letters; nil when there is none.
  public func asset(_ symbol: String) -> MarketAsset? {
    let wanted = symbol.lowercased()
    return assets.first { $0.asset.symbol.text.lowercased() == wanted }
  }

  /// The listed asset with this symbol; nil when there is none.
  public func asset(_ symbol: Symbol) -> MarketAsset? {
    place(of: symbol).map { assets[$0] }
  }

  /// Where an asset stands in `assets`; nil when it is not listed.
  public func place(of symbol: Symbol) -> Int? {
    assets.firstIndex { $0.asset.symbol == symbol }
  }

  /// The price of every listed asset in the file.
  public var prices: OraclePrices {
    OraclePrices(assets.map { ($0.asset.symbol, $0.price) }, uniquingKeysWith: { first, _ in first })
  }
}

/// An amount of one asset in a wallet.
public struct Holding: Equatable, Sendable {
  public var symbol: Symbol
  /// Token units.
  public var amount: UInt256

  public init(symbol: Symbol, amount: UInt256) {
    self.symbol = symbol
    self.amount = amount
  }
}
