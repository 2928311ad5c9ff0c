internal import MeshNames

/// A part of a published set-up, and what the plan has in its place.
package struct Counterpart: Sendable {
  /// The command or the object, as it was published.
  package let published: String
  /// The steps of the plan that do it.
  package let steps: [StepID]
  /// What else is to be said, a file that it stands in, say.
  package let remark: String?

  package init(_ published: String, _ steps: [StepID], _ remark: String? = nil) {
    self.published = published
    self.steps = steps
    self.remark = remark
  }

  /// The steps and the remark as a reader sees them.
  package var inWords: String {
    let names = steps.prefix(Self.mostSteps).map { "`\($0)`" }
    let more = steps.count > Self.mostSteps ? ["\(steps.count - Self.mostSteps) more"] : []
    let places = (names + more).joined(separator: ", ")
    return [places, remark ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// As many as a cell of a table can hold.
  private static let mostSteps = 4
}
