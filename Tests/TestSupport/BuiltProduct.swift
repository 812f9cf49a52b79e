import Foundation

/// The executables that were built together with the tests.
public enum BuiltProduct {
  /// No such executable beside the tests.
  public struct Missing: Error, CustomStringConvertible {
    public var description: String
  }

  /// The path of an executable of this package, in the folder that the test bundle was built into.
  public static func path(_ name: String) throws -> String {
    // Linux runs the bundle itself. macOS runs a helper that is given the path of the bundle's executable, which is three
    // folders further down.
    var folders = CommandLine.arguments.map { URL(fileURLWithPath: $0) }
    for _ in 0..<5 {
      folders = folders.map { $0.deletingLastPathComponent() }
      for folder in folders {
        let path = folder.appendingPathComponent(name).path
        if FileManager.default.isExecutableFile(atPath: path), !isFolder(path) { return path }
      }
    }
    throw Missing(description: "\(name) is not built: run `swift build --product \(name)`")
  }

  private static func isFolder(_ path: String) -> Bool {
    (try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }
}
