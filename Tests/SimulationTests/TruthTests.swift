import Foundation
import Testing

/// The closed forms that independent calculations have confirmed, and those of any file that `LEVER_TRUTHS` names.
struct TruthTests {
  private static let shippedFile = Bundle.module.bundleURL.appending(path: "Truths/truths.json")

  @Test func `every shipped case of a closed form that is built holds`() throws {
    let truths = try TruthFile(contentsOf: Self.shippedFile).truths
    Self.check(truths.filter { !TruthDispatch.notBuiltYet.contains($0.id) })
    print("not built yet: \(TruthDispatch.notBuiltYet.sorted().joined(separator: " "))")
  }

  @Test func `the list of closed forms that are not built only shrinks`() throws {
    let shipped = Set(try TruthFile(contentsOf: Self.shippedFile).truths.map(\.id))
    let unbuilt = TruthDispatch.notBuiltYet
    #expect(unbuilt.intersection(TruthDispatch.table.keys).sorted() == [], "built, but still on the list")
    #expect(unbuilt.subtracting(shipped).sorted() == [], "on the list, but not in the shipped file")
    #expect(shipped.subtracting(unbuilt).subtracting(TruthDispatch.table.keys).sorted() == [], "neither")
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["LEVER_TRUTHS"] != nil))
  func `every case of the named file holds`() throws {
    let path = try #require(ProcessInfo.processInfo.environment["LEVER_TRUTHS"])
    Self.check(try TruthFile(contentsOf: URL(filePath: path)).truths)
  }

  @Test func `a wrong value, a missing input and an unknown closed form are failures`() throws {
    let good = #""leverage":"3.0","LT":"0.83","r_borrow":"0.1""#
    let truths = """
      [{"id":"carry_time_to_liquidation","cases":[
        {"inputs":{\(good),"r_supply":"0.02"},"value":"2.7","check":"2.7","method":"none","abs_diff":"0"},
        {"inputs":{\(good)},"value":"2.7"}, {"inputs":{\(good),"r_supply":"0.02"},"value":"2.7","other":"1"}]},
       {"id":"nothing_known","cases":[]}]
      """
    let file = try Self.file(#"{"truths":\#(truths)}"#)
    #expect(
      file.truths.flatMap(TruthDispatch.failures) == [
        "carry_time_to_liquidation 1: value is 2.7391941239583857, expected 2.7",
        "carry_time_to_liquidation 2: input 'r_supply' is missing or no number",
        #"carry_time_to_liquidation 3: gives ["value"], expected ["other", "value"]"#,
        "nothing_known: unknown closed form",
      ])
  }

  @Test(arguments: [
    "", "{}", #"{"truths":[]}"#, #"{"truths":[{"id":"kelly","cases":[]}]}"#,
    #"{"truths":[{"id":"kelly","cases":[{"inputs":{}}]}]}"#, #"{"truths":[{"id":"kelly","cases":[{"value":"1"}]}]}"#,
  ])
  func `a file that would test nothing is a problem`(content: String) {
    #expect(throws: (any Error).self) { try Self.file(content) }
  }

  /// Reports the failures of a file in one issue, and how many cases hold.
  private static func check(_ truths: [Truth]) {
    let failures = truths.flatMap(TruthDispatch.failures)
    print("\(truths.count) closed forms, \(truths.reduce(0) { $0 + $1.cases.count }) cases")
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  private static func file(_ content: String) throws -> TruthFile {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".json")
    try Data(content.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try TruthFile(contentsOf: url)
  }
}
