#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a program keeps what it wants to find again at its next start.
public enum StateFolder {
  /// The folder of the user who runs this: `$XDG_STATE_HOME/lever`, else `~/.local/state/lever`.
  ///
  /// Nil when neither variable holds an absolute path. It need not exist.
  public static func standard() -> String? {
    standard(stateHome: environmentValue("XDG_STATE_HOME"), home: environmentValue("HOME"))
  }

  static func standard(stateHome: String?, home: String?) -> String? {
    // The base directory specification: a relative path counts as not set.
    if let stateHome, stateHome.hasPrefix("/") { return stateHome + "/lever" }
    if let home, home.hasPrefix("/") { return home + "/.local/state/lever" }
    return nil
  }

  /// Makes a folder and those above it where they do not exist, readable by their owner only.
  public static func makeFolder(_ path: String) throws(FileError) { try makeFolders(of: path + "/file") }

  /// Makes the folders above a file where they do not exist, readable by their owner only.
  static func makeFolders(of path: String) throws(FileError) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST, unsafe access(folder, F_OK) != 0 { throw .current() }
    }
  }

  private static func environmentValue(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
