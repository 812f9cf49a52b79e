/// The way through the history with Up and Down: by the text before the cursor where the search began.
///
/// A search goes on for as long as the line is the one it showed last; any other edit begins a new one.
struct HistorySearch {
  /// Oldest first.
  private(set) var entries: [String]
  private let limit: Int
  private var prefix = ""
  /// What was typed, which Down comes back to.
  private var draft = ""
  /// Where the search stands; `entries.count` is the draft.
  private var position: Int
  private var shown: String?

  init(entries: [String], limit: Int) {
    self.entries = entries
    self.limit = limit
    position = entries.count
  }

  /// Adds the newest entry; one equal to the last is not kept twice. Returns whether it was kept.
  mutating func append(_ entry: String) -> Bool {
    endSearch()
    if entries.last == entry { return false }
    entries.append(entry)
    // In blocks: removing from the front moves all the others.
    if entries.count > limit + limit / 10 { entries.removeFirst(entries.count - limit) }
    endSearch()
    return true
  }

  /// Forgets the search, before a new line is read.
  mutating func endSearch() {
    position = entries.count
    shown = nil
  }

  /// The next older entry that starts like the line did and differs from it; nil when there is none.
  mutating func older(line: String, beforeCursor: String) -> String? {
    begin(line: line, beforeCursor: beforeCursor)
    guard let found = entries[..<position].lastIndex(where: { $0 != shown && matches($0) }) else { return nil }
    return show(found)
  }

  /// The next newer entry, at last what was typed; nil when that is shown already.
  mutating func newer(line: String, beforeCursor: String) -> String? {
    begin(line: line, beforeCursor: beforeCursor)
    guard position < entries.count else { return nil }
    let newer = entries[(position + 1)...].firstIndex { $0 != shown && matches($0) }
    return show(newer ?? entries.count)
  }

  private func matches(_ entry: String) -> Bool {
    entry.utf8.starts(with: prefix.utf8)
  }

  private mutating func begin(line: String, beforeCursor: String) {
    if shown == line { return }
    prefix = beforeCursor
    draft = line
    position = entries.count
    shown = line
  }

  private mutating func show(_ index: Int) -> String {
    position = index
    let text = index == entries.count ? draft : entries[index]
    shown = text
    return text
  }
}
