import Interpreter
import Synchronization
import Terminal

/// Watches over long work: shows on standard error how far it is, and lets Ctrl-C stop it.
///
/// Nothing is shown for the first half second, nor where nobody watches. A terminal that can go back in a line has one line
/// that changes and goes in the end; another one, and a reader who asked for plain text, get a line every few seconds.
final class LongWork: Sendable {
  private struct State {
    var start: ContinuousClock.Instant?
    var nextLine = ContinuousClock.now
    var hasLine = false
    var wasInterrupted = false
  }

  private let isWatched: Bool
  private let changesLine: Bool
  /// Whether Ctrl-C would otherwise end the program, so that it has to be caught while work goes on.
  private let catchesInterrupts: Bool
  private let state = Mutex(State())

  private static let patience = Duration.milliseconds(500)

  init(_ capabilities: TerminalCapabilities, isPlain: Bool, catchesInterrupts: Bool) {
    isWatched = capabilities.errorIsTerminal
    changesLine = !isPlain && !capabilities.isDumb
    self.catchesInterrupts = catchesInterrupts
  }

  /// Whether Ctrl-C was pressed while work went on.
  var wasInterrupted: Bool { state.withLock(\.wasInterrupted) }

  func isInterrupted() -> Bool {
    guard InterruptFlag.take() else { return false }
    state.withLock { $0.wasInterrupted = true }
    return true
  }

  func show(_ progress: Progress?) {
    state.withLock { state in
      guard let progress else { return end(&state) }
      let now = ContinuousClock.now
      guard let start = state.start else { return begin(&state, now) }
      guard isWatched, now >= state.nextLine else { return }
      let line = ProgressLine(progress: progress, seconds: (now - start) / .seconds(1))
      let width = TerminalCapabilities.errorColumns
      try? StandardOutput.error.write(
        changesLine ? "\r\(line.text(width: width))\u{1B}[K" : line.text(width: width) + "\n")
      state.hasLine = true
      state.nextLine = now + (changesLine ? .milliseconds(100) : .seconds(5))
    }
  }

  private func begin(_ state: inout State, _ now: ContinuousClock.Instant) {
    state.start = now
    state.nextLine = now + Self.patience
    state.wasInterrupted = false
    if catchesInterrupts { InterruptFlag.catchForNow() }
  }

  private func end(_ state: inout State) {
    if catchesInterrupts { InterruptFlag.release() }
    if state.hasLine && changesLine { try? StandardOutput.error.write("\r\u{1B}[K") }
    state.start = nil
    state.hasLine = false
  }
}

extension Surroundings {
  /// Has long work use every processor and be watched over.
  mutating func attach(_ work: LongWork, threads: Int) {
    self.threads = threads
    isInterrupted = { work.isInterrupted() }
    showProgress = { work.show($0) }
  }
}
