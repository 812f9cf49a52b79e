import Testing

@testable import Storage

struct StateFolderTests {
  @Test(arguments: [
    ("/s", "/h", "/s/lever"), (nil, "/h", "/h/.local/state/lever"), ("", "/h", "/h/.local/state/lever"),
    ("relative", "/h", "/h/.local/state/lever"), (nil, nil, nil), (nil, "", nil),
  ])
  func `the state folder is that of the base directory specification`(stateHome: String?, home: String?, path: String?)
  {
    #expect(StateFolder.standard(stateHome: stateHome, home: home) == path)
  }
}
