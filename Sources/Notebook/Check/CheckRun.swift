import Interpreter

/// The check of one document under way.
struct CheckRun {
  let checker: Checker
  let document: Document
  var session: CheckedSession
  private(set) var result: CheckResult
  /// The last line that matters, when only one step is judged.
  private let lastLine: Int?

  init(_ checker: Checker, _ document: Document) throws(DocumentErrors) {
    self.checker = checker
    self.document = document
    result = CheckResult(document)
    lastLine = checker.step.flatMap { Self.lastLine(ofStep: $0, in: document) }
    let matter = document.frontMatter
    let files = ScratchFiles(over: checker.files)
    do throws(CommandError) {
      // What a page records is as much in memory only as what it saves.
      let recorder = TranscriptRecorder(files: files, filesBeside: { _ in files }, remove: files.remove)
      session = try CheckedSession(width: matter.width, seed: matter.seed, files: files, recorder: recorder)
    } catch {
      throw DocumentErrors([DocumentError(file: document.file, message: error.sentence)])
    }
    guard let prelude = matter.prelude else { return }
    for command in try Prelude(files).commands(of: prelude, in: document) {
      let answer = session.run(command.text)
      guard answer.succeeded == command.fails else { continue }
      fail(
        .rule, line: prelude.line, column: prelude.column,
        "the prelude does not run: \(command.place): \(answer.succeeded ? "it ought to fail" : answer.reason)")
      result.obstacle = "the prelude does not run"
      break
    }
  }

  private static func lastLine(ofStep id: String, in document: Document) -> Int? {
    guard let place = document.steps.firstIndex(where: { $0.id == id }) else { return nil }
    return place + 1 < document.steps.count ? document.steps[place + 1].line - 1 : document.source.lineCount
  }

  private var isDone: Bool { checker.stopsAtFirstFailure && !result.failures.isEmpty }

  mutating func run(_ progress: (Int) -> Void) {
    // Without its prelude nothing in the file means what it says.
    guard !isDone, result.obstacle == nil else { return }
    checkReferences()
    for part in document.parts {
      guard !isDone else { return }
      if let lastLine, part.lines.lowerBound > lastLine { return }
      switch part.kind {
      case .block(let index): check(block: index, progress)
      case .task(let index): checkShape(of: document.tasks[index])
      case .opening(let index): openDetails(document.details[index])
      case .closing(let index): closeDetails(document.details[index])
      case .quiz(let index): checkQuiz(document.quizzes[index])
      case .ask(let index): checkAsk(document.asks[index])
      case .condition, .choices, .frontMatter, .prose, .heading, .step: break
      }
    }
  }

  func isJudged(line: Int) -> Bool {
    guard let wanted = checker.step else { return true }
    return document.step(ofLine: line)?.id == wanted
  }

  func heading(of line: Int) -> String? { document.heading(aboveLine: line) }

  // MARK: - Blocks

  private mutating func check(block index: Int, _ progress: (Int) -> Void) {
    let block = document.blocks[index]
    let isJudged = isJudged(line: block.lines.lowerBound)
    var cases: [CheckResult.Case] = []
    var failures: [(place: Int, failure: CheckResult.Failure)] = []
    var (usesTolerance, ranAll) = (false, true)
    for (place, command) in block.commands.enumerated() {
      var entry = CheckResult.Case(
        command: command.text, line: command.line + 1, heading: heading(of: command.line), status: .asExpected,
        block: index, index: place)
      if let reason = block.tags.skipReason {
        entry.status = .skipped(reason: reason)
        cases.append(entry)
        continue
      }
      progress(command.line + 1)
      let start = ContinuousClock.now
      let answer = session.run(command.text)
      entry.seconds = (ContinuousClock.now - start) / .seconds(1)
      entry.printed = answer.lines
      cases.append(entry)
      let ought = block.tags.fails && place == block.commands.count - 1
      guard isJudged else {
        if answer.succeeded == ought, !block.tags.isKnownBug, result.obstacle == nil {
          result.obstacle = "line \(command.line + 1), before the step, \(ought ? "succeeds" : "fails")"
        }
        continue
      }
      let expected = expectation(of: command, in: block)
      let fit = expected.fit(answer.lines)
      if fit == .near { usesTolerance = true }
      guard let failure = failure(command, answer, ought: ought, expected, fit, entry.heading) else { continue }
      failures.append((place, failure))
      if checker.stopsAtFirstFailure, !block.tags.isKnownBug {
        ranAll = place == block.commands.count - 1
        break
      }
    }
    guard isJudged else { return }
    if block.tags.isKnownBug, block.tags.skipReason == nil { settleKnownBug(&cases, &failures, block) }
    for (place, failure) in failures {
      cases[place].status = .failed(result.failures.count)
      result.failures.append(failure)
    }
    result.cases += cases
    if block.tags.tolerance != nil, block.tags.skipReason == nil, !usesTolerance, failures.isEmpty, ranAll {
      note(block.lines.lowerBound + 1, "`tol` was not needed: every number is equal")
    }
  }

  /// What a command is to print; anything, where a hidden block does not say.
  private func expectation(of command: Document.Command, in block: Document.Block) -> ExpectedOutput {
    if block.tags.isHidden, command.output.isEmpty { return ExpectedOutput([ExpectedOutput.ellipsis]) }
    return ExpectedOutput(document.expectedOutput(of: command, in: block), tolerance: block.tags.tolerance)
  }

  /// A block that is known to be wrong: one thing that does not hold is enough, and is no failure.
  private func settleKnownBug(
    _ cases: inout [CheckResult.Case], _ failures: inout [(place: Int, failure: CheckResult.Failure)],
    _ block: Document.Block
  ) {
    let isFixed = failures.isEmpty
    failures = []
    guard isFixed else {
      for place in cases.indices { cases[place].status = .knownBug }
      return
    }
    let last = block.commands.count - 1
    let line = block.lines.lowerBound + 1
    failures = [
      (
        last,
        CheckResult.Failure(
          kind: .knownBugIsFixed, line: line, column: 1, message: "known bug is fixed: drop the tag `bug`",
          command: block.commands[last].text, commandLine: block.commands[last].line + 1, heading: cases[last].heading)
      )
    ]
  }

  /// What is wrong with an answer, if something is.
  private func failure(
    _ command: Document.Command, _ answer: CheckedSession.Answer, ought: Bool, _ expected: ExpectedOutput,
    _ fit: ExpectedOutput.Fit, _ heading: String?
  ) -> CheckResult.Failure? {
    var failure = CheckResult.Failure(
      kind: .rule, line: command.line + 1, column: 1, message: "", command: command.text,
      commandLine: command.line + 1, heading: heading)
    if answer.succeeded, ought {
      failure.kind = .succeeds(printed: answer.lines)
      failure.message = "the command succeeds, and the block is tagged `error`"
    } else if !answer.succeeded, !ought {
      failure.kind = .fails(printed: answer.lines)
      failure.message = "the command fails"
    } else if fit == .different {
      let difference = OutputDifference(expected, answer.lines)
      failure.kind = .output(difference)
      failure.message = "the output is not as expected"
      let isBehind = difference.firstExpected >= command.output.count
      failure.line = isBehind ? command.output.upperBound : command.output.lowerBound + difference.firstExpected + 1
      failure.column = isBehind ? 1 : difference.column + 1
    } else {
      return nil
    }
    return failure
  }

  // MARK: - Results

  mutating func fail(_ problem: LessonRules.Problem) {
    fail(.rule, line: problem.line, problem.message)
  }

  mutating func fail(_ kind: CheckResult.Failure.Kind, line: Int, column: Int = 1, _ message: String) {
    result.failures.append(
      CheckResult.Failure(
        kind: kind, line: line, column: column, message: message, command: nil, commandLine: nil,
        heading: heading(of: line - 1)))
  }

  mutating func note(_ line: Int, _ message: String) {
    result.notes.append(CheckResult.Note(line: line, message: message))
  }
}
