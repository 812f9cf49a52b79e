import Synchronization
import TestSupport
import Testing

@testable import Threads

/// Jobs on several threads.
struct WorkersTests {
  private static func results(
    _ count: Int, threads: Int, stopAt: Int? = nil, _ body: @escaping @Sendable (Int) -> Int
  ) -> [Int] {
    let workers = Workers<Int>(count: count) { job, _ in body(job) }
    var results: [Int] = []
    workers.run(threads: threads) { result in
      results.append(result)
      return result != stopAt
    }
    return results
  }

  @Test(arguments: [0, 1, 2, 100], [1, 2, 8])
  func `results come in the order of the jobs`(count: Int, threads: Int) {
    let order = Mutex(SeededGenerator(seed: 1))
    let results = Self.results(count, threads: threads) { job in
      // Jobs take different times, so that they end in another order than they begin.
      var rounds = order.withLock { Int.random(in: 0..<20_000, using: &$0) }
      while rounds > 0 { rounds -= 1 }
      return job
    }
    #expect(results == Array(0..<count))
  }

  @Test func `the receiver can stop it`() {
    #expect(Self.results(100, threads: 2, stopAt: 3) { $0 } == [0, 1, 2, 3])
  }

  @Test func `a job that never ends is given up, and the others are done`() {
    let workers = Workers<String>(
      count: 4,
      limits: .init(step: 1, job: 60) { job, progress, seconds in
        "\(job) given up at \(progress ?? 0) after \(seconds)"
      },
      body: { job, progress in
        progress(7)
        while job == 1 {}
        return "\(job)"
      })
    var results: [String] = []
    workers.run(threads: 1) { result in
      results.append(result)
      return true
    }
    #expect(results == ["0", "1 given up at 7 after 1.0", "2", "3"])
  }
}
