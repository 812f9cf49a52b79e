import EditlineShim

/// A zero-terminated wide string at a fixed address, for libedit to point at.
@safe final class WideBuffer {
  private var storage: UnsafeMutableBufferPointer<wchar_t>

  init(_ text: String) {
    unsafe storage = Self.copy(text)
  }

  deinit {
    unsafe storage.deallocate()
  }

  /// Valid until the text is replaced; never nil, because there is always the zero at the end.
  var address: UnsafeMutablePointer<wchar_t>? { unsafe storage.baseAddress }

  func replace(with text: String) {
    unsafe storage.deallocate()
    unsafe storage = Self.copy(text)
  }

  /// A zero would end the text early, so there is none inside.
  private static func copy(_ text: String) -> UnsafeMutableBufferPointer<wchar_t> {
    let characters = text.unicodeScalars.lazy.filter { $0 != "\0" }.map { wchar_t(bitPattern: $0.value) } + [0]
    let buffer = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: characters.count)
    _ = unsafe buffer.initialize(fromContentsOf: characters)
    return unsafe buffer
  }
}

extension String {
  /// The text of wide characters; one that is no scalar becomes U+FFFD.
  init(wide characters: UnsafeBufferPointer<wchar_t>) {
    var scalars = String.UnicodeScalarView()
    for index in characters.indices {
      scalars.append(Unicode.Scalar(UInt32(bitPattern: unsafe characters[index])) ?? "\u{FFFD}")
    }
    self.init(scalars)
  }

  /// Calls `body` with a zero-terminated wide copy.
  @discardableResult
  func withWide<Result>(_ body: (UnsafePointer<wchar_t>?) -> Result) -> Result {
    let buffer = WideBuffer(self)
    return withExtendedLifetime(buffer) { unsafe body(UnsafePointer(buffer.address)) }
  }
}
