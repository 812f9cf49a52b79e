import Testing

@testable import Interpreter

struct CommandLineSplitterTests {
  @Test(arguments: [
    ("deposit 10 ETH", ["deposit 10 ETH"]),
    ("deposit 10 ETH; loop 3;ladder", ["deposit 10 ETH", "loop 3", "ladder"]),
    ("  \t deposit 10 ETH \r", ["deposit 10 ETH"]),
    ("", []),
    (";;; ; ", []),
    ("# nothing but a comment", []),
    ("price 1800 # a fall; and no command", ["price 1800"]),
    ("price#1800", ["price#1800"]),
    ("let a = 1\nprint a", ["let a = 1", "print a"]),
    ("print 1 # one\nprint 2", ["print 1", "print 2"]),
    ("print 1\r\nprint 2\r\n", ["print 1", "print 2"]),
    ("market \"a; b # c\"; price", ["market \"a; b # c\"", "price"]),
    ("market \"not closed; price", ["market \"not closed; price"]),
    ("market \"not closed\nprice; position", ["market \"not closed", "price", "position"]),
    ("\u{FEFF}print 1", ["print 1"]),
    ("print\u{A0}1", ["print\u{A0}1"]),
    ("#", []), (";#;", []), ("é; 数", ["é", "数"]),
  ])
  func `cuts a line into commands`(line: String, expected: [String]) {
    #expect(CommandLineSplitter.commands(in: line).map(\.text) == expected)
  }

  @Test func `a command knows where it stands`() {
    let commands = CommandLineSplitter.commands(in: "é ;  loop 3 # x")
    #expect(commands.map(\.range) == [0..<1, 5..<11])
    #expect(commands.allSatisfy { $0.line.count == 15 })
  }
}
