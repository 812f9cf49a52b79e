extension Double {
  /// The value as a floating-point number, within one unit in the last place.
  @inlinable
  public init(_ value: UInt256) {
    self = value.high == 0 ? Double(value.low) : Double(value.high) * 0x1p128 + Double(value.low)
  }
}
