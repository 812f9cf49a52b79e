import Foundation
import TestSupport
import Testing

@testable import Interpreter
@testable import Notebook

/// The shipped lessons, played from the first line to the last in several ways.
struct LessonPlayTests {
  private static func play(_ player: inout Player, _ line: (Player) -> String) -> Int {
    _ = player.start()
    var count = 0
    while !player.isFinished, count < 2_000 {
      _ = player.enter(line(player))
      count += 1
    }
    return count
  }

  @Test(arguments: LessonFile.all)
  func `right answers lead to the end`(file: LessonFile) throws {
    var player = try file.player()
    _ = Self.play(&player, Learner.rightLine)
    #expect(player.isFinished)
    #expect(player.document.quizzes.allSatisfy { player.progress.quizzes[$0.id]?.isRightAtOnce == true })
    #expect(player.document.tasks.allSatisfy { player.progress.tasks[$0.id]?.outcome == .solved })
    #expect(player.document.asks.allSatisfy { player.progress.asks[$0.id]?.outcome == .right })
    #expect(player.progress.doneSteps.count == player.document.steps.count)
    #expect(player.predictions.isEmpty)
  }

  @Test(arguments: LessonFile.all)
  func `wrong answers lead to the end too, and are not called right`(file: LessonFile) throws {
    var player = try file.player()
    _ = Self.play(&player, Learner.wrongLine)
    #expect(player.isFinished)
    #expect(player.document.quizzes.allSatisfy { player.progress.quizzes[$0.id]?.outcome == .shown })
    #expect(player.document.tasks.allSatisfy { player.progress.tasks[$0.id]?.outcome == .shown })
    #expect(player.document.asks.allSatisfy { player.progress.asks[$0.id]?.outcome == .shown })
  }

  /// The program ends and starts again before every line.
  @Test(arguments: LessonFile.all)
  func `a lesson that is left at every line goes on`(file: LessonFile) throws {
    var player = try file.player()
    _ = player.start()
    var (count, lastStep) = (0, "")
    while !player.isFinished, count < 4_000 {
      // A step is begun anew, so that leaving within it repeats its examples: only the first line of each is left.
      if player.progress.step != lastStep {
        lastStep = player.progress.step
        let text = player.progress.text
        let progress = try #require(LessonProgress(text))
        #expect(progress == player.progress && progress.text == text)
        player = try file.player(progress)
        _ = player.start()
      }
      _ = player.enter(Learner.rightLine(player))
      count += 1
    }
    #expect(player.isFinished)
    #expect(player.document.tasks.allSatisfy { player.progress.tasks[$0.id]?.outcome == .solved })
  }

  /// Detours of all kinds, then the right answers: no earlier play makes a task unsolvable.
  @Test(arguments: LessonFile.all)
  func `detours lead back`(file: LessonFile) throws {
    var generator = SeededGenerator(seed: 77)
    var player = try file.player()
    _ = player.start()
    for _ in 0..<120 where !player.isFinished {
      _ = player.enter(Learner.detours.randomElement(using: &generator) ?? "")
    }
    if player.isFinished { player = try file.player(player.progress) }
    let left = Self.play(&player, Learner.rightLine)
    #expect(player.isFinished, "\(generator.description), \(left) lines")
  }

  /// The game that a lesson measures is the learner's own: no page exchanges it for that of its solution.
  @Test func `one's own plan and weeks stay until they are over`() throws {
    let file = try #require(LessonFile.all.first { $0.name == "00-baseline.md" })
    var player = try file.player()
    _ = player.start()
    for line in ["goto twenty-weeks", "experiment start seed 5", "plan after-win 3x after-loss 1.5x"] {
      _ = player.enter(line)
    }
    #expect(player.progress.tasks["t-plan"]?.outcome == .solved)
    for _ in 0..<10 { _ = player.enter("round 1x") }
    player = try file.player(player.progress)
    _ = player.start()
    for _ in 0..<10 { _ = player.enter("round 1x") }
    #expect(player.progress.tasks["t-weeks"]?.outcome == .solved)
    #expect(player.session.world.experiment?.commands.prefix(3).last == "round 1x")
    #expect(player.session.world.experiment?.commands[1] == "plan after-win 3x after-loss 1.5x")
    #expect(player.session.world.experiment?.roundsPlayed == 20)
    // Behind the step there is none, so that nobody keeps another's game as his own.
    _ = player.enter("next")
    #expect(player.session.world.experiment == nil)
  }

  @Test(arguments: LessonFile.all)
  func `a class sees it to the end, without a mark`(file: LessonFile) throws {
    var player = try file.player(isPresented: true)
    var events = player.start()
    var count = 0
    while !player.isFinished, count < 500 {
      events += player.present()
      count += 1
    }
    #expect(player.isFinished && player.predictions.isEmpty)
    for case .outcome(let outcome) in events {
      if case .failure(let error) = outcome.result { #expect(file.showsErrors, "\(error.sentence)") }
    }
  }

  /// A log of what was typed gives the same marks.
  @Test(arguments: LessonFile.all)
  func `a log gives the same marks`(file: LessonFile) throws {
    var player = try file.player()
    var entries: [Grade.Entry] = []
    if case .lesson(let id) = player.document.frontMatter.kind { entries.append(.begin(lesson: id, step: "")) }
    _ = player.start()
    while !player.isFinished, entries.count < 2_000 {
      let line = entries.count.isMultiple(of: 3) ? Learner.wrongLine(player) : Learner.rightLine(player)
      entries.append(.line(line))
      _ = player.enter(line)
    }
    let grade = try Grade(
      entries, of: player.document, surroundings: LessonFile.surroundings)
    var expected = player.progress
    expected.finished = grade.progress.finished
    // Grading knows no day.
    for id in expected.quizzes.keys { expected.quizzes[id]?.madeUp = nil }
    #expect(grade.progress == expected && grade.remarks.isEmpty)
  }
}
