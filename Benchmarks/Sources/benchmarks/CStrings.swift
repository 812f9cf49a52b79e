#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The arguments or the environment of a program in the form that C wants, for as long as this lives.
@unsafe final class CStrings {
  private(set) var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) {
    unsafe pointers = texts.map { unsafe strdup($0) } + [nil]
  }

  deinit {
    while let pointer = unsafe pointers.popLast() { unsafe free(pointer) }
  }
}

/// A sentence about why something could not be measured.
struct BenchmarkError: Error {
  var sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }

  /// With the system's reason for what it has just refused.
  init(_ sentence: String, code: Int32) {
    unsafe self.sentence = sentence + ": " + String(cString: strerror(code))
  }
}

/// The time since some fixed moment, in milliseconds.
func now() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}
