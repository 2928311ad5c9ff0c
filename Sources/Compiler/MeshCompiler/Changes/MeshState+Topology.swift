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
    var log = FindingLog()
    guard let plan = compilation.plan, let root = readYAML(compilation.source, into: &log) else { return nil }
    self.init(name: compilation.source.name, page: Page(root, Topology(reading: root, into: &log)), plan: plan)
  }
}

/// The kinds of change that a topology accepts, with its reasons.
///
/// - Parameter compilation: The topology, compiled.
/// - Returns: Reasons by code.
package func acceptedChanges(of compilation: Compilation) -> [FindingCode: String] {
  var log = FindingLog()
  guard let root = readYAML(compilation.source, into: &log) else { return [:] }
  let reasons = Topology(reading: root, into: &log).silences.compactMap { silence in
    FindingCodes.named(silence.code.value.description).map { ($0, silence.reason.value.description) }
  }
  return Dictionary(reasons) { first, _ in first }
}
