/// `left - right`, or exactly 0 when the two differ by less than their own rounding.
///
/// Decimal figures such as 0.83 have no exact binary form, and a rule's boundary ("at health factor 1") is where the
/// rounding of a few products would decide. A relative 2^-49 covers eight of them.
func difference(_ left: Double, _ right: Double) -> Double {
  let difference = left - right
  return difference.magnitude <= 0x1p-49 * max(left.magnitude, right.magnitude) ? 0 : difference
}
