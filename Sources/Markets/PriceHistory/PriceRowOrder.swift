/// Makes a history of rows: in order of time, on a regular beat, each time once, and without holes.
struct PriceRowOrder {
  private var rows: [PriceRow]
  private var findings: [PriceFileFinding] = []
  private var interval = 0
  private var gaps: [Range<Int>] = []

  init(_ reader: PriceFileReader) {
    rows = reader.rows
    let empty = reader.rowsWithoutPrice
    if empty.lines > 0 { findings.append(.withoutPrice(rows: empty.lines, line: empty.first)) }
  }

  /// The history of rows without dates, in the order of the file.
  mutating func undated(interval: Int?) throws(FileMistake) -> PriceHistory {
    guard let interval else {
      throw FileMistake(
        line: 1, column: 1,
        message: "the file has no dates, so it has to be said whether its rows are `hourly` or `daily`")
    }
    try refuseTooFew()
    self.interval = interval
    return history(start: nil)
  }

  /// The history of rows with dates.
  mutating func dated(interval stated: Int?) throws(FileMistake) -> PriceHistory {
    try refuseTooFew()
    sort()
    let beat = try Beat(of: rows)
    interval = beat.interval
    if let stated, stated != interval {
      throw FileMistake(
        line: rows[1].line, column: 1,
        message: "the rows are every \(BarInterval.text(interval)), not every \(BarInterval.text(stated))")
    }
    try move(to: beat)
    keepLastOfEachTime()
    try refuseTooFew()
    let start = Moment(seconds: rows[0].time)
    try fillGaps()
    if let longest = gaps.max(by: { $0.count < $1.count }) {
      findings.append(
        .gaps(
          count: gaps.count, bars: gaps.reduce(0) { $0 + $1.count }, longest: longest.count,
          name: Moment(seconds: start.seconds + longest.lowerBound * interval).text(every: interval)))
    }
    return history(start: start)
  }

  private func refuseTooFew() throws(FileMistake) {
    guard rows.count < 2 else { return }
    throw FileMistake(
      line: rows.first?.line ?? 1, column: 1, message: "a history needs two prices at least, and the file has fewer")
  }

  private mutating func sort() {
    let isNewestFirst =
      rows[0].time > rows[rows.count - 1].time && zip(rows, rows.dropFirst()).allSatisfy { $0.time >= $1.time }
    if isNewestFirst {
      findings.append(.newestFirst)
    } else {
      var late = LineCount()
      var newest = Int.min
      for row in rows {
        if row.time < newest { late.add(row.line) }
        newest = max(newest, row.time)
      }
      guard late.lines > 0 else { return }
      findings.append(.disorder(rows: late.lines, line: late.first))
    }
    rows.sort { ($0.time, $0.line) < ($1.time, $1.line) }
  }

  /// Moves rows that are a little beside the beat, and leaves out those that lie between two.
  private mutating func move(to beat: Beat) throws(FileMistake) {
    var (displaced, offBeat) = (LineCount(), LineCount())
    var placed: [PriceRow] = []
    placed.reserveCapacity(rows.count)
    for var row in rows {
      guard let time = beat.nearest(to: row.time) else {
        offBeat.add(row.line)
        continue
      }
      if time != row.time { displaced.add(row.line) }
      row.time = time
      placed.append(row)
    }
    guard offBeat.lines * 10 <= rows.count else {
      throw FileMistake(
        line: offBeat.first, column: 1,
        message: "the rows have no regular interval: most are every \(BarInterval.text(interval)), and "
          + "\(offBeat.lines) of \(rows.count) lie\(offBeat.lines == 1 ? "s" : "") between")
    }
    if displaced.lines > 0 { findings.append(.displaced(rows: displaced.lines, line: displaced.first)) }
    if offBeat.lines > 0 { findings.append(.offBeat(rows: offBeat.lines, line: offBeat.first)) }
    rows = placed
  }

  private mutating func keepLastOfEachTime() {
    var kept: [PriceRow] = []
    kept.reserveCapacity(rows.count)
    var repeated = LineCount()
    var differing = 0
    for row in rows {
      guard let last = kept.last, last.time == row.time else {
        kept.append(row)
        continue
      }
      let (earlier, later) = last.line < row.line ? (last, row) : (row, last)
      repeated.add(earlier.line)
      if earlier.close != later.close { differing += 1 }
      kept[kept.count - 1] = later
    }
    rows = kept
    guard repeated.lines > 0 else { return }
    findings.append(.repeated(rows: repeated.lines, differing: differing, line: repeated.first))
  }

  /// Lets the price before a gap stand in each bar of it.
  private mutating func fillGaps() throws(FileMistake) {
    var filled: [PriceRow] = []
    filled.reserveCapacity(rows.count)
    for row in rows {
      if let last = filled.last, row.time - last.time > interval {
        let missing = (row.time - last.time) / interval - 1
        guard filled.count + missing < PriceFile.barLimit else {
          throw FileMistake(
            line: row.line, column: 1,
            message: "the gap before this row would take \(missing) bars, and a history has at most "
              + "\(PriceFile.barLimit): is the date right?")
        }
        gaps.append(filled.count..<filled.count + missing)
        let standing = PriceRow(
          line: last.line, time: last.time, close: last.close, open: last.open.map { _ in last.close },
          high: last.high.map { _ in last.close }, low: last.low.map { _ in last.close })
        for step in 1...missing {
          filled.append(standing)
          filled[filled.count - 1].time = last.time + step * interval
        }
      }
      filled.append(row)
    }
    rows = filled
  }

  private mutating func history(start: Moment?) -> PriceHistory {
    var narrow = LineCount()
    for index in rows.indices {
      let row = rows[index]
      let (highest, lowest) = (max(row.close, row.open ?? row.close), min(row.close, row.open ?? row.close))
      guard row.high.map({ $0 < highest }) ?? false || row.low.map({ $0 > lowest }) ?? false else { continue }
      narrow.add(row.line)
      rows[index].high = row.high.map { max($0, highest) }
      rows[index].low = row.low.map { min($0, lowest) }
    }
    if narrow.lines > 0 { findings.append(.narrowRange(rows: narrow.lines, line: narrow.first)) }
    let column = { (path: KeyPath<PriceRow, Double?>, rows: [PriceRow]) -> [Double]? in
      rows[0][keyPath: path] == nil ? nil : rows.compactMap { $0[keyPath: path] }
    }
    return PriceHistory(
      start: start, interval: interval, closes: rows.map(\.close), opens: column(\.open, rows),
      highs: column(\.high, rows), lows: column(\.low, rows), gaps: gaps, findings: findings)
  }
}
