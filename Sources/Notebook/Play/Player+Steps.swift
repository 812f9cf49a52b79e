import Interpreter
import Reports

extension Player {
  /// The lesson's session at the beginning of a step.
  mutating func start(ofStep index: Int) -> Session {
    while starts.count <= index {
      let number = starts.count - 1
      var session = starts[number]
      for block in blocks(ofStep: number) { run(block, in: &session) }
      starts.append(session)
    }
    return starts[index]
  }

  /// The blocks of a step, those of solutions included.
  func blocks(ofStep index: Int) -> [Document.Block] {
    let id = script.steps[index].id
    return document.blocks.filter { (document.step(ofLine: $0.lines.lowerBound)?.id ?? "") == id }
  }

  /// The line of a step's heading, from 0.
  func firstLine(ofStep index: Int) -> Int {
    document.steps.first { $0.id == script.steps[index].id }?.line ?? 0
  }

  func run(_ block: Document.Block, in session: inout Session) {
    guard block.tags.skipReason == nil else { return }
    for command in block.commands { session.run(command.text) { _, _ in } }
  }

  /// Goes to a step, with the state that the page has there, and shows at once what was done in it.
  mutating func enterStep(_ index: Int, goingOnAt done: Int? = nil) {
    step = index
    item = 0
    itemsBefore = min(done ?? 0, script.steps[index].items.count)
    groundBefore = done == nil ? 0 : progress.ground
    triesBefore = done == nil ? [] : progress.tries
    if done == nil { reopenTasks(before: index) }
    hasBegun = true
    openTask = nil
    progress.step = script.steps[index].id
    let triedNothing = session.stands(where: canonical)
    canonical = start(ofStep: index)
    if triedNothing { followLesson() } else { standWhereTheLessonStands() }
    let line = firstLine(ofStep: index)
    revealPredictions { $0.line ?? 0 < line }
    if !script.steps[index].id.isEmpty {
      show(.heading("\(script.steps[index].title)  \("\(index + 1)/\(script.steps.count)", .muted)"))
    }
    advance()
  }

  /// What the learner tried apart from the lesson stays as a branch.
  mutating func standWhereTheLessonStands(because reason: String = "The lesson goes on from its own state.") {
    if let branch = leaveDetour(to: canonical) { show(.note("\(reason) \(Self.keptDetour(branch))")) }
    beginTrunk()
  }

  /// The learner's session stands where the lesson's does, and what the page has done there cannot be undone.
  mutating func followLesson() {
    session.follow(canonical)
    session.forgetTheWayBack()
    beginTrunk()
  }

  /// The learner's session goes on at a place of the lesson; gives the branch that keeps what was tried, nil without one.
  mutating func leaveDetour(to place: Session) -> String? {
    var place = place
    place.forgetTheWayBack()
    return session.goOn(from: place)
  }

  static func keptDetour(_ branch: String) -> String {
    "What you tried is kept until you leave the lesson: `switch \(branch)` leads there, `switch main` back."
  }

  /// What the learner types from here on builds on the lesson's state.
  private mutating func beginTrunk() {
    progress.tries = []
    progress.ground = 0
    trunk = canonical
    triesOfBranches = [:]
    finishedOnTrunk = []
  }

  /// Shows what comes next, up to where the learner has to do something.
  mutating func advance() {
    let items = script.steps[step].items
    while item < items.count {
      repeatTries()
      switch items[item] {
      case .prose(let text): show(markdown: text)
      case .block(let index):
        let block = document.blocks[index]
        if block.tags.isHidden || block.tags.skipReason != nil {
          run(block, in: &canonical)
          followLesson()
        } else if isCatchingUp {
          for number in block.commands.indices { performExample(index, number) }
        } else {
          return offerExample(index, 0)
        }
      case .pause:
        if !isCatchingUp {
          stage = .pause
          return repeatOffer()
        }
      case .task(let index):
        guard !waitsForTask() else { return }
        openTask = index
      case .turn:
        guard !waitsForTask() else { return }
      case .quiz(let index, let question):
        guard !waitsForTask() else { return }
        if ask(quiz: index, question) { return }
      case .ask(let index, let question):
        guard !waitsForTask() else { return }
        if ask(prediction: index, question) { return }
      }
      item += 1
    }
    repeatTries()
    guard !waitsForTask() else { return }
    revealPredictions { $0.line == nil }
    endStep()
  }

  /// Whether something is to be asked: it was not, or was left out or asked in an earlier round and the learner comes by again.
  func isOpen(_ outcome: LessonProgress.Outcome?, _ isEarlier: Bool?) -> Bool {
    outcome == nil || outcome == .open || ((outcome == .skipped || isEarlier == true) && !isCatchingUp)
  }

  private mutating func endStep() {
    if !script.steps[step].id.isEmpty { progress.doneSteps.insert(script.steps[step].id) }
    stage = .stepEnd
    repeatOffer()
  }

  // MARK: - Examples

  func command(_ block: Int, _ index: Int) -> Document.Command { document.blocks[block].commands[index] }

  mutating func offerExample(_ block: Int, _ index: Int) {
    stage = .example(block: block, command: index)
    show(.note("\(isPresented ? "Next:" : "Enter runs") `\(command(block, index).text.replacing("\n", with: "; "))`"))
  }

  /// Shows a command of the page, and what it comes to in the lesson's session. Where the page leaves the output out, so does
  /// the player, unless the command fails or all is to be seen.
  mutating func perform(_ block: Int, _ index: Int, showsAll: Bool = false) {
    let command = command(block, index)
    events.append(.echo(command.text))
    var outcomes: [Outcome] = []
    canonical.run(command.text) { outcome, _ in outcomes.append(outcome) }
    let isLeftOut = document.expectedOutput(of: command, in: document.blocks[block]) == ["..."]
    guard isLeftOut, !showsAll, outcomes.allSatisfy({ if case .success = $0.result { true } else { false } }) else {
      events += outcomes.map { .outcome($0) }
      return
    }
    show(.note("…"))
  }

  /// Runs a command of the page in the lesson's session, and the learner's goes with it.
  private mutating func performExample(_ block: Int, _ index: Int) {
    standWhereTheLessonStands()
    perform(block, index)
    followLesson()
    let line = command(block, index).line
    revealPredictions { $0.line == line }
  }

  mutating func runExample(_ block: Int, _ index: Int) {
    performExample(block, index)
    if index + 1 < document.blocks[block].commands.count { return offerExample(block, index + 1) }
    item += 1
    advance()
  }

  // MARK: - The end

  /// Asks once more what was missed, then ends.
  mutating func endLesson() {
    let missed = document.quizzes.filter { progress.quizzes[$0.id]?.isMissed ?? false }
      .compactMap { document.reviewQuestion($0.id) }
    if !missed.isEmpty { show(.heading("Once more"), .note("What you missed comes back.")) }
    askAgain(missed)
  }

  mutating func finish() {
    revealPredictions { _ in true }
    stage = .finished
    progress.finished = today
    progress.step = ""
    progress.item = 0
    guard !isPresented else { return show(.heading("The lesson is over")) }
    show(.heading("The lesson is over"), .values(summary))
    show(.note("You can go on trying things; `steps` lists the lesson, `quit` leaves."))
  }

  private var summary: [LabelledValue] {
    func count(_ number: Int, of all: Int) -> StyledText { "\(number) of \(all)" }
    var lines: [LabelledValue] = []
    let steps = progress.stepsDone(in: document)
    lines.append(LabelledValue(label: "steps done", value: count(steps.done, of: steps.of)))
    if !document.quizzes.isEmpty {
      let right = document.quizzes.count {
        progress.quizzes[$0.id].map { $0.outcome == .right && $0.misses == 0 } ?? false
      }
      lines.append(LabelledValue(label: "questions right at once", value: count(right, of: document.quizzes.count)))
    }
    if !document.tasks.isEmpty {
      let solved = document.tasks.count { progress.tasks[$0.id]?.outcome == .solved }
      lines.append(LabelledValue(label: "tasks solved", value: count(solved, of: document.tasks.count)))
    }
    if !document.asks.isEmpty {
      let right = document.asks.count { progress.asks[$0.id]?.outcome == .right }
      lines.append(LabelledValue(label: "predictions that hit", value: count(right, of: document.asks.count)))
    }
    return lines
  }
}
