#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Rows of text with a heading; the first column is aligned to the left, the others to the right.
struct Table {
  var title: String
  var rows: [[String]]
  /// Sentences below the rows.
  var notes: [String] = []

  init(_ title: String, columns: [String]) {
    self.title = title
    rows = [columns]
  }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      "  "
        + row.enumerated().map { column, cell in
          let blanks = String(repeating: " ", count: widths[column] - cell.count)
          return column == 0 ? cell + blanks : blanks + cell
        }.joined(separator: "   ")
    }
    return ([title] + lines + notes.map { "  " + $0 }).joined(separator: "\n") + "\n"
  }
}

/// A number with so many decimals, at least one.
func fixed(_ value: Double, _ decimals: Int) -> String {
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let units = Int((value * Double(scale)).rounded())
  let (whole, part) = (abs(units) / scale, String(abs(units) % scale))
  let sign = units < 0 ? "-" : ""
  return "\(sign)\(whole)." + String(repeating: "0", count: decimals - part.count) + part
}

/// A whole number with a comma between thousands.
func fixed(_ value: Double) -> String {
  let digits = Array(String(Int(value.rounded())))
  return digits.indices.reduce(into: "") { text, index in
    if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
    text.append(digits[index])
  }
}

func milliseconds(_ value: Double) -> String { fixed(value, 2) + " ms" }

func mebibytes(_ bytes: Int) -> String { fixed(Double(bytes) / 1_048_576, 1) + " MiB" }
