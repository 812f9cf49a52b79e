import FixedPoint
import Lending
import Markets

/// The distance to liquidation.
extension World {
  /// Assets whose prices are moved together, all others standing still.
  private struct Move {
    /// The asset by which the move is named.
    var symbol: Symbol
    /// Few, so that to look through them is quicker than to hash one.
    var moving: [Symbol]
    /// The debt asset that stands still although it usually moves along: the move is one of the ratio.
    var against: Symbol?
  }

  /// Finds the price move that is nearest to liquidation, and the price there.
  func measureDistance(of position: inout Position) {
    let candidates = moves(of: position).compactMap { move in liquidation(of: position, by: move) }
    let reachable = candidates.filter { !$0.liquidation.price.isZero }
    guard let nearest = reachable.min(by: { $0.buffer.magnitude < $1.buffer.magnitude }) ?? candidates.first else {
      return
    }
    (position.liquidation, position.buffer) = nearest
  }

  /// The moves that can matter: each group of volatile assets that move together, and each collateral against a debt of
  /// its own group. Stablecoins only when there is nothing else.
  private func moves(of position: Position) -> [Move] {
    let held = position.collaterals.sorted { $0.value > $1.value }.map(\.symbol)
    let owed = position.debts.sorted { $0.value > $1.value }.map(\.symbol)
    var moves: [Move] = []
    for symbol in held + owed where !isStable(symbol) {
      let leader = leader(of: symbol)
      guard !moves.contains(where: { self.leader(of: $0.symbol) == leader }) else { continue }
      let group = (held + owed).filter { self.leader(of: $0) == leader }
      moves.append(Move(symbol: symbol, moving: group))
      guard let debt = owed.first(where: group.contains) else { continue }
      for collateral in held where collateral != debt && group.contains(collateral) {
        moves.append(Move(symbol: collateral, moving: [collateral], against: debt))
      }
    }
    guard moves.isEmpty else { return moves }
    return (held.isEmpty ? owed : held).prefix(1).map { Move(symbol: $0, moving: [$0]) }
  }

  /// The price at which the health factor is 1, and the move to get there.
  ///
  /// With the moving prices times m, the health factor is (A + mW) / (B + mD): W and D are the moving assets' collateral,
  /// weighted by thresholds, and debt; A and B those of all others. It is 1 at m = (B - A) / (W - D). Where that is no
  /// price above 0, the price is 0 and the buffer the whole of it.
  private func liquidation(
    of position: Position, by move: Move
  ) -> (liquidation: Position.Liquidation, buffer: Rational)? {
    do {
      var (weight, otherWeight, debt, otherDebt) = (Rational.zero, Rational.zero, Rational.zero, Rational.zero)
      for item in position.collaterals {
        let threshold = riskLimits(of: item.symbol).liquidationThreshold
        let weighted = try item.value * threshold.fraction
        if move.moving.contains(item.symbol) {
          weight = try weight + weighted
        } else {
          otherWeight = try otherWeight + weighted
        }
      }
      for item in position.debts {
        if move.moving.contains(item.symbol) {
          debt = try debt + item.value
        } else {
          otherDebt = try otherDebt + item.value
        }
      }
      let (numerator, denominator) = (try otherDebt - otherWeight, try weight - debt)
      let isRise = denominator.isNegative
      let factor = denominator.isZero ? 0 : try numerator / denominator
      let isReachable = factor > 0
      let price = isReachable ? try price(of: move.symbol) * factor : 0
      let buffer = !isReachable ? 1 : isRise ? try factor - 1 : try 1 - factor
      return (
        Position.Liquidation(symbol: move.symbol, price: price, isRise: isRise && isReachable, against: move.against),
        buffer
      )
    } catch {
      return nil
    }
  }

  /// The asset at the head of the chain of assets that an asset's price follows: itself when it follows none.
  func leader(of symbol: Symbol) -> Symbol {
    var current = symbol
    while let place = market.place(of: current), let next = market.assets[place].follows { current = next }
    return current
  }
}
