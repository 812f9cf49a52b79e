import Behavior
import Testing

struct GameScheduleTests {
  @Test func `two blocks of ten`() {
    let schedule = GameSchedule()
    #expect(schedule.rounds == 20)
    #expect((0..<20).filter { schedule.startsBlock(round: $0) } == [0, 10])
  }

  @Test func `every second block of the second part is paid out`() {
    let schedule = GameSchedule(blocks: 4, roundsPerBlock: 2)
    #expect((0..<8).filter { schedule.isSettled(round: $0, in: .backwards) } == [2, 3, 6, 7])
    #expect(!(0..<8).contains { schedule.isSettled(round: $0, in: .forwards) })
  }
}
