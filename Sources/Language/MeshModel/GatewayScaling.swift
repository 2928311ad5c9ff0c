package import Diagnostics
package import MeshNames
internal import YAMLReading

/// How many pods a gateway has, and how many of them may go at a time.
package struct GatewayScaling: Sendable {
  /// A fixed number.
  package let replicas: Located<Count>?
  package let autoscaling: Autoscaling?
  /// How many pods an eviction leaves.
  package let minAvailable: Located<Count>?
  /// The place of the first of these settings.
  package let place: SourceRange?

  /// Between how many pods, and by what.
  package struct Autoscaling: Sendable {
    package let minReplicas: Located<Count>?
    package let maxReplicas: Located<Count>?
    /// The use of processor time that is aimed at, in percent of what is requested.
    package let cpu: Located<Count>?
    /// The place of the section's first key.
    package let place: SourceRange

    init(reading fields: inout MappingReader) {
      minReplicas = fields.optional("minReplicas")
      maxReplicas = fields.optional("maxReplicas")
      cpu = fields.optional("cpu")
      place = fields.firstPlace
    }
  }

  init(reading fields: inout MappingReader) {
    replicas = fields.optional("replicas")
    autoscaling = fields.optional("autoscaling") { Autoscaling(reading: &$0) }
    minAvailable =
      fields.optional("disruptionBudget") { budget -> Located<Count>? in budget.required("minAvailable") }
      ?? nil
    place =
      ["replicas", "autoscaling", "disruptionBudget"].compactMap { key in
        fields.mapping.entries.first { $0.key.text == key }?.key.range
      }.first
  }

  /// What a gateway has of which nothing is said: two pods, since a budget of one with one pod blocks every drain of a
  /// node.
  package static let standard = (minReplicas: 2, maxReplicas: 5, cpu: 80)
}
