import FixedPoint
import Lending

extension MarketFileSection {
  /// The ids that an efficiency mode may have.
  static let modeIds = 1...255
  /// The most that a borrow rate may be in a year.
  private static let rateLimit: BasisPoints = 100_000

  /// What the asset of this section is.
  func newAsset() throws(FileMistake) -> Asset {
    let symbol = try subject.newSymbol()
    let text = try value("decimals")
    let decimals = try text.integer(in: 0...18)
    guard let asset = Asset(symbol: symbol, name: try value("name").text, decimals: decimals) else {
      throw text.mistake("\(text.quoted) is no number of decimals")
    }
    return asset
  }

  /// The listed asset of this section.
  func marketAsset(_ asset: Asset, among assets: [Asset]) throws(FileMistake) -> MarketAsset {
    let kinds = MarketAsset.Kind.allCases.map(\.rawValue)
    let supplied = try value("supplied").amount(of: asset, among: assets)
    let borrowed = try value("borrowed").amount(of: asset, among: assets)
    guard borrowed <= supplied else {
      throw try value("borrowed").mistake(
        "borrowed \(try value("borrowed").quoted) is more than supplied \(try value("supplied").quoted)")
    }
    let limits = try limits()
    return MarketAsset(
      asset: asset,
      kind: MarketAsset.Kind(rawValue: try value("kind").word(among: kinds, called: "kind")) ?? .volatile,
      price: try value("price").price(),
      follows: try optional("follows").map { text throws(FileMistake) in try text.listed(among: assets).symbol },
      configuration: ReserveConfiguration(
        maxLTV: limits.maxLTV, liquidationThreshold: limits.threshold, liquidationBonus: limits.bonus,
        liquidationProtocolFee: try value("liquidation-protocol-fee").percentage(),
        reserveFactor: try value("reserve-factor").percentage(),
        borrowingEnabled: try value("borrowing").answer(),
        rateStrategy: try rateStrategy()),
      suppliedByOthers: supplied, borrowedByOthers: borrowed)
  }

  /// The efficiency mode of this section.
  func efficiencyMode(among assets: [Asset]) throws(FileMistake) -> EfficiencyMode {
    let limits = try limits()
    return EfficiencyMode(
      id: try subject.integer(in: Self.modeIds), label: try value("label").text,
      maxLTV: limits.maxLTV, liquidationThreshold: limits.threshold, liquidationBonus: limits.bonus,
      collateral: try value("collateral").listedSet(among: assets),
      borrowable: try value("borrowable").listedSet(among: assets))
  }

  /// The terms of the pool of this section.
  func poolTerms(among assets: [Asset]) throws(FileMistake) -> PoolTerms {
    guard let slash = subject.offset(of: "/") else {
      throw subject.mistake("\(subject.quoted) has to be two assets, such as `[pool ETH/USDC]`")
    }
    let base = try subject.prefix(slash).trimmed.listed(among: assets)
    let quote = try subject.dropFirst(slash + 1).trimmed.listed(among: assets)
    guard base != quote else { throw subject.mistake("a pool needs two different assets") }
    let fee = try value("fee").percentage()
    guard fee < .hundredPercent else { throw try value("fee").mistake("a fee of 100% leaves nothing to trade") }
    return PoolTerms(
      base: base.symbol, quote: quote.symbol,
      baseDepth: try value("depth").amount(of: base, among: assets), fee: fee)
  }

  /// How much may be borrowed, where liquidation starts, and what a liquidator gets (10500 for a bonus of 5 %).
  private func limits() throws(FileMistake) -> (maxLTV: BasisPoints, threshold: BasisPoints, bonus: BasisPoints) {
    let ltvText = try value("max-ltv")
    let thresholdText = try value("liquidation-threshold")
    let (maxLTV, threshold) = (try ltvText.percentage(), try thresholdText.percentage())
    guard maxLTV <= threshold else {
      throw ltvText.mistake(
        "max-ltv \(maxLTV.percentText) is above liquidation-threshold \(threshold.percentText): "
          + "a loan at the limit would be liquidated at once")
    }
    let bonusText = try value("liquidation-bonus")
    let extra = try bonusText.percentage()
    guard let bonus = try? extra.raw + BasisPoints.hundredPercent.raw, let claim = try? threshold.raw * bonus else {
      throw bonusText.mistake("\(bonusText.quoted) is too large")
    }
    // Basis points times basis points: 10^8 is 100 %.
    guard claim < 100_000_000 else {
      throw thresholdText.mistake(
        "liquidation-threshold \(threshold.percentText) with a liquidation-bonus of \(extra.percentText) comes to "
          + "\(claim.decimalText(decimals: 6))%: below 100% is needed, so that collateral can pay for a liquidation")
    }
    return (maxLTV, threshold, BasisPoints(bonus))
  }

  private func rateStrategy() throws(FileMistake) -> TwoSlopeRateStrategy {
    let optimalText = try value("optimal-utilization")
    let optimal = try optimalText.percentage()
    guard (100...9_900).contains(optimal) else {
      throw optimalText.mistake("optimal-utilization \(optimal.percentText) is not between 1% and 99%")
    }
    let base = try value("base-rate").percentage(upTo: Self.rateLimit)
    let slope1 = try value("slope1").percentage(upTo: Self.rateLimit)
    let slope2 = try value("slope2").percentage(upTo: Self.rateLimit)
    guard slope1 <= slope2 else {
      throw try value("slope1").mistake("slope1 \(slope1.percentText) is above slope2 \(slope2.percentText)")
    }
    guard let highest = try? base.raw + slope1.raw + slope2.raw, highest <= Self.rateLimit.raw else {
      throw try value("slope2").mistake("base-rate, slope1 and slope2 together are above \(Self.rateLimit.percentText)")
    }
    return TwoSlopeRateStrategy(optimalUtilization: optimal, baseRate: base, slope1: slope1, slope2: slope2)
  }
}
