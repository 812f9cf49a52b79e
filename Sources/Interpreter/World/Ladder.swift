import FixedPoint
import Markets

/// The rungs by which a position was built: the deposit, then one for each loop, and what was taken down between them.
struct Ladder: Equatable, Sendable {
  /// What led to a rung.
  enum Step: Equatable, Sendable {
    /// A deposit of one's own.
    case deposit
    /// The loop of this number, from 1.
    case loop(Int)
    /// A repayment, withdrawal, unwinding or liquidation.
    case reduction
  }

  /// Where a position stood after a step.
  struct Rung: Equatable, Sendable {
    var step: Step
    /// What was borrowed for this rung; nil when it is no loop.
    var borrowed: Holding?
    /// What was bought and deposited; nil when it is no loop.
    var bought: Holding?
    var balances: Balances
  }

  /// The most rungs that are kept; from then on those in the middle give way.
  static let mostRungs = 120
  /// How many of the oldest rungs are never dropped.
  private static let keptAtFoot = 20

  private(set) var rungs: [Rung] = []
  /// The newest loop's loan as a share of the collateral before it, debts included: what the next loops converge by.
  private(set) var share: Rational?
  /// How many loops there were, those of dropped rungs included.
  private(set) var loops = 0

  /// A deposit begins the ladder, or is added to the rung of the deposit before it.
  mutating func noteDeposit(_ balances: Balances) {
    if rungs.last?.step == .deposit { rungs.removeLast() }
    append(Rung(step: .deposit, borrowed: nil, bought: nil, balances: balances))
  }

  /// A loop adds a rung; without a share the one before stays.
  mutating func noteLoop(_ step: LoopStep, share: Rational?) {
    loops += 1
    self.share = share ?? self.share
    append(Rung(step: .loop(loops), borrowed: step.borrowed, bought: step.bought, balances: step.balances))
  }

  /// Follows a change of balances: one that took something away is a rung of its own, one that left no debt begins the
  /// ladder anew, and one that left nothing ends it.
  mutating func follow(from before: Balances, to after: Balances) {
    if after.isEmpty {
      self = Ladder()
    } else if after.owed.isEmpty, loops > 0 {
      self = Ladder()
      noteDeposit(after)
    } else if after.isReduced(from: before) {
      if rungs.last?.step == .reduction { rungs.removeLast() }
      append(Rung(step: .reduction, borrowed: nil, bought: nil, balances: after))
    }
  }

  private mutating func append(_ rung: Rung) {
    if rungs.count >= Self.mostRungs { rungs.remove(at: Self.keptAtFoot) }
    rungs.append(rung)
  }
}
