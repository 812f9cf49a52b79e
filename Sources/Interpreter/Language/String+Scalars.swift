extension String {
  /// The text of some scalars of a line. Nearly all of them are ASCII, so the bytes are collected here: a view of scalars
  /// takes many times as long.
  init(scalars: ArraySlice<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.isASCII {
        bytes.append(UInt8(ascii: scalar))
      } else {
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
