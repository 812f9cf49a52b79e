import Foundation
import Interpreter
import TestSupport
import Testing

@testable import Notebook

/// The shipped lessons, played from the first line to the last in several ways.
struct LessonPlayTests {
  private static let folder = RecordedFile.root.appendingPathComponent("lessons")

  private static let lessons: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()

  private static func player(_ file: String, _ progress: LessonProgress = LessonProgress()) throws -> Player {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    return try Player(
      try Document(parsing: text, file: file), progress: progress,
      surroundings: Surroundings(acceptsPrefixes: true, files: PageFiles(folder: folder)), today: "2026-11-20")
  }

  /// Files of the lessons' folder.
  private struct PageFiles: SessionFiles {
    let folder: URL

    func text(of path: String, limit: Int, what: String) throws(CommandError) -> String {
      guard let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) else {
        throw CommandError(.limit, "\(path) cannot be read")
      }
      return text
    }

    func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError) {
      throw CommandError(.limit, "\(path) cannot be written")
    }

    func candidates(for typed: String, ending: String, what: String) -> [Candidate] { [] }
  }

  /// What somebody who knows everything types next.
  private static func rightLine(_ player: Player) -> String {
    switch player.stage {
    case .example, .stepEnd, .finished: return ""
    case .quiz(let index): return "\(player.document.quizzes[index].answer)"
    case .review(let questions): return "\(questions[0].quiz.answer)"
    case .ask(let index):
      let answer = try? player.canonical.number(of: player.document.asks[index].answer)
      return answer?.text ?? "0"
    case .confidence: return "90"
    case .task(let index):
      let blocks = player.document.tasks[index].solutions.flatMap { player.document.details[$0].blocks }
      return blocks.flatMap { player.document.blocks[$0].commands.map(\.text) }.joined(separator: "; ")
        .replacing("\n", with: "; ")
    }
  }

  /// What somebody types who gets everything wrong at first.
  private static func wrongLine(_ player: Player) -> String {
    switch player.stage {
    case .quiz(let index):
      let quiz = player.document.quizzes[index]
      return "\(quiz.answer % quiz.choices.count + 1)"
    case .ask: return "123456789"
    case .task(let index): return player.shownSolutions.contains(index) ? rightLine(player) : "solution"
    default: return rightLine(player)
    }
  }

  private static func play(_ player: inout Player, _ line: (Player) -> String) -> Int {
    _ = player.start()
    var count = 0
    while !player.isFinished, count < 2_000 {
      _ = player.enter(line(player))
      count += 1
    }
    return count
  }

  @Test(arguments: lessons)
  func `right answers lead to the end`(file: String) throws {
    var player = try Self.player(file)
    _ = Self.play(&player, Self.rightLine)
    #expect(player.isFinished)
    #expect(player.document.quizzes.allSatisfy { player.progress.quizzes[$0.id]?.isRightAtOnce == true })
    #expect(player.document.tasks.allSatisfy { player.progress.tasks[$0.id]?.outcome == .solved })
    #expect(player.document.asks.allSatisfy { player.progress.asks[$0.id]?.outcome == .right })
    #expect(player.progress.doneSteps.count == player.document.steps.count)
    #expect(player.predictions.isEmpty)
  }

  @Test(arguments: lessons)
  func `wrong answers lead to the end too, and are not called right`(file: String) throws {
    var player = try Self.player(file)
    _ = Self.play(&player, Self.wrongLine)
    #expect(player.isFinished)
    #expect(player.document.quizzes.allSatisfy { player.progress.quizzes[$0.id]?.outcome == .shown })
    #expect(player.document.tasks.allSatisfy { player.progress.tasks[$0.id]?.outcome == .shown })
    #expect(player.document.asks.allSatisfy { player.progress.asks[$0.id]?.outcome == .shown })
  }

  /// The program ends and starts again before every line.
  @Test(arguments: lessons)
  func `a lesson that is left at every line goes on`(file: String) throws {
    var player = try Self.player(file)
    _ = player.start()
    var (count, lastStep) = (0, "")
    while !player.isFinished, count < 4_000 {
      // A step is begun anew, so that leaving within it repeats its examples: only the first line of each is left.
      if player.progress.step != lastStep {
        lastStep = player.progress.step
        let text = player.progress.text
        let progress = try #require(LessonProgress(text))
        #expect(progress == player.progress && progress.text == text)
        player = try Self.player(file, progress)
        _ = player.start()
      }
      _ = player.enter(Self.rightLine(player))
      count += 1
    }
    #expect(player.isFinished)
    #expect(player.document.tasks.allSatisfy { player.progress.tasks[$0.id]?.outcome == .solved })
  }

  /// Detours of all kinds, then the right answers: no earlier play makes a task unsolvable.
  @Test(arguments: lessons)
  func `detours lead back`(file: String) throws {
    var generator = SeededGenerator(seed: 77)
    let detours = [
      "undo", "undo 3", "redo", "reset", "market aave-v3-ethereum", "price -50%", "keepers off", "branch x", "switch x",
      "switch main", "deposit 1 ETH", "borrow max", "nonsense", "hint", "hint 9", "steps", "back", "goto 2", "goto 99",
      "goto nowhere", "skip", "next", "solution", "1", "9", "$5", "50%", "wait 10 days", "let x = 3", "", "quit",
      "position", "withdraw all", "repay max",
    ]
    var player = try Self.player(file)
    _ = player.start()
    for _ in 0..<120 where !player.isFinished {
      _ = player.enter(detours.randomElement(using: &generator) ?? "")
    }
    if player.isFinished { player = try Self.player(file, player.progress) }
    let left = Self.play(&player, Self.rightLine)
    #expect(player.isFinished, "\(generator.description), \(left) lines")
  }

  /// A log of what was typed gives the same marks.
  @Test(arguments: lessons)
  func `a log gives the same marks`(file: String) throws {
    var player = try Self.player(file)
    var entries: [Grade.Entry] = []
    if case .lesson(let id) = player.document.frontMatter.kind { entries.append(.begin(lesson: id, step: "")) }
    _ = player.start()
    while !player.isFinished, entries.count < 2_000 {
      let line = entries.count.isMultiple(of: 3) ? Self.wrongLine(player) : Self.rightLine(player)
      entries.append(.line(line))
      _ = player.enter(line)
    }
    let grade = try Grade(
      entries, of: player.document,
      surroundings: Surroundings(acceptsPrefixes: true, files: PageFiles(folder: Self.folder)))
    var expected = player.progress
    expected.finished = grade.progress.finished
    #expect(grade.progress == expected && grade.remarks.isEmpty)
  }
}
