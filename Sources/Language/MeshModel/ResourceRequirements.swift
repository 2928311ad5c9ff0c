package import Diagnostics
package import MeshNames

/// What a container asks for, and what it may use at most.
package struct ResourceRequirements: Sendable {
  package let requests: Amounts?
  package let limits: Amounts?

  package struct Amounts: Sendable {
    package let cpu: Located<ResourceQuantity>?
    package let memory: Located<ResourceQuantity>?
    /// Whether there is an amount of processor time, be it right or not.
    let hasCPU: Bool
    /// The place of the section's first key.
    package let place: SourceRange

    init(reading fields: inout MappingReader) {
      cpu = fields.optional("cpu")
      memory = fields.optional("memory")
      hasCPU = fields.has("cpu")
      place = fields.firstPlace
    }
  }

  init() { (requests, limits) = (nil, nil) }

  init(reading fields: inout MappingReader) {
    requests = fields.optional("requests") { Amounts(reading: &$0) }
    limits = fields.optional("limits") { Amounts(reading: &$0) }
  }

  /// The place of the first amount.
  var place: SourceRange? { requests?.place ?? limits?.place }
}
