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

  /// From here on Ctrl-C sets the flag, until `release`; for a program without a `LineEditor`.
  public static func catchForNow() { eds_catch_interrupts_for_now() }

  /// Ctrl-C does again what it did before `catchForNow`.
  public static func release() { eds_release_interrupts() }
}
