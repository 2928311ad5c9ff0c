package import Diagnostics

/// A value that is known only when something is running, and that the topology did not give.
package struct Binding: Equatable, Sendable {
  /// The name under which steps and checks use it: `CLUSTER1_EAST_WEST_GATEWAY_ADDRESS`.
  package let name: String
  package let description: String
  /// The step after which it can be read.
  package let step: StepID
  /// Prints the value.
  package let read: Command
  /// Where the topology could have said it: `clusters[0].gateway.address`.
  package let place: String
  /// The place in the source to point at when it should have been said.
  package let origin: SourceRange

  package init(
    name: String, description: String, step: StepID, read: Command, place: String, origin: SourceRange
  ) {
    self.name = name
    self.description = description
    self.step = step
    self.read = read
    self.place = place
    self.origin = origin
  }

  /// How a text refers to the binding.
  package var reference: String { "${\(name)}" }
}
