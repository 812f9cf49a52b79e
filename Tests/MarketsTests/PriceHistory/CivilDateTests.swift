import Markets
import Testing

struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2020-03-12", 18_333),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1900-03-01", -25_508),
  ]) func `days since 1970`(text: String, days: Int) throws {
    let date = try #require(CivilDate(daysSince1970: days))
    #expect(date.description == text)
    #expect(date.daysSince1970 == days)
  }

  @Test func `days follow each other without a hole for 800 years`() throws {
    var last = try #require(CivilDate(year: 1600, month: 1, day: 1))
    for days in last.daysSince1970 + 1...last.daysSince1970 + 292_194 {
      let next = try #require(CivilDate(daysSince1970: days))
      let isNextDay = next.year == last.year && next.month == last.month && next.day == last.day + 1
      let isNextMonth = next.day == 1 && last.day == CivilDate.days(in: last.month, of: last.year)
      #expect(next.daysSince1970 == days && (isNextDay || isNextMonth))
      last = next
    }
    #expect(last.description == "2400-01-01")
  }

  @Test(arguments: [(2021, 2, 29), (1900, 2, 29), (2020, 13, 1), (2020, 0, 1), (2020, 4, 31), (2020, 1, 0), (0, 1, 1)])
  func `days that do not exist`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [-719_163, 2_932_897, Int.min, Int.max]) func `years outside of 1 to 9999`(days: Int) {
    #expect(CivilDate(daysSince1970: days) == nil)
  }
}
