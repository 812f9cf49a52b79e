#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The locale that libedit reads characters in.
public enum TerminalLocale {
  /// Makes the terminal's text UTF-8, whatever the environment says.
  ///
  /// libedit drops every character outside ASCII in the C locale, which is what a machine without `LANG` or with a locale
  /// that is not installed starts in. Only the character type is set: numbers keep their decimal point.
  public static func ensureUTF8() {
    unsafe setlocale(LC_CTYPE, "")
    if !isUTF8 { unsafe setlocale(LC_CTYPE, "C.UTF-8") }
    // Before macOS 15 there is no C.UTF-8; UTF-8 is its name for the same thing.
    if !isUTF8 { unsafe setlocale(LC_CTYPE, "UTF-8") }
  }

  private static var isUTF8: Bool {
    guard let codeset = unsafe nl_langinfo(nl_item(CODESET)) else { return false }
    return unsafe String(cString: codeset) == "UTF-8"
  }
}
