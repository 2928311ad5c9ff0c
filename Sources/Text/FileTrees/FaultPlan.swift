/// Which change to the disk goes wrong, so that tests can interrupt a write at every step of it.
package struct FaultPlan: Sendable {
  /// What goes wrong.
  package enum Effect: Sendable {
    /// The process is killed there, in the middle of a file where the change is a write.
    case kill
    /// This one change fails with an `errno`.
    case failure(CInt)
    /// From there on nothing that needs room on the disk works any more.
    case full
    /// From there on no change works at all.
    case broken
  }

  private let first: Int
  private let effect: Effect
  private var count = 0

  /// A plan in which the change with a number, counted from 1, goes wrong.
  package init(at first: Int, _ effect: Effect) {
    self.first = first
    self.effect = effect
  }

  /// Nothing goes wrong.
  package static let none = FaultPlan(at: .max, .kill)

  /// Counts a change and says what happens to it; `nil` lets it pass.
  mutating func next(needsRoom: Bool) -> Effect? {
    count += 1
    switch effect {
    case .kill, .failure: return count == first ? effect : nil
    case .full: return count >= first && needsRoom ? effect : nil
    case .broken: return count >= first ? effect : nil
    }
  }
}
