import Foundation
import Testing

@Suite struct VectorFileTests {
  @Test(arguments: [
    nil, "", "{", #"{"format":1,"group":"g","cases":[]}"#, #"{"format":2,"group":"g","cases":[{}]}"#,
    #"{"format":1,"group":"g","cases":[{"id":"a","function":"wadMul"}]}"#,
    #"{"format":1,"group":"g","cases":[{"id":"a","function":"f","inputs":{"a":1},"expected":{},"tolerance":"exact"}]}"#,
  ])
  func aFolderThatWouldTestNothingIsAProblem(content: String?) throws {
    try withFolder(content) { folder in
      #expect(throws: (any Error).self) { try VectorFile.all(in: folder) }
    }
  }

  @Test func aFolderThatIsNotThereIsAProblem() {
    #expect(throws: (any Error).self) { try VectorFile.all(in: URL(filePath: "/nowhere/at/all")) }
  }

  @Test func anUnknownFunctionAWrongResultAndAMissingInputAreFailures() throws {
    let inputs = #""inputs":{"a":"1"},"tolerance":"exact""#
    let cases = [
      #"{"id":"unknown","function":"nope","expected":{"result":"1"},\#(inputs)}"#,
      #"{"id":"wrong","function":"wadToRay","expected":{"result":"1"},\#(inputs)}"#,
      #"{"id":"input","function":"wadMul","expected":{"result":"1"},\#(inputs)}"#,
      #"{"id":"keys","function":"wadToRay","expected":{"other":"1000000000"},\#(inputs)}"#,
      #"{"id":"error","function":"wadToRay","expected":{"error":"overflow"},\#(inputs)}"#,
      #"{"id":"right","function":"wadToRay","expected":{"result":"1000000000"},\#(inputs)}"#,
    ]
    try withFolder(#"{"format":1,"group":"g","cases":[\#(cases.joined(separator: ","))]}"#) { folder in
      let failures = try VectorFile.all(in: folder).flatMap(\.file.cases).map(VectorDispatch.failure)
      #expect(
        failures.map { $0 ?? "passes" } == [
          "unknown: unknown function 'nope'", "wrong wadToRay: result is 1000000000, expected 1",
          "input wadMul: input 'b' is missing or not text",
          #"keys wadToRay: returned ["result": 1000000000], expected ["other": 1000000000]"#,
          #"error wadToRay: returned ["result": 1000000000], expected ["error": overflow]"#, "passes",
        ])
    }
  }

  /// A folder with one file, or with none.
  private func withFolder(_ content: String?, _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if let content { try Data(content.utf8).write(to: folder.appending(path: "vectors.json")) }
    try body(folder)
  }
}
