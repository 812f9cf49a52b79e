public import Interpreter

/// What a learner reached in a lesson, found by playing it again from what was typed.
///
/// Nothing that a log says about right or wrong counts: the lines are entered into a new player, and its progress is the
/// result. Commands that only look are not carried out, since nothing follows from them.
public struct Grade: Sendable {
  /// One thing of a log.
  public enum Entry: Equatable, Sendable {
    /// A session began at a step, empty for the beginning, with so many things of the step behind it, and with these
    /// questions of earlier lessons before it.
    case begin(lesson: String, step: String, item: Int = 0, earlier: [String] = [])
    /// What was typed, and the step in which it was, where the log says that.
    case line(String, step: String? = nil)
  }

  /// An entry that was passed over, with the reason.
  public struct Remark: Equatable, Sendable {
    /// Its place in the log, from 0.
    public var entry: Int
    public var reason: String
  }

  public private(set) var progress = LessonProgress()
  public private(set) var remarks: [Remark] = []

  /// Plays the entries in their order; of what was asked twice the last answer counts. Throws when the lesson itself cannot be played.
  ///
  /// `reviewQuestion` knows the questions of other lessons by their ids.
  public init(
    _ entries: [Entry], of document: Document, surroundings: Surroundings,
    reviewQuestion: (String) -> ReviewQuestion? = { _ in nil }
  ) throws {
    var id = ""
    if case .lesson(let own) = document.frontMatter.kind { id = own }
    var player: Player?
    var isPassedOver = false
    for (index, entry) in entries.enumerated() {
      switch entry {
      case .begin(let lesson, let step, let item, let earlier):
        guard lesson == id else {
          remarks.append(
            Remark(
              entry: index,
              reason: "it belongs to the lesson `\(lesson)`, and this is `\(id)`: its lines are passed over"))
          progress = player?.progress ?? progress
          (player, isPassedOver) = (nil, true)
          continue
        }
        if !step.isEmpty, !document.steps.contains(where: { $0.id == step }) {
          remarks.append(Remark(entry: index, reason: "there is no step `\(step)`: played from the beginning"))
        }
        progress = player?.progress ?? progress
        progress.reviewed = nil
        (progress.step, progress.item) = (step, item)
        for id in earlier where reviewQuestion(id) == nil {
          remarks.append(Remark(entry: index, reason: "there is no question `\(id)`: its answer is passed over"))
        }
        player = try Player(
          document, progress: progress, earlier: earlier.compactMap(reviewQuestion), surroundings: surroundings,
          today: "", runsLooks: false)
        _ = player?.start()
      case .line(let line, let step):
        guard let known = player else {
          if !isPassedOver {
            remarks.append(
              Remark(entry: index, reason: "no session of this lesson has begun before it: such lines are passed over"))
          }
          isPassedOver = true
          continue
        }
        if let step, step != known.progress.step, document.steps.contains(where: { $0.id == step }) {
          remarks.append(
            Remark(
              entry: index, reason: "it was typed in the step `\(step)`, and the lines before it do not lead there"))
          var place = known.progress
          (place.step, place.item, place.tries) = (step, 0, [])
          player = try Player(document, progress: place, surroundings: surroundings, today: "", runsLooks: false)
          _ = player?.start()
        }
        _ = player?.enter(line)
      }
    }
    progress = player?.progress ?? progress
  }
}
