import Markets
import Reports
import Storage

/// `lever data`: lists what is kept about the user, and deletes it.
struct DataProgram {
  /// What to delete; empty to list.
  let names: [String]
  let renderer: TextRenderer

  func run() throws -> Int32 {
    guard let folder = StateFolder.standard() else {
      try StandardOutput.output.write("Nothing is kept: neither HOME nor XDG_STATE_HOME names a folder.\n")
      return ExitCode.success.rawValue
    }
    let data = OwnData(folder: folder)
    guard !names.isEmpty else {
      try StandardOutput.output.write(renderer.render(list(data)))
      return ExitCode.success.rawValue
    }
    return try delete(data)
  }

  private func list(_ data: OwnData) -> Report {
    let entries = data.entries
    guard !entries.isEmpty else { return Report([.paragraph("Nothing is kept about you in \(data.folder).")]) }
    let rows = entries.map { entry in
      Row(cells: [
        .text(StyledText(entry.name, .command)), .text(StyledText(entry.kind.meaning)),
        .text(StyledText("\(entry.bytes) bytes")),
      ])
    }
    return Report([
      .paragraph("All that is kept about you is in \(data.folder, .strong):"),
      .table(
        Table(
          columns: [
            Column(title: "name", alignment: .leading), Column(title: "what it is", alignment: .leading),
            Column(title: "size"),
          ], rows: rows)),
      .note("`lever data delete NAME` deletes one, a kind such as `progress`, or `all`. The files are plain text."),
    ])
  }

  private func delete(_ data: OwnData) throws -> Int32 {
    for name in names where name != "all" && data.entries(named: name).isEmpty {
      let known = OwnData.Kind.allCases.map(\.rawValue) + data.entries.map(\.name)
      let within = known.first { $0.hasSuffix("/" + name.lowercased()) }
      let near = (within ?? Spelling.nearest(to: name, among: known)).map { "; did you mean `\($0)`?" } ?? ""
      let isKind = OwnData.Kind(rawValue: name) != nil
      throw Arguments.UsageError(
        message: isKind ? "there is nothing of `\(name)` to delete" : "nothing is kept as `\(name)`\(near)")
    }
    var status = ExitCode.success
    var report = Report()
    var done: Set<String> = []
    for entry in names.flatMap(data.entries(named:)) where done.insert(entry.name).inserted {
      do throws(FileError) {
        if try data.delete(entry) {
          report.append(.paragraph("Deleted \(entry.name, .strong)."))
        } else {
          report.append(.paragraph("\(entry.name, .strong) belongs to a session that runs, and stays."))
          status = .failure
        }
      } catch {
        try StandardOutput.error.write("error: \(entry.path) cannot be deleted: \(error.reason)\n")
        status = .failure
      }
    }
    if done.isEmpty { report.append(.paragraph("There is nothing to delete.")) }
    try StandardOutput.output.write(renderer.render(report))
    return status.rawValue
  }
}
