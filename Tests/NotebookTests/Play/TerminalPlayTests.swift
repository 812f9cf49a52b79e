import Foundation
import Interpreter
import TestSupport
import Testing

@testable import Notebook

/// The shipped lessons at a pseudo-terminal, from the first line to the last.
///
/// A second player in the test is given the same lines. It says what to type next, and what has to be in the file of progress.
struct TerminalPlayTests {
  private final class Play {
    private let home = TemporaryFolder()
    private let file: LessonFile
    private var terminal: PseudoTerminal
    private(set) var player: Player
    /// Whether a solution stands in the prompt.
    private var isFilled = false

    init(_ file: LessonFile, columns: Int = 80) throws {
      self.file = file
      player = try file.player()
      terminal = try Self.start(file, home, columns)
      try begin()
    }

    private static func start(_ file: LessonFile, _ home: TemporaryFolder, _ columns: Int) throws -> PseudoTerminal {
      try PseudoTerminal(
        BuiltProduct.path("lever"), arguments: ["learn", file.path],
        environment: ["TERM": "xterm-256color", "HOME": home.path], columns: columns, rows: 30)
    }

    private func begin() throws {
      _ = player.start()
      isFilled = false
      try waitForPrompt(after: 0)
      #expect(terminal.screen.text.contains(String(try file.document.title.prefix(12))))
    }

    /// The terminal is told at each prompt that pasted text is to be marked.
    private func waitForPrompt(after mark: Int) throws {
      let sign = Array("\u{1B}[?2004h".utf8)
      try terminal.wait(for: "a prompt") { terminal in
        !terminal.isCooked && terminal.output[mark...].contains(sign)
      }
    }

    func enter(_ line: String) throws {
      let mark = terminal.output.count
      terminal.send((isFilled ? "\u{15}" : "") + line + "\r")
      let events = player.enter(line)
      isFilled = events.contains { if case .fill = $0 { true } else { false } }
      try waitForPrompt(after: mark)
    }

    func resize(columns: Int) { terminal.resize(columns: columns, rows: 30) }

    /// Begins a line and gives it up.
    func interrupt() throws {
      let mark = terminal.output.count
      terminal.send("borrow 99%\u{3}")
      try waitForPrompt(after: mark)
      isFilled = false
    }

    /// Leaves with the word or the key, and finds in the file what was reached.
    func leave(_ keys: String) throws {
      terminal.send((isFilled ? "\u{15}" : "") + keys)
      #expect(try terminal.waitForExit() == .exited(0))
      let path = home.path + "/.local/state/lever/progress/\(lesson).txt"
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? LessonProgress().text
      var kept = try #require(LessonProgress(text))
      // The program knows the day, and the test does not.
      if kept.finished != nil { kept.finished = player.progress.finished }
      for id in kept.quizzes.keys where kept.quizzes[id]?.madeUp != nil {
        kept.quizzes[id]?.madeUp = player.progress.quizzes[id]?.madeUp
      }
      #expect(kept.text == player.progress.text)
    }

    func goOn(columns: Int = 80) throws {
      player = try file.player(player.progress)
      terminal = try Self.start(file, home, columns)
      try begin()
    }

    private var lesson: String {
      if case .lesson(let id) = player.document.frontMatter.kind { id } else { "" }
    }

    /// Plays to the end.
    func finish(_ line: (Player) -> String) throws {
      var count = 0
      while !player.isFinished, count < 500 {
        try enter(line(player))
        count += 1
      }
      #expect(player.isFinished)
      #expect(terminal.screen.text.contains("The lesson is over"))
    }
  }

  @Test(arguments: LessonFile.all)
  func `right answers at 80 columns`(file: LessonFile) throws {
    let play = try Play(file)
    try play.finish(Learner.rightLine)
    try play.leave("quit\r")
  }

  @Test(arguments: LessonFile.all)
  func `wrong answers at 40 columns`(file: LessonFile) throws {
    let play = try Play(file, columns: 40)
    try play.finish(Learner.wrongLine)
    try play.leave("\u{4}")
  }

  @Test(arguments: LessonFile.all)
  func `left at the beginning of every step`(file: LessonFile) throws {
    let play = try Play(file)
    var step = ""
    while !play.player.isFinished {
      if play.player.progress.step != step {
        step = play.player.progress.step
        try play.leave(step.count.isMultiple(of: 2) ? "quit\r" : "\u{4}")
        try play.goOn()
      }
      try play.enter(Learner.rightLine(play.player))
    }
    try play.leave("quit\r")
  }

  @Test(arguments: LessonFile.all)
  func `detours, lines given up and other widths`(file: LessonFile) throws {
    var generator = SeededGenerator(seed: 4)
    let play = try Play(file)
    for _ in 0..<60 where !play.player.isFinished {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: try play.interrupt()
      case 1: play.resize(columns: 40)
      case 2: play.resize(columns: 80)
      default:
        let line = Learner.detours.randomElement(using: &generator) ?? ""
        if line == "quit" {
          try play.leave("quit\r")
          try play.goOn(columns: 60)
        } else {
          try play.enter(line)
        }
      }
    }
    try play.finish(Learner.rightLine)
    try play.leave("quit\r")
  }
}
