/// The direction in which a quotient that does not come out even is rounded.
public enum Rounding: Sendable, Hashable, CaseIterable {
  /// Towards zero: the largest whole number that is not above the quotient.
  case down
  /// Away from zero: the smallest whole number that is not below the quotient.
  case up
  /// To the nearest whole number, a half upwards.
  case halfUp
}
