import FixedPoint
import Lending
public import Markets

extension World {
  /// The learner's position now.
  public var position: Position { position(of: balances) }

  /// What the learner has supplied and owes, in token units, interest included.
  var balances: Balances {
    var balances = Balances()
    for asset in market.assets {
      let symbol = asset.asset.symbol
      let supplied = pool.supplyBalance(of: symbol, account: Self.learner)
      let owed = pool.debtBalance(of: symbol, account: Self.learner)
      if !supplied.isZero { balances.supplied.append(Holding(symbol: symbol, amount: supplied)) }
      if !owed.isZero { balances.owed.append(Holding(symbol: symbol, amount: owed)) }
    }
    return balances
  }

  /// The position that given balances make at today's prices and rules.
  func position(of balances: Balances) -> Position {
    let collaterals = balances.supplied.map { holding in
      let limits = riskLimits(of: holding.symbol)
      return CollateralPosition(
        amount: holding.amount, unit: asset(holding.symbol).unit, price: feeds.oracle[holding.symbol] ?? .zero,
        maxLTV: limits.maxLTV, liquidationThreshold: limits.liquidationThreshold)
    }
    let debts = balances.owed.map { holding in
      DebtPosition(
        amount: holding.amount, unit: asset(holding.symbol).unit, price: feeds.oracle[holding.symbol] ?? .zero)
    }
    guard let data = try? AccountData(collaterals: collaterals, debts: debts) else { return .unmeasurable }
    let collateralItems = zip(balances.supplied, collaterals).map { holding, position in
      Position.Item(symbol: holding.symbol, amount: holding.amount, value: Self.dollars(try? position.value()))
    }
    let debtItems = zip(balances.owed, debts).map { holding, position in
      Position.Item(symbol: holding.symbol, amount: holding.amount, value: Self.dollars(try? position.value()))
    }
    var position = Position(
      collaterals: collateralItems, debts: debtItems,
      collateral: Self.dollars(data.totalCollateralBase), debt: Self.dollars(data.totalDebtBase),
      healthFactor: Self.healthFactor(data.healthFactor),
      maxLTV: data.averageLTV, liquidationThreshold: data.averageLiquidationThreshold,
      availableBorrows: Self.dollars(data.availableBorrowsBase), liquidation: nil, buffer: 1)
    measureDistance(of: &position)
    return position
  }

  /// The maximum LTV, threshold and bonus of a collateral for the learner: those of his efficiency mode where it counts.
  func riskLimits(
    of symbol: Symbol
  ) -> (maxLTV: BasisPoints, liquidationThreshold: BasisPoints, liquidationBonus: BasisPoints) {
    guard let reserve = try? pool.reserve(symbol) else { return (.zero, .zero, .zero) }
    return pool.riskLimits(of: reserve, in: pool.accounts[Self.learner]?.efficiencyMode)
  }

  private static func dollars(_ base: UInt256?) -> Rational {
    guard let base else { return 0 }
    return (try? Rational(base, over: 100_000_000)) ?? 0
  }

  static func healthFactor(_ wad: Wad) -> Value {
    guard wad != .max, let exact = try? Rational(wad.raw, over: Wad.one.raw) else { return .infinity }
    return .exact(exact)
  }
}

// MARK: - The distance to liquidation

extension World {
  /// Finds the price at which the health factor is 1, and the move to get there.
  ///
  /// With the watched asset's price (and those that follow it) times m, the health factor is
  /// (A + mW) / (B + mD): W and D are the watched assets' collateral, weighted by thresholds, and debt; A and B those
  /// of all others. It is 1 at m = (B - A) / (W - D).
  private func measureDistance(of position: inout Position) {
    guard let watched = watchedAsset(of: position) else { return }
    var (weightInside, weightOutside, debtInside, debtOutside) = (
      Rational.zero, Rational.zero, Rational.zero, Rational.zero
    )
    do {
      for item in position.collaterals {
        let threshold = riskLimits(of: item.symbol).liquidationThreshold
        let weight = try item.value * Rational(threshold.raw, over: 10_000)
        if moves(item.symbol, with: watched) {
          weightInside = try weightInside + weight
        } else {
          weightOutside = try weightOutside + weight
        }
      }
      for item in position.debts {
        if moves(item.symbol, with: watched) {
          debtInside = try debtInside + item.value
        } else {
          debtOutside = try debtOutside + item.value
        }
      }
      let (numerator, denominator) = (try debtOutside - weightOutside, try weightInside - debtInside)
      let isRise = denominator.isNegative
      let factor = denominator.isZero ? 0 : try numerator / denominator
      guard factor > 0 else {
        position.liquidation = Position.Liquidation(
          symbol: watched.symbol, price: 0, isRise: isRise, against: watched.against)
        position.buffer = 1
        return
      }
      position.liquidation = Position.Liquidation(
        symbol: watched.symbol, price: try price(of: watched.symbol) * factor, isRise: isRise, against: watched.against)
      position.buffer = isRise ? try factor - 1 : try 1 - factor
    } catch {
      position.liquidation = nil
    }
  }

  /// The asset whose price matters most: the largest collateral, or the largest debt when the collateral is stable.
  /// `against` is set when collateral and debt move together, so that only their ratio matters.
  private func watchedAsset(of position: Position) -> (symbol: Symbol, against: Symbol?)? {
    let collateral = position.collaterals.max { $0.value < $1.value }
    let debt = position.debts.max { $0.value < $1.value }
    guard let collateral = collateral?.symbol else { return debt.map { ($0.symbol, nil) } }
    guard let debt = debt?.symbol else { return (collateral, nil) }
    if isStable(collateral), !isStable(debt) { return (debt, nil) }
    let moveTogether = collateral != debt && leader(of: collateral) == leader(of: debt)
    return (collateral, moveTogether ? debt : nil)
  }

  private func moves(_ symbol: Symbol, with watched: (symbol: Symbol, against: Symbol?)) -> Bool {
    if watched.against != nil { return symbol == watched.symbol }
    return leader(of: symbol) == leader(of: watched.symbol)
  }

  /// The asset at the head of the chain of assets that an asset's price follows: itself when it follows none.
  func leader(of symbol: Symbol) -> Symbol {
    var current = symbol
    while let next = market.asset(current)?.follows { current = next }
    return current
  }
}

/// Balances in the protocol, in the market's order of assets.
public struct Balances: Equatable, Sendable {
  public var supplied: [Holding] = []
  public var owed: [Holding] = []

  var isEmpty: Bool { supplied.isEmpty && owed.isEmpty }

  /// The balances after a withdrawal of at most what is there.
  func withdrawing(_ amount: UInt256, of symbol: Symbol) -> Balances {
    var balances = self
    for index in balances.supplied.indices where balances.supplied[index].symbol == symbol {
      balances.supplied[index].amount = balances.supplied[index].amount.subtractingOrZero(amount)
    }
    balances.supplied.removeAll(where: \.amount.isZero)
    return balances
  }
}

extension Position {
  /// What stands for numbers beyond 256 bits, which no wallet can reach.
  static let unmeasurable = Position(
    collaterals: [], debts: [], collateral: 0, debt: 0, healthFactor: .infinity, maxLTV: .zero,
    liquidationThreshold: .zero, availableBorrows: 0, liquidation: nil, buffer: 1)
}
