import FixedPoint
import Lending
import Markets

extension World {
  /// The learner's position now.
  public var position: Position { position(of: balances) }

  /// The learner's position without the distance to liquidation, which takes most of the time to find: for steps that are
  /// repeated.
  var unmeasuredPosition: Position { position(of: balances, measuringDistance: false) }

  /// What the learner has supplied and owes, in token units, interest included.
  var balances: Balances {
    let (supplied, owed) = pool.balances(of: Self.learner)
    let holdings = { (side: [(symbol: Symbol, amount: UInt256)]) in
      side.filter { !$0.amount.isZero }.map { Holding(symbol: $0.symbol, amount: $0.amount) }
    }
    return Balances(supplied: holdings(supplied), owed: holdings(owed))
  }

  /// The position that given balances make at today's prices and rules.
  func position(of balances: Balances, measuringDistance: Bool = true) -> Position {
    // What has no liquidation threshold earns interest and secures nothing.
    var securing: [Holding] = []
    var collaterals: [CollateralPosition] = []
    for holding in balances.supplied {
      let limits = riskLimits(of: holding.symbol)
      guard limits.liquidationThreshold != .zero else { continue }
      securing.append(holding)
      collaterals.append(
        CollateralPosition(
          amount: holding.amount, unit: asset(holding.symbol).unit, price: feeds.oracle[holding.symbol] ?? .zero,
          maxLTV: limits.maxLTV, liquidationThreshold: limits.liquidationThreshold))
    }
    let debts = balances.owed.map { holding in
      DebtPosition(
        amount: holding.amount, unit: asset(holding.symbol).unit, price: feeds.oracle[holding.symbol] ?? .zero)
    }
    guard let data = try? AccountData(collaterals: collaterals, debts: debts) else { return .unmeasurable }
    let collateralItems = zip(securing, collaterals).map { holding, position in
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
    if measuringDistance { measureDistance(of: &position) }
    return position
  }

  /// The buffer as it is shown.
  func bufferText(of position: Position) -> String {
    Display.buffer(of: position, isStable: position.collaterals.allSatisfy { isStable($0.symbol) })
  }

  /// The maximum LTV, threshold and bonus of a collateral for the learner: those of his efficiency mode where it counts.
  func riskLimits(
    of symbol: Symbol
  ) -> (maxLTV: BasisPoints, liquidationThreshold: BasisPoints, liquidationBonus: BasisPoints) {
    pool.riskLimits(of: symbol, for: Self.learner) ?? (.zero, .zero, .zero)
  }

  private static func dollars(_ base: UInt256?) -> Rational {
    guard let base else { return 0 }
    return (try? Rational(base, over: Self.unitsPerDollar)) ?? 0
  }

  static func healthFactor(_ wad: Wad) -> Value {
    guard wad != .max, let exact = try? Rational(wad.raw, over: Wad.one.raw) else { return .infinity }
    return .exact(exact)
  }
}

extension Position {
  /// What stands for numbers beyond 256 bits, which no wallet can reach.
  static let unmeasurable = Position(
    collaterals: [], debts: [], collateral: 0, debt: 0, healthFactor: .infinity, maxLTV: .zero,
    liquidationThreshold: .zero, availableBorrows: 0, liquidation: nil, buffer: 1)
}
