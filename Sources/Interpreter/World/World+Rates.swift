import FixedPoint
import Lending
import Markets
import Simulation

extension World {
  /// The reserve of a listed asset; every asset of the market has one.
  func reserve(_ symbol: Symbol) throws(CommandError) -> Reserve {
    do { return try pool.reserve(symbol) } catch { throw refusal(error) }
  }

  /// What borrowers of an asset pay in a year, as a fraction.
  func borrowRate(of symbol: Symbol) -> Rational { fraction((try? pool.reserve(symbol))?.variableBorrowRate) }

  /// What suppliers of an asset earn in a year, as a fraction.
  func supplyRate(of symbol: Symbol) -> Rational { fraction((try? pool.reserve(symbol))?.liquidityRate) }

  /// How fast a supply grows when its interest is booked every day, as `wait` does it: continuously compounded, per year.
  func supplyGrowth(of symbol: Symbol) -> Double {
    let day = supplyRate(of: symbol).doubleValue / PriceModel.daysPerYear
    return naturalLogarithm(1 + day) * PriceModel.daysPerYear
  }

  /// How fast a debt grows when its interest is booked every day, by the three powers with which the protocol compounds.
  func debtGrowth(of symbol: Symbol) -> Double {
    let day = borrowRate(of: symbol).doubleValue / PriceModel.daysPerYear
    return naturalLogarithm(1 + day * (1 + day / 2 * (1 + day / 3))) * PriceModel.daysPerYear
  }

  /// The share of what was supplied that is lent, as a fraction.
  func utilization(of symbol: Symbol) -> Rational { fraction(try? pool.reserve(symbol).utilization()) }

  func fraction(_ ray: Ray?) -> Rational {
    guard let ray else { return 0 }
    return (try? Rational(ray.raw, over: Ray.one.raw)) ?? 0
  }

  /// Fixes rates of an asset, as fractions; nil gives a rate back to the curve.
  mutating func fixRates(
    of symbol: Symbol, borrow: Rational?, supply: Rational?
  ) throws(CommandError) {
    let rates = FixedRates(variableBorrowRate: Self.ray(borrow), liquidityRate: Self.ray(supply))
    try ledger { (world) throws(LendingError) in try world.pool.fixRates(rates, of: symbol) }
  }

  private static func ray(_ fraction: Rational?) -> Ray? {
    guard let fraction, let raw = try? fraction.scaled(to: Ray.one.raw, rounding: .halfUp) else { return nil }
    return Ray(raw)
  }

  /// Has others borrow or repay until this share of what was supplied is lent.
  ///
  /// What others borrow goes into their wallets, and they repay from there. Throws when they owe too little to repay that
  /// much.
  mutating func setUtilization(of symbol: Symbol, to share: Rational) throws(CommandError) {
    var next = self
    let reserve = try next.reserve(symbol)
    guard let owed = try? reserve.totalDebt(), let whole = try? owed + reserve.availableLiquidity, !whole.isZero,
      let wanted = try? (Rational(whole) * share).scaled(to: .one, rounding: .down)
    else {
      throw CommandError(.refused, "nobody has supplied \(symbol), so nothing of it can be lent")
    }
    if wanted > owed {
      let more = wanted.subtractingOrZero(owed)
      try next.ledger { (world) throws(LendingError) in
        try world.pool.open(supplied: .zero, borrowed: more, of: symbol, by: Self.others)
      }
      next.wallets[Self.others, symbol] = (try? next.wallets[Self.others, symbol] + more) ?? .max
    } else if wanted < owed {
      let less = owed.subtractingOrZero(wanted)
      let theirs = min(pool.debtBalance(of: symbol, account: Self.others), wallets[Self.others, symbol])
      guard less <= theirs else {
        let least = try? Rational(owed.subtractingOrZero(theirs), over: whole)
        throw CommandError(
          .refused,
          "others can repay \(text(theirs, symbol)) at most, and utilization is then \(Display.percent(least ?? 0, rounding: .up))"
        )
      }
      _ = try next.ledger { (world) throws(LendingError) in
        try world.pool.repay(less, of: symbol, by: Self.others)
      }
      next.wallets[Self.others, symbol] = next.wallets[Self.others, symbol].subtractingOrZero(less)
    }
    self = next
  }
}
