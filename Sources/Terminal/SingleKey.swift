#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A key at a time, without Enter.
public enum SingleKey {
  /// Waits for a key; false for `q`, Ctrl-C, Ctrl-D and the end of the input.
  public static func read() -> Bool {
    var before = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return false }
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
    guard count > 0 else { return false }
    return ![3, 4, UInt8(ascii: "q")].contains(bytes[0])
  }
}
