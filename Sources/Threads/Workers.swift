import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs jobs on several threads and hands their results over in the order of the jobs.
///
/// A job that takes longer than its limits is given up: its thread goes on unheard until the process ends, and another takes
/// its place.
public final class Workers<Result: Sendable>: Sendable {
  /// What a job tells while it runs.
  public typealias Progress = (Int) -> Void

  /// How long a job may take, in seconds, and what its result is when it takes longer.
  public struct Limits: Sendable {
    /// From one piece of progress to the next.
    var step: Double
    var job: Double
    var givenUp: @Sendable (_ job: Int, _ progress: Int?, _ seconds: Double) -> Result

    public init(
      step: Double, job: Double,
      givenUp: @escaping @Sendable (_ job: Int, _ progress: Int?, _ seconds: Double) -> Result
    ) {
      self.step = step
      self.job = job
      self.givenUp = givenUp
    }
  }

  private struct Running {
    var job: Int
    var jobStart: ContinuousClock.Instant
    var stepStart: ContinuousClock.Instant
    var progress: Int?
  }

  private struct State {
    var nextJob = 0
    var nextWorker = 0
    var running: [Int: Running] = [:]
    var results: [Int: Result] = [:]
    var isStopping = false
  }

  private let count: Int
  private let limits: Limits?
  private let body: @Sendable (_ job: Int, _ progress: Progress) -> Result
  private let state = Mutex(State())
  /// A byte in this pipe says that a result has come.
  private let bell: (read: Int32, write: Int32)

  /// `body` does job number 0 to `count` - 1.
  public init(
    count: Int, limits: Limits? = nil, body: @escaping @Sendable (_ job: Int, _ progress: Progress) -> Result
  ) {
    self.count = count
    self.limits = limits
    self.body = body
    var ends: [Int32] = [-1, -1]
    _ = unsafe pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    bell = (ends[0], ends[1])
  }

  deinit {
    close(bell.read)
    close(bell.write)
  }

  /// Runs all jobs on so many threads and gives each result to `receive`, in the order of the jobs; `receive` says whether
  /// to go on, and so does `isWanted`, which is asked every twentieth of a second. Throws what `receive` throws.
  ///
  /// Jobs that run when it is to end go on unheard.
  public func run<Failure: Error>(
    threads: Int, while isWanted: () -> Bool = { true }, _ receive: (Result) throws(Failure) -> Bool
  ) throws(Failure) {
    for _ in 0..<min(threads, count) { startThread() }
    var next = 0
    while next < count {
      wait()
      guard isWanted() else { return state.withLock { $0.isStopping = true } }
      giveUpWhatTakesTooLong()
      while let result = state.withLock({ $0.results.removeValue(forKey: next) }) {
        next += 1
        guard try receive(result) else { return state.withLock { $0.isStopping = true } }
      }
    }
  }

  private func wait() {
    var waiting = pollfd(fd: bell.read, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waiting, 1, 50) > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 256)
    _ = unsafe bytes.withUnsafeMutableBytes { unsafe read(bell.read, $0.baseAddress, $0.count) }
  }

  private func ring() {
    var byte: UInt8 = 0
    _ = unsafe write(bell.write, &byte, 1)
  }

  private func giveUpWhatTakesTooLong() {
    guard let limits else { return }
    let now = ContinuousClock.now
    let late = state.withLock { state in
      let late = state.running.filter {
        (now - $0.value.stepStart) / .seconds(1) > limits.step || (now - $0.value.jobStart) / .seconds(1) > limits.job
      }
      for (worker, running) in late {
        let isStep = (now - running.stepStart) / .seconds(1) > limits.step
        state.running[worker] = nil
        state.results[running.job] = limits.givenUp(running.job, running.progress, isStep ? limits.step : limits.job)
      }
      return late.count
    }
    for _ in 0..<late { startThread() }
  }

  // MARK: - Threads

  private func startThread() {
    let worker = state.withLock { state in
      state.nextWorker += 1
      return state.nextWorker
    }
    WorkerThread.start { [self] in work(as: worker) }
  }

  private func work(as worker: Int) {
    while let job = takeJob(worker) {
      let result = body(job) { progress in
        state.withLock {
          $0.running[worker]?.stepStart = .now
          $0.running[worker]?.progress = progress
        }
      }
      let isWanted = state.withLock { state in
        // Given up in the meantime: another thread goes on in its place.
        guard state.running.removeValue(forKey: worker) != nil else { return false }
        state.results[job] = result
        return true
      }
      guard isWanted else { return }
      ring()
    }
  }

  private func takeJob(_ worker: Int) -> Int? {
    state.withLock { state in
      guard !state.isStopping, state.nextJob < count else { return nil }
      let now = ContinuousClock.now
      state.running[worker] = Running(job: state.nextJob, jobStart: now, stepStart: now)
      state.nextJob += 1
      return state.nextJob - 1
    }
  }
}
