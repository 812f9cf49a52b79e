import Foundation
import TestSupport
import Testing

/// `lever data` through the executable: what is kept about the user, and how it goes.
struct DataProgramTests {
  private static func home(_ files: [String: String]) throws -> TemporaryFolder {
    let home = TemporaryFolder()
    for (name, text) in files {
      let path = home.path + "/.local/state/lever/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    return home
  }

  private static let files = [
    "history": "loop 3\n", "progress/the-loop.txt": "# lever progress format=1\n", "progress/own.txt": "",
    "experiments/baseline.txt": "# lever experiment format=1\n", "journals/7-0.journal": "", "notes.txt": "mine",
  ]

  @Test func `lists all that is kept, and nothing else`() throws {
    let home = try Self.home(Self.files)
    let run = try LeverProcess.run(["data", "--width", "200"], environment: ["HOME": home.path])
    #expect(run.status == 0 && run.error.isEmpty)
    #expect(run.output.hasPrefix("All that is kept about you is in \(home.path)/.local/state/lever:\n"))
    for name in ["history", "journals/7-0", "progress/own", "progress/the-loop", "experiments/baseline"] {
      #expect(run.output.contains("\n\(name) "), Comment(rawValue: run.output))
    }
    #expect(!run.output.contains("notes"))
  }

  @Test func `without anything it says so`() throws {
    let home = TemporaryFolder()
    let run = try LeverProcess.run(["data"], environment: ["HOME": home.path])
    #expect(run.output.hasPrefix("Nothing is kept about you in"))
    let all = try LeverProcess.run(["data", "delete", "all"], environment: ["HOME": home.path])
    #expect(all.status == 0 && all.output == "There is nothing to delete.\n")
  }

  @Test(arguments: [
    (["progress/own"], ["progress/own.txt"]), (["progress"], ["progress/own.txt", "progress/the-loop.txt"]),
    (["history", "experiments/baseline"], ["history", "experiments/baseline.txt"]),
    (
      ["all"],
      ["history", "progress/own.txt", "progress/the-loop.txt", "experiments/baseline.txt", "journals/7-0.journal"]
    ),
  ])
  func `deletes what is named`(names: [String], gone: [String]) throws {
    let home = try Self.home(Self.files)
    let run = try LeverProcess.run(["data", "delete"] + names, environment: ["HOME": home.path])
    #expect(run.status == 0 && run.error.isEmpty)
    for file in Self.files.keys {
      let isThere = FileManager.default.fileExists(atPath: home.path + "/.local/state/lever/" + file)
      #expect(isThere == !gone.contains(file), Comment(rawValue: file))
    }
  }

  @Test(arguments: [
    (["data", "delete"], "lever data delete NAME"), (["data", "show"], "lever data delete NAME"),
    (["data", "delete", "progres"], "did you mean `progress`?"),
    (["data", "delete", "the-loop"], "did you mean `progress/the-loop`?"),
    (["data", "delete", "progress/none"], "nothing is kept as `progress/none`"),
    (["data", "--seed", "3"], "no effect on `lever data`"),
  ])
  func `what it does not know is refused, and nothing goes`(words: [String], message: String) throws {
    let home = try Self.home(Self.files)
    let run = try LeverProcess.run(words, environment: ["HOME": home.path])
    #expect(run.status == 2 && run.error.contains(message), Comment(rawValue: run.error))
    #expect(FileManager.default.fileExists(atPath: home.path + "/.local/state/lever/progress/own.txt"))
  }

  @Test func `an experiment is kept there and nowhere else, and only when it is said`() throws {
    let home = TemporaryFolder()
    let file = home.path + "/.local/state/lever/experiments/baseline.txt"
    let commands = "experiment start seed 3; round 2x odds 5%"
    _ = try LeverProcess.run(["-c", commands], environment: ["HOME": home.path])
    #expect(!FileManager.default.fileExists(atPath: home.path + "/.local"))
    let run = try LeverProcess.run(["-c", commands + "; experiment keep baseline"], environment: ["HOME": home.path])
    #expect(run.status == 0, Comment(rawValue: run.error))
    #expect(
      try String(contentsOfFile: file, encoding: .utf8) == """
        # lever experiment format=1
        experiment start rounds 20 seed 3 vol 80% drift 96%
        round 2x odds 5%

        """)
    let again = try LeverProcess.run(["-c", commands + "; experiment keep baseline"], environment: ["HOME": home.path])
    #expect(again.status == 1 && again.error.contains("an experiment baseline is kept already"))
    let other = try LeverProcess.run(
      ["-c", "experiment start seed 4; round 1x; experiment compare baseline"], environment: ["HOME": home.path])
    #expect(other.status == 0 && other.output.contains("2.00x  1.00x"))
  }
}
