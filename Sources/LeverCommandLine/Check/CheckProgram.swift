import Notebook
import Reports
import Terminal
import Threads

/// `lever check`: collects files, checks them on several threads, and reports.
struct CheckProgram {
  let options: CheckOptions
  let capabilities: TerminalCapabilities
  let isPlain: Bool

  /// The exit status: that of the worst file.
  func run() throws -> Int32 {
    let paths = try CheckPaths(options.paths)
    let job = CheckJob(options)
    let files = paths.files
    let step = Double(options.timeLimit)
    let workers = Workers<FileOutcome?>(
      count: files.count,
      limits: .init(step: step, job: 12 * step) { number, line, seconds in
        FileOutcome(
          path: files[number].path, verdict: .timedOut(line: line, limit: "\(Int(seconds)) s"), seconds: seconds)
      },
      body: { number, progress in job.check(files[number], progress: progress) })
    let format = options.format ?? (capabilities.outputIsTerminal ? .pretty : .tap)
    var report = CheckReport(
      format, renderer: renderer, paths: files.map(\.path), isTerminal: capabilities.outputIsTerminal)
    try report.begin()
    var isCutShort = false
    // Questions among what another program reads would spoil it.
    let dialogue = ReviewDialogue(renderer: renderer, output: format == .pretty ? .output : .error)
    try workers.run(threads: options.jobs ?? WorkerThread.processorCount) { outcome throws(StandardOutput.Failure) in
      guard var outcome else {
        report.passOver()
        return true
      }
      // Files are written here and not where they are checked: none that was given up or comes behind the end.
      switch options.mode {
      case .compare: break
      case .bless: Blessing.bless(&outcome)
      case .review: try dialogue.review(&outcome)
      }
      try report.add(outcome)
      isCutShort = options.stopsAtFirstFailure && outcome.exitStatus != 0
      return !isCutShort
    }
    try report.end(isCutShort: isCutShort)
    for folder in paths.folders where !isCutShort && !report.hasFile(below: folder) {
      throw Arguments.UsageError(
        message: "the folder \(folder) holds no transcript: no Markdown file in it has a `lever` block")
    }
    return report.exitStatus
  }

  private var renderer: TextRenderer {
    capabilities.renderer(isPlain: isPlain, quotesTranscripts: true)
  }
}
