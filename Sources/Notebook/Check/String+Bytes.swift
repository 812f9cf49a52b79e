extension String {
  /// Whether another text consists of the same bytes, which `==` does not ask: to it, an accent is the same however it is
  /// written.
  ///
  /// Every line of every output is compared in this way, so the bytes are looked at where they lie: to take them from
  /// their views one by one is many times slower.
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = unsafe utf8.withContiguousStorageIfAvailable { left in
      unsafe other.utf8.withContiguousStorageIfAvailable { right in unsafe left.elementsEqual(right) }
    }
    // Without storage of its own, as a text of another language on some systems may be.
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
