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

  @Test func `who stays to the end of the block left at what was there then`() throws {
    let found = try exits(Array(repeating: "4x", count: 6), exit: 5)
    let exit = try #require(found[5])
    #expect(found.count == 1 && exit.planned == 0.95)
    var session = try ClassroomSession.make()
    _ = session.output(of: "experiment start rounds 12 seed 4")
    for _ in 0..<6 { _ = session.output(of: "round 4x") }
    let run = try #require(session.world.experiment?.runs[0])
    #expect(abs(exit.actual - ExperimentResult([run]).blocks[0]) < 1e-12)
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
  }

  @Test func `without a fall there is no exit`() throws {
    #expect(try exits(Array(repeating: "0x", count: 12), exit: 5) == [:])
  }
}
