/// What a session has accepted, as text from which it can be run again: a header, then a command on each line.
///
///     # lever journal format=1 seed=1 folder="/home/ada" market="classroom"
///     deposit 10 ETH
///     borrow 70%
struct Journal: Equatable {
  /// What a session began with.
  struct Header: Equatable {
    var seed: UInt64
    /// The working folder, which paths in the commands are relative to.
    var folder: String
    /// A preset, or the absolute path of a market file.
    var market: String
  }

  /// A command and the number of its line, from 1.
  struct Line: Equatable {
    var number: Int
    var command: String
  }

  /// Why a file cannot be read as a journal, as a clause about `it`.
  struct Damage: Error, Equatable {
    var reason: String
  }

  /// The format that is written, and the only one so far.
  static let format: UInt64 = 1
  /// What every journal begins with.
  static let beginning = "# lever journal "

  var header: Header
  var lines: [Line]
  /// The length in bytes without an unfinished last line, which a crash in the middle of a write may leave.
  var wholeLength: Int

  /// Reads the bytes of a file. Lines that begin with `#` and empty ones hold no command.
  init(_ bytes: [UInt8]) throws(Damage) {
    guard bytes.starts(with: Self.beginning.utf8) else { throw Damage(reason: "it is no journal of a session") }
    let newline = UInt8(ascii: "\n")
    wholeLength = (bytes.lastIndex(of: newline) ?? -1) + 1
    var texts: [String] = []
    for line in bytes[..<wholeLength].split(separator: newline, omittingEmptySubsequences: false).dropLast() {
      guard let text = String(validating: line, as: UTF8.self) else {
        throw Damage(reason: "its line \(texts.count + 1) is no text")
      }
      texts.append(text)
    }
    guard let first = texts.first else { throw Damage(reason: "its first line is not finished") }
    header = try Header(first)
    lines = zip(1..., texts).compactMap { number, text in
      text.hasPrefix("#") || text.allSatisfy(\.isWhitespace) ? nil : Line(number: number, command: text)
    }
  }

  /// The line that keeps a command; its newline included.
  static func text(of command: String) -> String { command + "\n" }
}

extension Journal.Header {
  /// The first line, its newline included.
  var text: String {
    Journal.beginning
      + "format=\(Journal.format) seed=\(seed) folder=\(Self.quoted(folder)) market=\(Self.quoted(market))\n"
  }

  /// Reads the first line.
  fileprivate init(_ line: String) throws(Journal.Damage) {
    let fields = Self.fields(line.dropFirst(Journal.beginning.count))
    guard let format = fields["format"].flatMap({ UInt64($0) }) else {
      throw Journal.Damage(reason: "its first line does not say the format")
    }
    guard format == Journal.format else {
      throw Journal.Damage(reason: "its format is \(format), and this version of Lever reads \(Journal.format)")
    }
    guard let seed = fields["seed"].flatMap({ UInt64($0) }), let folder = fields["folder"],
      let market = fields["market"]
    else { throw Journal.Damage(reason: "its first line does not say what the session began with") }
    self.init(seed: seed, folder: folder, market: market)
  }

  /// The fields `name=value` of a line, a value with blanks between double quotes.
  private static func fields(_ text: Substring) -> [String: String] {
    var fields: [String: String] = [:]
    var rest = text.unicodeScalars
    while let equals = rest.firstIndex(of: "=") {
      let name = String(rest[..<equals].drop { $0 == " " })
      rest = rest[rest.index(after: equals)...]
      var value = String.UnicodeScalarView()
      let isQuoted = rest.first == "\""
      if isQuoted { rest.removeFirst() }
      while let scalar = rest.popFirst(), scalar != (isQuoted ? "\"" : " ") {
        guard isQuoted, scalar == "\\", let escaped = rest.popFirst() else {
          value.append(scalar)
          continue
        }
        value.append(escaped == "n" ? "\n" : escaped)
      }
      fields[name] = String(value)
    }
    return fields
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": quoted.unicodeScalars.append(contentsOf: ["\\", scalar])
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
