import EditlineShim

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-C while a command runs: long work asks from time to time and stops itself.
///
/// From the moment a `LineEditor` exists, Ctrl-C no longer ends the program.
public enum InterruptFlag {
  /// Whether Ctrl-C was pressed since the last call or since the command was entered.
  public static func take() -> Bool {
    eds_take_signal(SIGINT)
  }
}
