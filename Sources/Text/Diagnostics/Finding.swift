/// One thing that the compiler has to say about a topology.
package struct Finding: Sendable {
  package let code: FindingCode
  package var severity: Severity
  /// What is wrong, in one sentence without a full stop.
  package var message: String
  /// The place that is to be looked at first.
  package let place: Annotation
  /// Further places that have a part in it, each with its own words.
  package var notes: [Annotation]
  /// What would be right.
  package let help: String?
  /// A replacement that mends it, where there is exactly one.
  package var fix: Fix?
  /// What several findings of a code can have in common: those of one mistake are shown as one, with all its places.
  package let mistake: String?
  /// The paths of what nobody can tell because of it; findings that rest on them are left out.
  package let obscures: [String]

  /// A place and what is to be said of it.
  package struct Annotation: Equatable, Sendable {
    package let range: SourceRange
    /// A few words beside the carets; empty where the message says it all.
    package let words: String

    package init(_ range: SourceRange, _ words: String = "") {
      self.range = range
      self.words = words
    }
  }

  /// New text for a stretch of the source.
  package struct Fix: Equatable, Sendable {
    package let range: SourceRange
    package let replacement: String

    package init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  package init(
    _ code: FindingCode,
    _ message: String,
    at place: Annotation,
    notes: [Annotation] = [],
    help: String? = nil,
    fix: Fix? = nil,
    mistake: String? = nil,
    obscures: [String] = []
  ) {
    self.code = code
    self.severity = code.severity
    self.message = message
    self.place = place
    self.notes = notes
    self.help = help
    self.fix = fix
    self.mistake = mistake
    self.obscures = obscures
  }

  package init(
    _ code: FindingCode,
    _ message: String,
    at range: SourceRange,
    notes: [Annotation] = [],
    help: String? = nil,
    fix: Fix? = nil,
    mistake: String? = nil,
    obscures: [String] = []
  ) {
    self.init(
      code, message, at: Annotation(range), notes: notes, help: help, fix: fix, mistake: mistake,
      obscures: obscures)
  }
}
