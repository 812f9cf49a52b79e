#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The day on which the program runs; it reaches progress and no result.
enum Today {
  /// Such as `2026-11-20`.
  static var date: String {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&now, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (year, month, day) = unsafe (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}
