import Testing

@testable import Reports

/// Directories such as `help`, from wide to narrow.
struct DirectoryTests {
  private static let sections = [
    DirectorySection(
      title: "First", entries: [.init(name: "abc", meaning: "one"), .init(name: "bcd", meaning: "two")]),
    DirectorySection(title: "Second", entries: [.init(name: "efg", meaning: "three")]),
    DirectorySection(
      title: "A title", entries: [.init(name: "hij", meaning: "four"), .init(name: "klm", meaning: "five")]),
  ]

  @Test(arguments: [
    (
      40,
      """
      First       Second        A title
        abc  one    efg  three    hij  four
        bcd  two                  klm  five

      """
    ),
    (
      25,
      """
      First         A title
        abc  one      hij  four
        bcd  two      klm  five
      Second
        efg  three

      """
    ),
    (
      24,
      """
      First
        abc  one
        bcd  two
      Second
        efg  three
      A title
        hij  four
        klm  five

      """
    ),
  ])
  func `sections stand in as many columns as there is room for`(width: Int, expected: String) {
    let renderer = TextRenderer(width: width)
    #expect(renderer.render(Report([.directory(Self.sections)])) == expected)
  }

  @Test(arguments: [
    ([3, 2, 3], 1, [8]), ([3, 2, 3], 2, [5, 3]), ([3, 2, 3], 3, [3, 2, 3]), ([3, 2, 3], 9, [3, 2, 3]), ([], 2, []),
    ([1, 1, 1, 9], 2, [3, 9]), ([4, 4, 4, 4], 3, [8, 8]),
  ])
  func `stacks are as low as possible`(heights: [Int], most: Int, expected: [Int]) {
    let stacks = TextRenderer.stacks(of: heights.map { Array(repeating: 0, count: $0) }, atMost: most)
    #expect(stacks.map(\.count) == expected)
  }
}
