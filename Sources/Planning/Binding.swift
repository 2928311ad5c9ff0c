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

  package init(name: String, description: String, step: StepID, read: Command, place: String) {
    self.name = name
    self.description = description
    self.step = step
    self.read = read
    self.place = place
  }

  /// How a text refers to the binding.
  package var reference: String { "${\(name)}" }
}
