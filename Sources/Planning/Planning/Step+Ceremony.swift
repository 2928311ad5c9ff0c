package import Certificates
internal import MeshNames

extension Step {
  /// The ceremony of a certificate plan: one for all clusters that the root is common to.
  ///
  /// - Parameters:
  ///   - folder: The plan's.
  ///   - detail: What tells it from the ceremonies of other roots.
  ///   - barrier: What must be true before it.
  ///   - binds: The bindings that can be read from what it issues.
  /// - Returns: The step.
  package static func ceremony(
    _ folder: CertificatesFolder, _ detail: String? = nil, behind barrier: [Gate] = [], binds: [String] = []
  ) -> Step {
    Step(
      StepID(wholeMesh: .trust, detail), in: nil, .trust,
      "Issue the certificates: the acts of \(folder.planPath), in their order", .certificates(folder),
      gates: barrier, binds: binds)
  }
}
