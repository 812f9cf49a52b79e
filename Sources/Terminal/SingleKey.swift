#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A key at a time, without Enter.
public enum SingleKey: Sendable {
  /// What a key means to somebody who turns pages.
  case forward
  /// The arrow to the left, Backspace, `b`.
  case back
  /// `q`, Ctrl-C, Ctrl-D and the end of the input.
  case leave

  /// Waits for a key.
  public static func read() -> SingleKey {
    var before = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return .leave }
    var single = before
    single.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &single)
    defer { unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    var bytes = [UInt8](repeating: 0, count: 16)
    // All that one key sends, such as the three bytes of an arrow.
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      #if canImport(Glibc)
        unsafe Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      #else
        unsafe Darwin.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      #endif
    }
    guard count > 0 else { return .leave }
    return SingleKey(Array(bytes[..<count]))
  }

  /// The meaning of what a key sends.
  init(_ bytes: [UInt8]) {
    switch bytes {
    case [3], [4], [UInt8(ascii: "q")]: self = .leave
    case [8], [0x7F], [UInt8(ascii: "b")], [0x1B, 0x5B, 0x44], [0x1B, 0x4F, 0x44]: self = .back
    default: self = .forward
    }
  }
}
