/// The ids of a document's steps so far, so that each gets one of its own however many there are.
struct StepIDs {
  /// The line of each id's first step, from 0, and how many steps have the id.
  private var steps: [String: (line: Int, count: Int)] = [:]
  /// How many steps of a title have its slug with something behind it as their id.
  private var numbered: [String: Int] = [:]

  /// The line of the first step with this id, from 0.
  func line(of id: String) -> Int? { steps[id]?.line }

  /// The id of a further step: the slug of its title, numbered when there are such steps already.
  func id(for title: String) -> String {
    let slug = Slug.of(title)
    let same = (steps[slug]?.count ?? 0) + numbered[title, default: 0]
    return same == 0 ? slug : "\(slug)-\(same)"
  }

  mutating func note(_ id: String, title: String, line: Int) {
    steps[id, default: (line, 0)].count += 1
    if id.hasPrefix(Slug.of(title) + "-") { numbered[title, default: 0] += 1 }
  }
}
