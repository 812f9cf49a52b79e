import Foundation
import TestSupport
import Testing

/// `lever learn`, `lessons`, `new lesson` and `grade` through the executable.
struct LearnProgramTests {
  private static func lesson(_ id: String) throws -> String {
    let folder = TemporaryFolder()
    let run = try LeverProcess.run(shell: "cd \(folder.path) && \"$LEVER\" new lesson \(id) >/dev/null && cat \(id).md")
    return run.output
  }

  @Test func `the shipped lessons are listed with time and state`() throws {
    let run = try LeverProcess.run(["learn"])
    #expect(run.status == 0 && run.error.isEmpty)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0].split(separator: " ").map(String.init) == ["lesson", "title", "time", "state"])
    #expect(lines.contains { $0.hasPrefix("the-loop ") && $0.hasSuffix(" min  new") })
    #expect(run.output.contains("`lever learn baseline` plays a lesson"))
    #expect(try LeverProcess.run(["lessons"]).output == run.output)
  }

  /// Whatever a lesson's state is.
  @Test(arguments: ["at one-loop\n", "finished 2026-01-01\n", "quiz q-buffer misses=1 right\nfinished 2026-01-01\n"])
  func `the lists fit into 80 columns`(state: String) throws {
    let home = TemporaryFolder()
    let folder = home.path + "/.local/state/lever/progress"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for id in ["the-loop", "liquidation"] {
      try "# lever progress format=1\n\(state)".write(toFile: "\(folder)/\(id).txt", atomically: true, encoding: .utf8)
    }
    for words in [["learn"], ["lessons", "--concepts"]] {
      let run = try LeverProcess.run(words + ["--width", "80"], environment: ["HOME": home.path])
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      let heads = run.output.split(separator: "\n").count { $0.hasPrefix("lesson ") || $0.hasPrefix("concept ") }
      #expect(heads == (words.count == 1 ? 1 : 4))
    }
  }

  @Test func `a lesson of the folder comes before those of the program, and a broken one is refused with its place`()
    throws
  {
    let run = try LeverProcess.run(
      shell: "mkdir lessons && cp *.md lessons && \"$LEVER\" learn",
      files: ["own.md": Data(try Self.lesson("own").utf8), "broken.md": Data("# x\n\n```lever\nlever> print 1\n".utf8)])
    #expect(run.output.contains("\nown "))
    #expect(run.output.contains("Refused: lessons/broken.md:3:1: "))
  }

  @Test func `every concept is named with what teaches it`() throws {
    let run = try LeverProcess.run(["lessons", "--concepts", "--width", "200"])
    #expect(run.status == 0)
    for line in ["The loop", "What can go wrong", "The person", "Habits"] { #expect(run.output.contains("\(line)\n")) }
    #expect(run.output.contains(/health-factor +collateral × threshold ÷ +liquidation/))
  }

  @Test func `without a terminal a lesson is refused`() throws {
    let run = try LeverProcess.run(["learn", "the-loop"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.error.contains("a lesson is played at a terminal"))
    for (words, message) in [
      (["2"], "a lesson is played at a terminal"), (["the", "loop"], "a lesson is played at a terminal"),
      (["volatilty"], "did you mean `volatility`?"), (["loop"], "did you mean `the-loop`?"),
    ] {
      let named = try LeverProcess.run(["learn"] + words)
      #expect(named.status == 2 && named.error.contains(message), Comment(rawValue: named.error))
    }
    let unknown = try LeverProcess.run(["learn", "no-such-lesson"])
    #expect(unknown.status == 2 && unknown.error.contains("there is no lesson `no-such-lesson`; there is baseline"))
  }

  @Test func `a new lesson passes the check and is never written over another file`() throws {
    let run = try LeverProcess.run(
      shell:
        "\"$LEVER\" new lesson margin-calls && \"$LEVER\" check margin-calls.md >/dev/null && \"$LEVER\" new lesson margin-calls"
    )
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("Wrote margin-calls.md."))
    #expect(run.error == "error: margin-calls.md cannot be written: it exists\n")
    #expect(try LeverProcess.run(["new", "lesson", "../x"]).status == 2)
  }

  /// Lines that claim to be right, are cut off or come from another lesson change no mark.
  @Test func `grade believes only what was typed`() throws {
    let lines = [
      #"{"at":"","format":1,"lesson":"own"}"#, #"{"line":"","step":""}"#, #"{"line":"970","correct":true}"#,
      #"{"line":"80"}"#, #"{"line":""}"#, #"{"line":""}"#, #"{"line":""}"#,
      #"{"line":"1","correct":true,"outcome":"right"}"#, #"{"task":"t-first","outcome":"solved"}"#, #"{"line":"2""#,
      #"{"line":"2"}"#, #"{"line":""}"#, #"{"line":"repay 1500 USDC"}"#,
    ]
    let files = [
      "own.md": Data(try Self.lesson("own").utf8),
      "ada.jsonl": Data(lines.joined(separator: "\n").utf8),
      "bob.jsonl": Data("{\"at\":\"\",\"format\":1,\"lesson\":\"other\"}\n{\"line\":\"1\"}\n".utf8),
    ]
    let run = try LeverProcess.run(["grade", "./own.md", "ada.jsonl", "bob.jsonl", "--csv"], files: files)
    #expect(run.status == 0)
    #expect(
      run.output == """
        log,kind,id,outcome,misses,hints,answer,confidence
        ada.jsonl,task,t-first,solved,,0,,
        ada.jsonl,quiz,q-first,right,1,,,
        ada.jsonl,ask,a-first,right,,,970,80
        bob.jsonl,task,t-first,open,,0,,
        bob.jsonl,quiz,q-first,open,0,,,
        bob.jsonl,ask,a-first,open,,,,

        """)
    #expect(
      run.error == """
        note: ada.jsonl:9: the line is cut off or none of a log, and is passed over
        note: ada.jsonl:10: the line is cut off or none of a log, and is passed over
        note: bob.jsonl:1: it belongs to the lesson `other`, and this is `own`: its lines are passed over

        """)
    let missing = try LeverProcess.run(["grade", "./own.md", "nobody.jsonl"], files: files)
    #expect(missing.status == 1 && missing.output.isEmpty)
    #expect(missing.error.hasPrefix("error: nobody.jsonl cannot be read"))
    for form in [[], ["--csv"], ["--json"]] {
      let empty = try LeverProcess.run(["grade", "./own.md", "own.md"] + form, files: files)
      #expect(empty.status == 1 && empty.output.isEmpty)
      #expect(empty.error == "error: own.md cannot be read: no line of it is one of a log\n")
    }
  }
}
