import Behavior
import FixedPoint
import Testing

@testable import Interpreter

/// Planned exits beside actual ones.
struct ExperimentPlanTests {
  /// The exits that are marked, by the numbers of their rounds.
  private func exits(_ leverages: [String], exit: Int) throws -> [Int: RoundChoice.Exit] {
    var session = try ClassroomSession.make()
    _ = session.output(of: "experiment start rounds 12 seed 4; plan after-win 2x after-loss 2x exit -\(exit)%")
    for leverage in leverages { _ = session.output(of: "round \(leverage)") }
    let experiment = try #require(session.world.experiment)
    #expect(experiment.roundsPlayed == leverages.count)
    let marked = try #require(experiment.plan).marked(experiment)
    return Dictionary(
      uniqueKeysWithValues: marked.enumerated().compactMap { index, record in record.choice.exit.map { (index, $0) } })
  }

  private func counts(_ leverages: [String], exit: Int) throws -> (due: Int, taken: Int) {
    var session = try ClassroomSession.make()
    _ = session.output(of: "experiment start rounds 12 seed 4; plan after-win 2x after-loss 2x exit -\(exit)%")
    for leverage in leverages { _ = session.output(of: "round \(leverage)") }
    let experiment = try #require(session.world.experiment)
    return try #require(experiment.plan).exits(experiment)
  }

  /// What a block ends with is no exit of somebody who stayed.
  @Test func `who stays to the end of the block has not left`() throws {
    let stayed = Array(repeating: "4x", count: 6)
    #expect(try exits(stayed, exit: 5) == [:])
    #expect(try counts(stayed, exit: 5) == (due: 1, taken: 0))
    #expect(try counts(Array(repeating: "0x", count: 12), exit: 5) == (due: 0, taken: 0))
  }

  @Test func `who leaves when the plan says so left there`() throws {
    var session = try ClassroomSession.make()
    _ = session.output(of: "experiment start rounds 12 seed 4")
    var leverages: [String] = []
    while leverages.count < 6 {
      let equity = session.world.experiment?.equity ?? 0
      leverages.append(equity <= 9_500 ? "0x" : "4x")
      _ = session.output(of: "round \(leverages[leverages.count - 1])")
    }
    let left = try #require(leverages.firstIndex(of: "0x"))
    let found = try exits(leverages, exit: 5)
    let exit = try #require(found[left])
    #expect(found.count == 1 && exit.actual <= 0.95 && exit.actual > 0)
    #expect(try counts(leverages, exit: 5) == (due: 1, taken: 1))
  }

  @Test func `without a fall there is no exit`() throws {
    #expect(try exits(Array(repeating: "0x", count: 12), exit: 5) == [:])
  }
}
