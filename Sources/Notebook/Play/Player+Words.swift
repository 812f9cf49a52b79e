import Interpreter
import Reports

extension Player {
  mutating func obey(_ word: LessonWord) {
    switch word {
    case .hint(let number): showHint(number)
    case .solution: showSolution()
    case .skip: skip()
    case .next:
      if case .review = stage { return askAgain([]) }
      guard step + 1 < script.steps.count else {
        if stage == .stepEnd { return endLesson() }
        show(.note("This is the last step."))
        return repeatOffer()
      }
      leaveOpen(from: item)
      enterStep(step + 1)
    case .back: enterStep(max(0, step - 1))
    case .goTo(let name): go(to: name)
    case .again: beginAgain()
    case .steps: listSteps()
    case .reset: reset()
    case .quit: events.append(.leave)
    }
  }

  /// An empty line: whatever is next.
  mutating func goOn() {
    switch stage {
    case .example(let block, let index): runExample(block, index)
    case .stepEnd:
      guard step + 1 < script.steps.count else { return endLesson() }
      enterStep(step + 1)
    case .confidence: note(confidence: nil)
    case .pause:
      item += 1
      advance()
    case .quiz, .ask, .task, .review, .finished: repeatOffer()
    }
  }

  /// Says again what is awaited.
  mutating func repeatOffer() {
    switch stage {
    case .example(let block, let index): offerExample(block, index)
    case .quiz(let index): offerChoices(of: document.quizzes[index])
    case .review(let questions): if let first = questions.first { offerChoices(of: first.quiz) }
    case .ask(let index): show(.note("\(request(ofAsk: index)), or `skip`."))
    case .confidence: show(.note("How sure are you? A number from 50 to 100%, or Enter for none."))
    case .pause: show(.note("\(isPresented ? "Any key" : "Enter") goes on."))
    case .task: show(.note("The task is open: `hint`, `solution` or `skip`."))
    case .stepEnd:
      show(
        .note(
          step + 1 < script.steps.count
            ? "\(isPresented ? "Next:" : "Enter goes on to:") \(script.steps[step + 1].title)"
            : "\(isPresented ? "The next key" : "Enter") ends the lesson."
        ))
    case .finished: show(.note("The lesson is over; `steps` lists it, `quit` leaves."))
    }
  }

  private mutating func offerChoices(of quiz: Document.Quiz) {
    let numbers = quiz.choices.indices.map { "\($0 + 1)" }
    let last = numbers.last.map { numbers.count > 1 ? " or \($0)" : $0 } ?? ""
    show(.note("Type \(numbers.dropLast().joined(separator: ", "))\(last), or `skip`."))
  }

  // MARK: - Steps

  private mutating func go(to name: String) {
    let index = Int(name).map { $0 - 1 } ?? script.steps.firstIndex { !$0.id.isEmpty && $0.id == name.lowercased() }
    guard let index, script.steps.indices.contains(index) else {
      show(
        .note(
          "\(name.isEmpty ? "A step is missing" : "There is no step `\(name)`"): `goto` takes a number from 1 to \(script.steps.count), and `steps` lists them."
        ))
      return
    }
    enterStep(index)
  }

  private mutating func beginAgain() {
    for case .task(let index) in script.steps[step].items {
      progress.tasks[document.tasks[index].id]?.isReopened = true
    }
    enterStep(step)
  }

  /// Goes back to where the learner left the lesson; tasks that were done on the way begin anew.
  private mutating func reset() {
    let detour = leaveDetour(to: trunk)
    if let detour { triesOfBranches[detour] = progress.tries }
    progress.tries = []
    triesOfBranches[session.branch] = []
    let kept = detour.map { " " + Self.keptDetour($0) } ?? ""
    guard let first = finishedOnTrunk.first, !isAtTheEnd else {
      show(.note("You stand where the lesson stands.\(kept)"))
      return repeatOffer()
    }
    let tasks =
      finishedOnTrunk.count == 1
      ? "A task that you had done begins anew, since its work is thrown away."
      : "\(finishedOnTrunk.count) tasks that you had done begin anew, since their work is thrown away."
    show(.note("You stand where the lesson stands. \(tasks)\(kept)"))
    canonical = trunk
    reopenTasks(from: first.item)
  }

  private mutating func listSteps() {
    let rows = script.steps.enumerated().map { index, entry -> LabelledValue in
      // What stands before the first heading has no id, and is done once something else was begun.
      let isDone = progress.doneSteps.contains(entry.id) || entry.id.isEmpty
      let state = index == step ? "you are here" : isDone ? "done" : ""
      return LabelledValue(
        label: "\(index + 1)", value: StyledText(entry.title, index == step ? .strong : .plain),
        remark: StyledText(state))
    }
    show(.values(rows))
  }

  // MARK: - Passing over

  private mutating func skip() {
    switch stage {
    case .example(let block, let index):
      standWhereTheLessonStands()
      for rest in index..<document.blocks[block].commands.count {
        canonical.run(command(block, rest).text) { _, _ in }
      }
      followLesson()
      item += 1
      advance()
    case .quiz(let index):
      progress.quizzes[document.quizzes[index].id, default: .init()].outcome = .skipped
      item += 1
      advance()
    case .review(let questions): askAgain(Array(questions.dropFirst()))
    case .ask(let index):
      progress.asks[document.asks[index].id, default: .init()].outcome = .skipped
      item += 1
      advance()
    case .confidence: note(confidence: nil)
    case .task(let index):
      skipIfOpen(&progress.tasks[document.tasks[index].id, default: .init()].outcome)
      // Whoever has tried something keeps it until the lesson needs its own state.
      let triedNothing = session.stands(where: canonical)
      if !triedNothing { finishedOnTrunk.append((index, item)) }
      finishTask(index)
      if triedNothing { groundOnLesson() }
      advance()
    case .pause, .stepEnd, .finished: goOn()
    }
  }

  /// Notes as skipped what is open in the rest of the step.
  private mutating func leaveOpen(from first: Int) {
    for entry in script.steps[step].items[min(first, script.steps[step].items.count)...] {
      switch entry {
      case .quiz(let index, _): skipIfOpen(&progress.quizzes[document.quizzes[index].id, default: .init()].outcome)
      case .ask(let index, _): skipIfOpen(&progress.asks[document.asks[index].id, default: .init()].outcome)
      case .task(let index): skipIfOpen(&progress.tasks[document.tasks[index].id, default: .init()].outcome)
      case .prose, .block, .turn, .pause: break
      }
    }
    if let openTask { skipIfOpen(&progress.tasks[document.tasks[openTask].id, default: .init()].outcome) }
  }

  private func skipIfOpen(_ outcome: inout LessonProgress.Outcome) {
    if outcome == .open { outcome = .skipped }
  }

  // MARK: - Help with a task

  private mutating func showHint(_ number: Int?) {
    guard case .task(let index) = stage else { return refuseHelp() }
    let task = document.tasks[index]
    let seen = progress.tasks[task.id]?.hints ?? 0
    guard !task.hints.isEmpty else { return show(.note("This task has no hint; `solution` shows one way.")) }
    let place = number ?? min(seen + 1, task.hints.count)
    guard (1...task.hints.count).contains(place), place <= seen + 1 else {
      return show(.note("The hints come one at a time: `hint` shows number \(min(seen + 1, task.hints.count))."))
    }
    progress.tasks[task.id, default: .init()].hints = max(seen, place)
    show(.heading("Hint \(String(place)) of \(String(task.hints.count))"))
    show(markdown: script.details[task.hints[place - 1]])
  }

  /// Hints and solutions belong to tasks.
  private mutating func refuseHelp() {
    switch stage {
    case .quiz, .review, .ask, .confidence: show(.note("A question has neither hint nor solution: a guess will do."))
    default: show(.note("There is no open task here."))
    }
    repeatOffer()
  }

  private mutating func showSolution() {
    guard case .task(let index) = stage, let solution = document.tasks[index].solutions.first else {
      return refuseHelp()
    }
    progress.tasks[document.tasks[index].id, default: .init()].sawSolution = true
    let commands = document.details[solution].blocks.flatMap { document.blocks[$0].commands.map(\.text) }
    let line = commands.joined(separator: "; ").replacing("\n", with: "; ")
    // What the learner has built stays where the solution does its work there, too.
    if !(session.trying(line).map { isSolved(index, in: $0) } ?? false) {
      standWhereTheLessonStands(
        because: "The solution does not work from where you are: it begins where the lesson stands.")
      progress.ground = item
    }
    show(markdown: script.details[solution])
    show(.note("Enter runs it."))
    events.append(.fill(line))
  }
}
