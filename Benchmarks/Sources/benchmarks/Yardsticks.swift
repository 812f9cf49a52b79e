/// Programs of others that do the same work.
struct Yardsticks {
  /// The folder with their sources.
  let folder: String
  /// Where the C programs were built.
  let built: String
  /// A Python with numba; nil without one.
  let python: String?

  /// A C program of the folder.
  func program(_ name: String, _ arguments: String...) -> Program {
    Program(path: built + "/" + name, arguments: arguments)
  }

  /// A Python program of the folder; nil where Python or its libraries are missing.
  func script(_ name: String, _ arguments: String...) -> Program? {
    python.map { Program(path: $0, arguments: [folder + "/" + name] + arguments) }
  }
}
