/// A position that is carried along some hundred paths side by side, step by step: interest, the protocol's rule, and a
/// strategy.
///
/// In each step interest runs and the price moves. Then, at the step's price, a position below health factor 1 is
/// liquidated; otherwise a stop closes it, or a trade restores its leverage.
@safe struct PositionBlock: ~Copyable {
  static let lanes = LaneWords.lanes

  private let model: EquityModel
  private let strategy: Strategy
  private let limits: Limits
  private let stepYears: Double
  private let returns: any StepReturns
  /// How many steps have been made.
  private(set) var step = 0

  /// For each lane, one behind the other: the logarithm of the price ÷ today's; how many times the modelled collateral and
  /// debt it has; its collateral, debt and weighted collateral in dollars; the equity once it is settled; costs; and the
  /// return of the step that is made.
  private let numbers: UnsafeMutablePointer<Double>
  private let endings: UnsafeMutablePointer<Ending>

  private struct Ending {
    var kind = PositionOutcome.Ending.held
    var step = 0
    var trades = 0
  }

  /// Where something has to be done: below a health factor, and at the logarithms of price ratios.
  private struct Limits {
    var healthFactor = 1.0
    var fall = -Double.infinity
    var rise = Double.infinity

    init(_ stop: Strategy.Stop?) {
      switch stop {
      case .healthFactor(let factor): healthFactor = max(1, factor)
      case .price(let ratio) where ratio < 1: fall = naturalLogarithm(ratio)
      case .price(let ratio): rise = naturalLogarithm(ratio)
      case nil: break
      }
    }
  }

  private enum Part: Int, CaseIterable {
    case place, collateralScale, debtScale, collateral, debt, weighted, settled, costs
  }

  init(model: EquityModel, strategy: Strategy, stepYears: Double, returns: any StepReturns) {
    self.model = model
    self.strategy = strategy
    limits = Limits(strategy.stop)
    self.stepYears = stepYears
    self.returns = returns
    unsafe numbers = .allocate(capacity: (Part.allCases.count + 1) * Self.lanes)
    unsafe numbers.initialize(repeating: 0, count: (Part.allCases.count + 1) * Self.lanes)
    unsafe endings = .allocate(capacity: Self.lanes)
    unsafe endings.initialize(repeating: Ending(), count: Self.lanes)
    for lane in 0..<Self.lanes {
      unsafe self[.collateralScale][lane] = 1
      unsafe self[.debtScale][lane] = 1
    }
    let sums = PositionSums(of: model, years: 0)
    value(sums)
    act(sums)
  }

  deinit {
    unsafe numbers.deallocate()
    unsafe endings.deallocate()
  }

  private subscript(_ part: Part) -> UnsafeMutablePointer<Double> {
    unsafe numbers + part.rawValue * Self.lanes
  }

  private var moves: UnsafeMutablePointer<Double> { unsafe numbers + Part.allCases.count * Self.lanes }

  /// Makes the next step of all lanes.
  mutating func advance() {
    step += 1
    unsafe returns.fill(moves)
    let (place, moves) = unsafe (self[.place], moves)
    for lane in 0..<Self.lanes { unsafe place[lane] += moves[lane] }
    let sums = PositionSums(of: model, years: stepYears * Double(step))
    value(sums)
    act(sums)
  }

  /// Values what each lane has at its price.
  private func value(_ sums: PositionSums) {
    let place = unsafe self[.place]
    let collateralScale = unsafe self[.collateralScale]
    let debtScale = unsafe self[.debtScale]
    let (collateral, debt, weighted) = unsafe (self[.collateral], self[.debt], self[.weighted])
    for lane in 0..<Self.lanes {
      let price = unsafe laneExponential(place[lane])
      unsafe collateral[lane] = collateralScale[lane] * (sums.collateral.moving * price + sums.collateral.standing)
      unsafe weighted[lane] = collateralScale[lane] * (sums.weighted.moving * price + sums.weighted.standing)
      unsafe debt[lane] = debtScale[lane] * (sums.debt.moving * price + sums.debt.standing)
    }
  }

  /// Liquidates, stops and trades where the rules say so.
  private func act(_ sums: PositionSums) {
    guard strategy.rebalancing != nil || hasEvent else { return }
    for lane in 0..<Self.lanes where unsafe endings[lane].kind == .held { act(sums, lane) }
  }

  /// Whether some open lane is below health factor 1 or at the stop.
  private var hasEvent: Bool {
    let (place, collateral) = unsafe (self[.place], self[.collateral])
    let (debt, weighted) = unsafe (self[.debt], self[.weighted])
    let (least, fall, rise) = (limits.healthFactor, limits.fall, limits.rise)
    var events: UInt64 = 0
    for lane in 0..<Self.lanes {
      let isLow: UInt64 = unsafe weighted[lane] < least * debt[lane] ? 1 : 0
      let isFallen: UInt64 = unsafe place[lane] <= fall ? 1 : 0
      let isRisen: UInt64 = unsafe place[lane] >= rise ? 1 : 0
      let isOpen: UInt64 = unsafe collateral[lane] > 0 ? 1 : 0
      events |= isOpen & (isLow | isFallen | isRisen)
    }
    return events != 0
  }

  private func act(_ sums: PositionSums, _ lane: Int) {
    let (collateral, debt, weighted) = unsafe (self[.collateral][lane], self[.debt][lane], self[.weighted][lane])
    if weighted < debt {
      settle(lane, as: .liquidated, equity: collateral - debt - model.penalty * debt)
    } else if isAtStop(lane) {
      let price = unsafe laneExponential(self[.place][lane])
      // What moves with the price is sold, or bought back; the rest is there already.
      let traded =
        unsafe self[.collateralScale][lane] * sums.collateral.moving * price
        + self[.debtScale][lane] * sums.debt.moving * price
      note(lane, cost: strategy.tradeCost * traded)
      settle(lane, as: .stopped, equity: collateral - debt - strategy.tradeCost * traded)
    } else if let rebalancing = strategy.rebalancing {
      rebalance(lane, by: rebalancing)
    }
  }

  private func isAtStop(_ lane: Int) -> Bool {
    let place = unsafe self[.place][lane]
    let isLow = unsafe self[.weighted][lane] < limits.healthFactor * self[.debt][lane]
    return isLow || place <= limits.fall || place >= limits.rise
  }

  /// Nobody has to pay what no collateral covers, so that a loss ends at 0.
  private func settle(_ lane: Int, as kind: PositionOutcome.Ending, equity: Double) {
    unsafe endings[lane].kind = kind
    unsafe endings[lane].step = step
    unsafe self[.settled][lane] = max(0, equity)
    for part in [Part.collateralScale, .debtScale, .collateral, .debt, .weighted] { unsafe self[part][lane] = 0 }
  }

  private func note(_ lane: Int, cost: Double) {
    unsafe endings[lane].trades += 1
    unsafe self[.costs][lane] += cost
  }

  /// Sells collateral to repay debt, or borrows to buy more, until the leverage is the one that was asked for.
  ///
  /// Selling x repays x less its cost, buying with a loan of x adds x less its cost; x follows from collateral = leverage ×
  /// equity afterwards.
  private func rebalance(_ lane: Int, by rule: Strategy.Rebalancing) {
    let (collateral, debt) = unsafe (self[.collateral][lane], self[.debt][lane])
    let (cost, leverage) = (strategy.tradeCost, rule.leverage)
    let equity = collateral - debt
    let wanted = leverage * equity
    guard abs(collateral - wanted) > rule.band * wanted else { return }
    let (nextCollateral, nextDebt, traded): (Double, Double, Double)
    if collateral > wanted {
      traded = min(collateral, (collateral - wanted) / (1 - cost * leverage))
      (nextCollateral, nextDebt) = (collateral - traded, max(0, debt - traded * (1 - cost)))
    } else {
      traded = (wanted - collateral) / (1 - cost + cost * leverage)
      (nextCollateral, nextDebt) = (collateral + traded * (1 - cost), debt + traded)
    }
    note(lane, cost: cost * traded)
    unsafe self[.collateralScale][lane] *= nextCollateral / collateral
    unsafe self[.debtScale][lane] *= nextDebt / debt
    unsafe self[.weighted][lane] *= nextCollateral / collateral
    unsafe self[.collateral][lane] = nextCollateral
    unsafe self[.debt][lane] = nextDebt
  }

  /// Dollars of equity now.
  func equity(_ lane: Int) -> Double {
    unsafe self[.settled][lane] + (self[.collateral][lane] - self[.debt][lane])
  }

  /// Weighted collateral ÷ debt; not a number once it is settled.
  func healthFactor(_ lane: Int) -> Double { unsafe self[.weighted][lane] / self[.debt][lane] }

  /// The price ÷ today's.
  func priceRatio(_ lane: Int) -> Double { unsafe laneExponential(self[.place][lane]) }

  func outcome(_ lane: Int) -> PositionOutcome {
    let ending = unsafe endings[lane]
    return PositionOutcome(
      ending: ending.kind, step: ending.step, equity: equity(lane), trades: ending.trades,
      costs: unsafe self[.costs][lane])
  }
}

/// What a position has after a time, by side and by whether it moves with the price, at today's price.
struct PositionSums {
  struct Side {
    var moving = 0.0
    var standing = 0.0
  }

  private(set) var collateral = Side()
  /// The collateral times its liquidation thresholds.
  private(set) var weighted = Side()
  private(set) var debt = Side()

  init(of model: EquityModel, years: Double) {
    for item in model.items {
      let value = item.value * exponential(item.rate * years)
      if value < 0 {
        Self.add(-value, of: item, to: &debt)
      } else {
        Self.add(value, of: item, to: &collateral)
        Self.add(value * item.threshold, of: item, to: &weighted)
      }
    }
  }

  private static func add(_ value: Double, of item: EquityModel.Item, to side: inout Side) {
    if item.followsPrice { side.moving += value } else { side.standing += value }
  }
}
