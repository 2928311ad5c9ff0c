package import Diagnostics
package import MeshChange
internal import MeshModel
internal import YAMLReading

extension MeshState {
  /// The mesh that a topology compiles to.
  ///
  /// `nil` where there are errors.
  ///
  /// - Parameter compilation: The topology, compiled.
  package init?(_ compilation: Compilation) {
    guard let plan = compilation.plan, let (root, topology) = compilation.read else { return nil }
    self.init(name: compilation.source.name, page: Page(root, topology), plan: plan)
  }
}

/// The kinds of change that a topology accepts, with its reasons.
///
/// - Parameter compilation: The topology, compiled.
/// - Returns: Reasons by code.
package func acceptedChanges(of compilation: Compilation) -> [FindingCode: String] {
  let reasons = (compilation.read?.topology.silences ?? []).compactMap { silence in
    FindingCodes.named(silence.code.value.description).map { ($0, silence.reason.value.description) }
  }
  return Dictionary(reasons) { first, _ in first }
}
