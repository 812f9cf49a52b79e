/// What one request for a line ends with.
public enum LineEvent: Equatable, Sendable {
  /// A line, without its newline.
  case line(String)
  /// Ctrl-C: the line so far is dropped.
  case interrupt
  /// Ctrl-D on an empty line, or the terminal is gone.
  case end
  /// SIGTERM or SIGHUP, by number: leave now; every remembered line is in the history file already.
  case terminate(Int32)
}
