import Foundation
import Testing

@testable import LeverCommandLine

/// Descriptors that do not block, as another program may leave them.
struct NonBlockingTests {
  private func pipe(nonBlocking end: Int) throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    try #require(unsafe Foundation.pipe(&ends) == 0)
    try #require(fcntl(ends[end], F_SETFL, O_NONBLOCK) == 0)
    return (ends[0], ends[1])
  }

  @Test func `all is written to a reader who takes time`() throws {
    let (input, output) = try pipe(nonBlocking: 1)
    let text = String(repeating: "0123456789abcde\n", count: 20_000)
    // A thread of its own: what waits in a task would keep the other from running.
    Thread.detachNewThread {
      try? StandardOutput(descriptor: output).write(text)
      close(output)
    }
    let read = try FileHandle(fileDescriptor: input, closeOnDealloc: true).readToEnd()
    let isWhole = read == Data(text.utf8)
    #expect(isWhole)
  }

  @Test func `all is read from a writer who takes time`() throws {
    let (input, output) = try pipe(nonBlocking: 0)
    Thread.detachNewThread {
      for text in ["pri", "nt 1\nprint", " 2\n"] {
        Thread.sleep(forTimeInterval: 0.02)
        try? StandardOutput(descriptor: output).write(text)
      }
      close(output)
    }
    var source = LineSource(descriptor: input)
    var lines: [String] = []
    while let line = try source.next() { lines.append(line) }
    close(input)
    #expect(lines == ["print 1", "print 2"])
  }
}
