import Interpreter

/// How far long work is, as a line that fits the terminal.
struct ProgressLine {
  let progress: Progress
  /// Since the work began.
  let seconds: Double

  /// `simulating 23%  480 million steps a second  2 s left  (Ctrl-C stops)`, without as much of its end as does not fit.
  func text(width: Int) -> String {
    let share = progress.total == 0 ? 0 : Int(Double(progress.done) / Double(progress.total) * 100)
    let rate = Double(progress.done) / seconds
    var parts = ["\(progress.activity) \(share)%"]
    if rate > 0 {
      let speed = rate >= 1e7 ? "\(Progress.text(of: Int(rate / 1e6))) million" : Progress.text(of: Int(rate))
      parts.append("\(speed) \(progress.unit) a second")
      parts.append("\(time(Double(progress.total - progress.done) / rate)) left")
    }
    parts.append("(Ctrl-C stops)")
    while parts.count > 1, parts.joined(separator: "  ").count >= width { parts.removeLast() }
    return String(parts.joined(separator: "  ").prefix(max(0, width - 1)))
  }

  private func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 1e9))
    return whole < 120 ? "\(whole) s" : "\((whole + 59) / 60) min"
  }
}
