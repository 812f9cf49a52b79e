import Interpreter
import Testing

@testable import Notebook

/// The list of what has to be taught, and what the shipped lessons teach.
struct ConceptTests {
  /// Concepts whose lessons are still to be written.
  private static let waiting: Set<String> = [
    "depeg", "correlation", "margin-call", "yield-farming", "rebalancing", "simple-assets",
  ]

  private static func taught() throws -> Set<String> {
    Set(try LessonFile.all.flatMap { try $0.document.frontMatter.teaches.map(\.text) })
  }

  @Test func `every concept is taught, apart from those that wait for a lesson`() throws {
    let concepts = Set(Concept.all.map(\.id))
    #expect(concepts.count == Concept.all.count)
    #expect(concepts.subtracting(try Self.taught()) == Self.waiting)
  }

  @Test func `lessons teach what is on the list`() throws {
    #expect(try Self.taught().subtracting(Concept.all.map(\.id)) == [])
  }

  @Test(arguments: Concept.all)
  func `every concept is shown by commands that exist`(concept: Concept) throws {
    #expect(!concept.commands.isEmpty)
    let session = try LessonFile.all[0].player().session
    for command in concept.commands { #expect(session.readsAsCommand(command), Comment(rawValue: command)) }
  }
}
