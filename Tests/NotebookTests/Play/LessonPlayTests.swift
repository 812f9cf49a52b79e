import Foundation
import Interpreter
import TestSupport
import Testing

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
    #expect(grade.progress == expected && grade.remarks.isEmpty)
  }
}
