import Foundation
import Testing

/// The cases of published protocol arithmetic, and those of any folder that `LEVER_VECTORS` names.
@Suite struct VectorTests {
  private static let shippedFolder = Bundle.module.bundleURL.appending(path: "Vectors")

  @Test func everyShippedCaseOfABuiltFunctionPasses() throws {
    let unbuilt = VectorDispatch.notBuiltYet
    for (name, file) in try VectorFile.all(in: Self.shippedFolder) {
      Self.check(file.cases.filter { !unbuilt.contains($0.function) }, of: name)
    }
    print("not built yet: \(unbuilt.sorted().joined(separator: " "))")
  }

  @Test func theListOfUnbuiltFunctionsOnlyShrinks() throws {
    let shipped = try VectorFile.all(in: Self.shippedFolder)
      .reduce(into: Set<String>()) { names, entry in names.formUnion(entry.file.cases.map(\.function)) }
    let unbuilt = VectorDispatch.notBuiltYet
    #expect(unbuilt.intersection(VectorDispatch.table.keys).sorted() == [], "built, but still on the list")
    #expect(unbuilt.subtracting(shipped).sorted() == [], "on the list, but in no shipped file")
    #expect(shipped.subtracting(unbuilt).subtracting(VectorDispatch.table.keys).sorted() == [], "neither")
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["LEVER_VECTORS"] != nil))
  func everyCaseOfTheNamedFolderPasses() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["LEVER_VECTORS"])
    for (name, file) in try VectorFile.all(in: URL(filePath: folder, directoryHint: .isDirectory)) {
      Self.check(file.cases, of: name)
    }
  }

  /// Reports the first failures of a file in one issue, and how many there are.
  private static func check(_ cases: [VectorCase], of name: String) {
    let failures = cases.compactMap(VectorDispatch.failure)
    print("\(name): \(cases.count - failures.count) of \(cases.count) cases pass")
    let shown = failures.prefix(20).joined(separator: "\n")
    #expect(failures.isEmpty, "\(name): \(failures.count) of \(cases.count) cases fail\n\(shown)")
  }
}
