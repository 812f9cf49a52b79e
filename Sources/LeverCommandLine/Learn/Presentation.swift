import Interpreter
import Notebook
import Reports
import Terminal

/// A lesson that is shown to a class: any key goes on, the arrow to the left goes back a step, nothing is asked, and questions show their answers.
struct Presentation {
  private let program: LearnProgram
  private let entry: LessonShelf.Entry

  init(_ program: LearnProgram, _ entry: LessonShelf.Entry) {
    self.program = program
    self.entry = entry
  }

  func run() throws -> Int32 {
    var player = try Player(
      entry.document, surroundings: program.surroundings(entry), today: Today.date, isPresented: true)
    var isGoingOn = try program.write(player.start(), player, nil)
    while isGoingOn, !player.isFinished {
      let key = SingleKey.read()
      guard key != .leave else { break }
      try StandardOutput.output.write("\n")
      isGoingOn = try program.write(key == .back ? player.enter("back") : player.present(), player, nil)
    }
    return ExitCode.success.rawValue
  }
}
