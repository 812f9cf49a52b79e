/// What blessing would change, as a unified difference that `patch -p0` applies.
public struct DifferenceReporter: CheckReporter {
  public init() {}

  public func begin() -> String { "" }

  public func text(of outcome: FileOutcome) -> String {
    guard let result = outcome.result, result.canBeBlessed, outcome.blessing == nil else { return "" }
    let edits = result.edits
    guard result.blessed(edits) != nil else { return "" }
    let difference = UnifiedDifference.text(of: result.document, edits: edits, path: outcome.path)
    return String(decoding: difference, as: UTF8.self)
  }

  public func end(_ totals: CheckTotals) -> String { "" }
}
