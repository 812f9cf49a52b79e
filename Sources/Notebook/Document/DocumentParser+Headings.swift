extension DocumentParser {
  /// The first `# ` heading is the title, `## ` begins a step, others only name what is below them.
  mutating func readHeading(_ body: ArraySlice<UInt8>) -> Bool {
    let level = body.prefix { $0 == UInt8(ascii: "#") }.count
    let behind = body.dropFirst(level)
    guard level <= 6, behind.first.map({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) ?? true else {
      return false
    }
    var text = String(decoding: behind, as: UTF8.self).trimmed
    let marks = text.reversed().prefix { $0 == "#" }.count
    if marks > 0, marks == text.count || text.dropLast(marks).last == " " {
      text = String(text.dropLast(marks)).trimmed
    }
    if body.contains(UInt8(ascii: "<")) {
      _ = withoutComments(Self.withoutCodeSpans(body), complaint: "a directive stands alone on its line")
    }
    let start = line
    switch level {
    case 1 where document.heading == nil:
      document.heading = text
      add(.heading, through: line)
    case 2:
      addStep(text)
      text = document.steps[document.steps.count - 1].title
    default:
      line += 1
    }
    document.headings.append((start, text))
    return true
  }

  private mutating func addStep(_ heading: String) {
    endQuestions()
    currentTask = nil
    var (title, id) = (heading, "")
    if heading.hasSuffix("}"), let open = heading.ranges(of: "{#").last {
      id = String(heading[open.upperBound...].dropLast())
      title = String(heading[..<open.lowerBound]).trimmed
      if !Slug.isIdentifier(id) {
        report(line, "the id of a step is lower-case letters, digits and `-`, not `\(id)`")
      } else if let other = stepLines[id] {
        report(line, "the step `\(id)` is there already, on line \(other + 1)")
      }
    } else {
      let slug = Slug.of(heading)
      id = slug
      var number = nextNumbers[slug] ?? 1
      while stepLines[id] != nil {
        id = "\(slug)-\(number)"
        number += 1
      }
      nextNumbers[slug] = number
    }
    stepLines[id] = line
    document.steps.append(Document.Step(id: id, title: title, line: line))
    add(.step(document.steps.count - 1), through: line)
  }
}
