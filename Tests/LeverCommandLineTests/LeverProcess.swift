import Foundation
import TestSupport

/// One run of the built executable, in a folder of its own that is gone afterwards.
struct LeverProcess {
  var status: Int32
  var output: String
  var error: String

  /// Runs `lever` with arguments, standard input, and files that lie in its working folder.
  static func run(
    _ arguments: [String], input: Data = Data(), files: [String: Data] = [:], environment: [String: String] = [:]
  ) throws -> LeverProcess {
    try run(executable: BuiltProduct.path("lever"), arguments, input, files, environment)
  }

  /// Runs a line of the shell in which `$LEVER` is the executable.
  static func run(shell line: String, files: [String: Data] = [:]) throws -> LeverProcess {
    try run(executable: "/bin/sh", ["-c", line], Data(), files, ["LEVER": BuiltProduct.path("lever")])
  }

  private static func run(
    executable: String, _ arguments: [String], _ input: Data, _ files: [String: Data], _ environment: [String: String]
  ) throws -> LeverProcess {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("lever-\(UUID().uuidString)")
    let (work, streams) = (folder.appendingPathComponent("work"), folder.appendingPathComponent("streams"))
    for path in [work, streams] { try manager.createDirectory(at: path, withIntermediateDirectories: true) }
    defer { try? manager.removeItem(at: folder) }
    for (name, data) in files { try data.write(to: work.appendingPathComponent(name)) }
    let names = ["in", "out", "err"].map { streams.appendingPathComponent($0) }
    try input.write(to: names[0])
    for name in names[1...] { try Data().write(to: name) }

    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = work
    process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    let texts = try names[1...].map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return LeverProcess(status: process.terminationStatus, output: texts[0], error: texts[1])
  }
}
