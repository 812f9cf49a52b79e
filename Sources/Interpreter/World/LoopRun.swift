import FixedPoint
import Lending
import Markets
import Reports

/// A row of loops from where a position stands to a number of loops or a leverage.
struct LoopRun {
  let goal: Loop.Goal
  /// The debt as a share of the collateral up to which each loop borrows.
  let share: Rational
  let loan: Symbol
  let collateral: Symbol

  /// Checks that the goal can be reached from here.
  init(goal: Loop.Goal, share: Rational?, loan: Symbol?, in world: World) throws(CommandError) {
    let position = world.position
    guard !position.collaterals.isEmpty else {
      throw CommandError(
        .refused, "there is no collateral to loop with", try: world.depositSuggestion)
    }
    let limit = position.maxLTV.fraction
    guard limit > 0 else {
      throw CommandError(
        .refused, "nothing may be borrowed against \(world.mainCollateral): its maximum LTV is 0% in this market")
    }
    self.goal = goal
    self.loan = loan ?? world.mainDebt
    self.share = share ?? min(world.borrowedShare ?? limit, limit)
    collateral = world.mainCollateral
    guard self.share <= limit else {
      throw CommandError(
        .refused,
        "each loop can borrow at most the max LTV of \(Display.setting(position.maxLTV)), not \(Display.percent(self.share))",
        try: ["\(goal.text) at \(Display.setting(position.maxLTV))"])
    }
    if case .multiple(let multiple) = goal {
      try checkReachable(multiple, from: try settled(world).unmeasuredPosition)
    }
  }

  /// The world with what was borrowed and is still unused put to work: only then does the leverage tell where loops begin.
  private func settled(_ world: World) throws(CommandError) -> World {
    guard let unspent = world.unspentLoans[loan], !unspent.isZero else { return world }
    var next = world
    _ = try next.reinvest(unspent, of: loan, into: collateral)
    return next
  }

  private func checkReachable(_ multiple: Rational, from position: Position) throws(CommandError) {
    if case .exact(let leverage) = position.leverage, leverage >= multiple {
      throw CommandError(
        .refused,
        "the leverage is \(Display.multiple(.exact(leverage))) already, which is not below \(Display.multiple(.exact(multiple)))",
        try: leverage > multiple ? ["unwind to \(Display.typed(multiple))x"] : [])
    }
    guard let limit = share.geometricLimit, multiple >= limit else { return }
    throw CommandError(
      .refused,
      "loops at \(Display.percent(share)) approach 1 ÷ (1 − \(Display.typed(share))) = "
        + "\(limit.fixedText(places: 4))x and never reach \(Display.typed(multiple))x")
  }

  /// Makes the loops; stops early where not a single unit can be borrowed any more.
  func perform(on world: inout World) throws(CommandError) -> [LoopStep] {
    var next = world
    next.borrowedShare = share
    var steps: [LoopStep] = []
    var most = World.mostLoops
    if case .count(let count) = goal { most = count }
    while steps.count < most, let step = try nextStep(on: &next) { steps.append(step) }
    guard !steps.isEmpty else {
      throw CommandError(
        .refused,
        "the debt is \(Display.risingPercent(world.position.loanToValue)) of the collateral already: a loop at "
          + "\(Display.percent(share)) would borrow nothing")
    }
    if case .multiple = goal, steps.count == most {
      throw CommandError(.limit, "after \(Display.grouped(String(most))) loops the leverage is not reached")
    }
    world = next
    return steps
  }

  /// The next loop; nil when the goal is reached or nothing more can be borrowed. What was borrowed before and is still
  /// unused goes into the first one.
  private func nextStep(on world: inout World) throws(CommandError) -> LoopStep? {
    let unspent = world.unspentLoans[loan] ?? .zero
    guard unspent.isZero else {
      var next = world
      if case .count = goal, let borrowed = try amount(in: world) { try next.borrow(borrowed, of: loan) }
      let step = try next.reinvest(next.unspentLoans[loan] ?? unspent, of: loan, into: collateral)
      world = next
      return step
    }
    guard let amount = try amount(in: world) else { return nil }
    guard case .multiple(let multiple) = goal else {
      return try world.loopOnce(amount: amount, loan: loan, into: collateral)
    }
    let landed = try world.landing(at: multiple, near: amount, of: loan, correcting: .less) {
      (world, amount) throws(CommandError) in
      try world.loopOnce(amount: amount, loan: loan, into: collateral)
    }
    world = landed.world
    return landed.step
  }

  /// What the next loop borrows, in token units; nil for nothing.
  private func amount(in world: World) throws(CommandError) -> UInt256? {
    // With several collaterals the average max LTV moves with every loop.
    let limit = world.unmeasuredPosition.maxLTV.fraction
    guard let most = world.loan(toShare: min(share, limit), of: loan) else { return nil }
    guard case .multiple(let multiple) = goal else { return most }
    return try World.converged(from: most) { amount in
      let worth = world.worthPerDollar(of: amount, loan, into: collateral)
      return world.loan(toMultiple: multiple, worth: worth, of: loan).map { min($0, most) }
    }
  }

  /// How many loops, at which share, and what they borrowed, bought and cost.
  func sentence(_ steps: [LoopStep], in world: World) -> StyledText {
    let borrowed = steps.reduce(UInt256.zero) { (try? $0 + $1.borrowed.amount) ?? $0 }
    let bought = steps.reduce(UInt256.zero) { (try? $0 + $1.bought.amount) ?? $0 }
    let count = steps.count == 1 ? "1 loop" : "\(Display.grouped(String(steps.count))) loops"
    var sentence: StyledText =
      "\(count, .strong) at \(Display.percent(share)): borrowed \(world.text(borrowed, loan)) and bought \(world.text(bought, collateral))."
    sentence += StyledText(SwapCost.sentence(ofAll: steps.map(\.quote), in: world))
    if case .multiple(let multiple) = goal, let reached = world.position.leverage.compared(to: .exact(multiple)),
      reached < 0,
      Display.multiple(world.position.leverage) != Display.multiple(.exact(multiple))
    {
      sentence +=
        " More is not to be had at \(Display.percent(share)), so the leverage stays below \(Display.typed(multiple))x."
    }
    if case .count(let wanted) = goal, steps.count < wanted {
      sentence += " The next loop would borrow less than the smallest unit of \(loan)."
    }
    return sentence
  }
}
