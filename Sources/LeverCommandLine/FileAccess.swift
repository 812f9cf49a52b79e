import Interpreter
import Markets

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the session may read of the file system.
enum FileAccess {
  /// The text of a market file.
  static func readMarketFile(_ path: String) throws(CommandError) -> String {
    let data: Data
    do {
      let file = URL(filePath: path).resolvingSymlinksInPath()
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      guard attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? UInt else {
        throw CommandError(.limit, "\(path) cannot be read: it is no ordinary file")
      }
      guard size <= MarketFile.byteLimit else {
        throw CommandError(
          .limit, "\(path) has \(size) bytes, more than the limit of \(MarketFile.byteLimit) of a market file")
      }
      data = try Data(contentsOf: file)
    } catch let error as CommandError {
      throw error
    } catch {
      throw CommandError(.limit, "\(path) cannot be read: \(reason(error))")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandError(.syntax, "\(path) is not text in UTF-8")
    }
    return text
  }

  /// Market files and folders whose path begins with what was typed.
  static func listMarketFiles(_ typed: String) -> [Candidate] {
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (folder, start) = (String(typed[..<slash]), typed[slash...])
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder) else {
      return []
    }
    return names.sorted().compactMap { name in
      guard name.hasPrefix(start), start.hasPrefix(".") || !name.hasPrefix(".") else { return nil }
      var isFolder = false
      guard FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder) else { return nil }
      if isFolder { return Candidate(folder + name + "/", "a folder") }
      return name.hasSuffix(".market") ? Candidate(folder + name, "a market file") : nil
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? CocoaError else { return "\(error)" }
    switch error.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: return "there is no such file"
    case .fileReadNoPermission: return "permission denied"
    default: return "it is no ordinary file"
    }
  }
}
