/// What `lever learn` was asked to do.
struct LearnOptions: Equatable {
  /// The lesson's id or its file; nil lists them.
  var lesson: String?
  /// Whether it is shown to a class: nothing is asked.
  var presents = false
  /// The file to which what is typed goes.
  var log: String?
}
