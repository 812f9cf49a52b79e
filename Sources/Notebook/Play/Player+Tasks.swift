import Interpreter
import Reports

/// Tasks: when it is the learner's turn, whether they are solved, and what is done again when the lesson goes on.
extension Player {
  /// Whether a task is open, which then is the learner's turn.
  mutating func waitsForTask() -> Bool {
    guard let index = openTask else { return false }
    let task = document.tasks[index]
    let result = progress.tasks[task.id]
    guard isOpen(result?.outcome, result?.isEarlier) || result?.isReopened == true else {
      show(.note("You have done this task; `again` begins the step anew."))
      if !triesBefore.isEmpty { finishedOnTrunk.append((index, item)) }
      finishTask(index)
      if item < groundBefore { groundOnLesson() }
      return false
    }
    guard !isCatchingUp else { return false }
    stage = .task(index)
    show(.note(isPresented ? "The next key shows one way." : "Your turn. `hint`, `solution` and `skip` help."))
    return true
  }

  /// Tasks that were done begin anew where a later one of their step is open: it builds on their work, which is elsewhere when
  /// the step is entered again.
  mutating func reopenTasks(before index: Int) {
    let ids = script.steps[index].items.compactMap { item in
      if case .task(let task) = item { document.tasks[task].id } else { nil }
    }
    let lastOpen = ids.lastIndex { isOpen(progress.tasks[$0]?.outcome, progress.tasks[$0]?.isEarlier) }
    for id in ids[..<(lastOpen ?? 0)] { progress.tasks[id]?.isReopened = true }
  }

  /// Runs again what was typed in the step before the lesson was left.
  mutating func repeatTries() {
    guard !triesBefore.isEmpty, !isCatchingUp else { return }
    session.follow(trunk)
    session.forgetTheWayBack()
    var done: [String] = []
    for line in triesBefore {
      let before = session
      var fails = false
      session.run(line) { outcome, _ in if case .failure = outcome.result { fails = true } }
      // Of a row of commands a later one may have failed the first time, too.
      guard !fails || !session.stands(where: before) else { break }
      done.append(line)
    }
    // What led to a detour begins with its market, and that is no way to begin anew.
    if done.first == session.beginning { session.forgetTheWayBack() }
    let failed = done.count < triesBefore.count ? triesBefore[done.count] : nil
    progress.tries = done
    triesBefore = []
    let lines = done.count > 3 ? "\(done.count) lines" : done.map { "`\($0)`" }.joined(separator: ", ")
    if !done.isEmpty { show(.note("What you did here was done again: \(lines). `reset` throws it away.")) }
    if let failed { show(.note("`\(failed)` cannot be done again, nor what came after it.")) }
  }

  /// The conditions that do not hold yet: in the author's words, else with their numbers.
  mutating func showWhatIsMissing(_ index: Int) {
    guard session.marketName == trunk.marketName else {
      return show(.note("Not yet: you are in the market \(session.marketName); `reset` leads back to the lesson's."))
    }
    guard !session.hasBegunAnew(besides: trunk) else {
      return show(
        .note("Not yet: you have begun anew, and the task begins where the lesson stands; `reset` leads there."))
    }
    var unknown: CommandError?
    for condition in document.tasks[index].conditions {
      do throws(CommandError) {
        guard case .fails = try session.verdict(on: condition.expression) else { continue }
        if let missing = condition.missing {
          show(.note("Not yet: \(missing)\(missing.hasSuffix(".") ? "" : ".")"))
        } else {
          for requirement in Requirement.unmet(condition.expression, in: session) {
            show(.note("Not yet: \(requirement.sentence)."))
          }
        }
      } catch {
        unknown = error
      }
    }
    if let unknown { show(.note("Not yet: \(unknown.sentence).")) }
  }

  /// A world of the learner's own making, with a new wallet, solves nothing.
  func isSolved(_ index: Int, in state: Session) -> Bool {
    !state.hasBegunAnew(besides: trunk)
      && document.tasks[index].conditions.allSatisfy { (try? state.verdict(on: $0.expression)) == .holds }
  }

  /// Both sessions stand behind the lesson's solutions of the tasks so far, and a lesson that is left here goes on there.
  mutating func groundOnLesson() {
    followLesson()
    progress.ground = item + 1
  }

  /// Begins a task and those behind it anew, with what the page says about it.
  mutating func reopenTasks(from place: Int) {
    for finished in finishedOnTrunk { progress.tasks[document.tasks[finished.task].id]?.isReopened = true }
    let items = script.steps[step].items
    let first = items[..<min(place, items.count)].lastIndex { if case .task = $0 { true } else { false } } ?? 0
    for case .prose(let text) in items[first..<min(place, items.count)] { show(markdown: text) }
    (openTask, item) = (finishedOnTrunk.first?.task, place)
    finishedOnTrunk = []
    advance()
  }

  /// Brings the lesson's session behind the task.
  mutating func finishTask(_ index: Int) {
    openTask = nil
    progress.tasks[document.tasks[index].id]?.isReopened = false
    for solution in document.tasks[index].solutions {
      for block in document.details[solution].blocks { run(document.blocks[block], in: &canonical) }
    }
  }
}
