import Reports

/// The XML of JUnit: a suite for each file and a case for each command.
///
/// It is valid by both schemas in use, that of Jenkins and the older one of Ant's task.
public struct JUnitReporter: CheckReporter {
  private var number = 0
  private let startedAt: String

  /// `startedAt` is the time at which the check began, as `2026-01-31T12:00:00`.
  public init(startedAt: String) {
    self.startedAt = startedAt
  }

  public func begin() -> String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" }

  public func end(_ totals: CheckTotals) -> String { "</testsuites>\n" }

  /// A case of a suite: its name, and the element that says how it went, if any.
  private struct TestCase {
    var name: String
    var element = ""
    var seconds = 0.0
  }

  public mutating func text(of outcome: FileOutcome) -> String {
    defer { number += 1 }
    var cases: [TestCase] = []
    var (failures, errors, skipped) = (0, 0, 0)
    switch outcome.verdict {
    case .timedOut(let line, let limit):
      errors = 1
      let place = "\(outcome.path):\(line ?? 1):1"
      cases = [
        TestCase(
          name: "time limit", element: Self.element("error", "timeout", "the time limit of \(limit) is over", place))
      ]
    case .unreadable(let problems):
      errors = problems.count
      cases = problems.map {
        TestCase(
          name: "line \($0.line)", element: Self.element("error", "format", $0.sentence, "\($0.place): \($0.sentence)"))
      }
    case .checked(let result):
      for entry in result.cases {
        var testCase = TestCase(name: "line \(entry.line): \(entry.command)", seconds: entry.seconds)
        switch entry.status {
        case .asExpected: break
        case .knownBug:
          skipped += 1
          testCase.element = "<skipped message=\"known bug\"/>"
        case .skipped(let reason):
          skipped += 1
          testCase.element = "<skipped message=\"\(Self.escaped(reason))\"/>"
        case .failed(let index):
          failures += 1
          testCase.element = Self.element(result.failures[index], outcome.path)
        }
        cases.append(testCase)
      }
      for failure in result.failures where failure.command == nil {
        failures += 1
        cases.append(
          TestCase(name: "line \(failure.line): \(failure.message)", element: Self.element(failure, outcome.path)))
      }
      if case .refused(let reason) = outcome.blessing {
        errors += 1
        cases.append(TestCase(name: "blessing", element: Self.element("error", "refused", reason, reason)))
      }
    }
    let name = Self.escaped(outcome.path)
    var text =
      "  <testsuite name=\"\(name)\" package=\"lever\" id=\"\(number)\" timestamp=\"\(startedAt)\" hostname=\"localhost\""
      + " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
      + " time=\"\(Self.seconds(outcome.seconds))\">\n    <properties/>\n"
    for testCase in cases {
      let start =
        "    <testcase name=\"\(Self.escaped(testCase.name))\" classname=\"\(name)\""
        + " time=\"\(Self.seconds(testCase.seconds))\""
      text += testCase.element.isEmpty ? start + "/>\n" : start + ">\(testCase.element)</testcase>\n"
    }
    return text + "    <system-out/>\n    <system-err/>\n  </testsuite>\n"
  }

  private static func element(_ failure: CheckResult.Failure, _ path: String) -> String {
    var lines = ["\(failure.place(in: path)): \(failure.message)"]
    lines += CheckResult.lines(of: failure).map(\.marked)
    let type =
      switch failure.kind {
      case .output: "output"
      case .fails, .succeeds: "status"
      case .knownBugIsFixed: "bug"
      case .rule: "rule"
      }
    return element("failure", type, failure.message, lines.joined(separator: "\n"))
  }

  private static func element(_ name: String, _ type: String, _ message: String, _ text: String) -> String {
    "<\(name) type=\"\(type)\" message=\"\(escaped(message))\">\(escaped(text, keepsLines: true))</\(name)>"
  }

  /// Seconds with three decimals.
  private static func seconds(_ value: Double) -> String {
    let thousandths = Int((max(0, value) * 1_000).rounded())
    let fraction = String(thousandths % 1_000)
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  /// Text that XML can hold: control characters, which it cannot, in their visible form.
  private static func escaped(_ text: String, keepsLines: Bool = false) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextRenderer(quotesTranscripts: true).inline(StyledText(String($0))) }
    // As a view, since a text would be copied for each piece that is added through it.
    var result = String.UnicodeScalarView()
    for scalar in lines.joined(separator: keepsLines ? "\n" : " ⏎ ").unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"": result += "&quot;".unicodeScalars
      case "\u{FFFE}", "\u{FFFF}": break
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
