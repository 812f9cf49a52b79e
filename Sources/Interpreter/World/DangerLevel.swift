import FixedPoint
import Reports

/// How close a position is to liquidation, for colours; the numbers beside them say the same.
enum DangerLevel: Sendable {
  case none
  case safe
  case caution
  case danger

  /// From the buffer: below 10 % is danger, below 25 % caution.
  init(of position: Position) {
    if position.debt.isZero {
      self = .none
    } else if position.isLiquidatable || position.buffer.isBelow(percent: 10) {
      self = .danger
    } else {
      self = position.buffer.isBelow(percent: 25) ? .caution : .safe
    }
  }

  var style: Style {
    switch self {
    case .none: .plain
    case .safe: .safe
    case .caution: .caution
    case .danger: .danger
    }
  }
}

extension Rational {
  fileprivate func isBelow(percent: Int) -> Bool {
    guard let hundredfold = try? self * 100 else { return isNegative }
    return hundredfold < Rational(percent)
  }
}
