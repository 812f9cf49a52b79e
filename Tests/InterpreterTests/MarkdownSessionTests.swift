import TestSupport
import Testing

/// The checker of sessions in Markdown, against a program that says what it was told: `say TEXT` prints it, `fail` fails.
struct MarkdownSessionTests {
  private func run(_ line: String) -> MarkdownSession.Outcome {
    line.hasPrefix("say ") ? (line.dropFirst(4).replacing("/", with: "\n") + "\n", true) : ("error: \(line)\n", false)
  }

  private func problems(_ text: String) throws -> [String] {
    try MarkdownSession(parsing: text, file: "x.md").check(run)
  }

  @Test(arguments: [
    "```lever\nlever> say a/b\na\nb\n```", "~~~~ lever hide\nlever> say a/b\na\nb\n~~~~",
    "   ````lever\nlever> say a\na\n````",
    "```lever\nlever> say a/b/c\n...\n```", "```lever\nlever> say a/b/c\na\n...\n```",
    "```lever\nlever> say a/b/c\n...\nc\n```",
    "```lever\nlever> say a/b/c/d\na\n...\nd\n```", "```lever\nlever> say 1.234 ETH\n1[..] ETH\n```",
    "```lever\nlever> say ab\n[..]\n```",
    "```lever\nlever> say a\na\n\n\n```", "```lever\nlever> say a\na\nlever> say b\nb\n```",
    "```lever error\nlever> say a\na\nlever> fail\nerror: fail\n```",
    "---\ntranscript: x\n---\n```lever\nlever> say a\na\n```", "```text\n```lever\n```\n```lever\nlever> say a\na\n```",
    "```lever\r\nlever> say a\r\na\r\n```\r\n", "```lever\nlever> say a\n  ...> b\na\nb\n```",
    "# Prose\n\n```lever\nlever> say a\na\n```\nmore",
  ])
  func `a session that holds`(text: String) throws {
    #expect(try problems(text) == [])
  }

  @Test(arguments: [
    ("```lever\nlever> say a\nb\n```", "x.md:2: say a\n- b\n+ a"),
    ("```lever\nlever> say a\n```", "x.md:2: say a\n+ a"),
    ("```lever\nlever> say a\na\nb\n```", "x.md:2: say a\n  a\n- b"),
    ("\n\n```lever\nlever> fail\nerror: fail\n```", "x.md:4: fail\nit fails"),
    ("```lever error\nlever> say a\na\n```", "x.md:2: say a\nit ought to fail"),
    ("```lever error\nlever> fail\nerror: fail\nlever> fail\nerror: fail\n```", "x.md:2: fail\nit fails"),
    ("```lever\nlever> say a/b\n...\nc\n```", "x.md:2: say a/b\n- ...\n- c\n+ a\n+ b"),
    ("```lever\nlever> say ab\na[..]c\n```", "x.md:2: say ab\n- a[..]c\n+ ab"),
    ("```lever\nlever> say  a\na\n```", "x.md:2: say  a\n- a\n+  a"),
  ])
  func `a session that does not hold`(text: String, expected: String) throws {
    #expect(try problems(text) == [expected])
  }

  @Test(arguments: [
    ("no block", "x.md: there is no `lever` block"), ("```lever\nlever> say a", "x.md:1: the fence is not closed"),
    ("```lever eror\nlever> say a\n```", "x.md:1: unknown tag `eror`"),
    ("```lever\nsay a\n```", "x.md:2: a block begins with a command"),
    ("```lever\n```", "x.md:1: a block without a command"), ("", "x.md: there is no `lever` block"),
  ])
  func `a file that is no session`(text: String, expected: String) {
    let error = #expect(throws: MarkdownSession.Unreadable.self) { try MarkdownSession(parsing: text, file: "x.md") }
    #expect(error?.description == expected)
  }

  @Test(arguments: [
    (
      "a\n```lever\nlever> say 1/2\nlever> say 3\n```\nb\n",
      "a\n```lever\nlever> say 1/2\n1\n2\nlever> say 3\n3\n```\nb\n"
    ),
    ("```lever\nlever> say 1/2/3\n...\n3\n```", "```lever\nlever> say 1/2/3\n...\n3\n```"),
    ("```lever\nlever> say 15 ETH/4\n1[..] ETH\n3\n```", "```lever\nlever> say 15 ETH/4\n1[..] ETH\n4\n```"),
    ("```lever\r\nlever> say 1\r\n0\r\n```\r\n", "```lever\r\nlever> say 1\r\n1\r\n```\r\n"),
    ("```lever error\nlever> fail\n```", "```lever error\nlever> fail\nerror: fail\n```"),
  ])
  func `recording rewrites outputs and nothing else`(text: String, expected: String) throws {
    let recorded = try MarkdownSession(parsing: text, file: "x.md").recorded(run)
    #expect(recorded == expected)
    let again = try MarkdownSession(parsing: recorded, file: "x.md")
    #expect(try again.recorded(run) == recorded)
    #expect(again.check(run) == [])
  }

  @Test(arguments: ["```lever\nlever> fail\n```", "```lever error\nlever> say a\n```"])
  func `recording refuses what did not come out as it ought to`(text: String) throws {
    let session = try MarkdownSession(parsing: text, file: "x.md")
    #expect(throws: MarkdownSession.Unreadable.self) { try session.recorded(run) }
  }
}
