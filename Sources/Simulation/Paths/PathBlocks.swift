import Threads

/// Paths in blocks, computed on several threads and joined in their order.
enum PathBlocks {
  /// Gives what `compute` makes of each block of so many paths to `receive`, from the first to the last.
  ///
  /// `goesOn` is asked from time to time, with the paths that are done; when it says no, the rest is left out.
  static func run<Result: Sendable>(
    paths: Int, threads: Int, while goesOn: (_ done: Int) -> Bool,
    _ compute: @escaping @Sendable (_ block: Int, _ count: Int) -> Result, _ receive: (Result) -> Void
  ) {
    let size = PathBlock.lanes
    let workers = Workers<Result>(count: (paths + size - 1) / size) { block, _ in
      compute(block, min(size, paths - block * size))
    }
    var done = 0
    workers.run(
      threads: threads, while: { goesOn(done) },
      { result in
        receive(result)
        done = min(paths, done + size)
        return goesOn(done)
      })
  }
}
