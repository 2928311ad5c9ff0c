internal import CertificateTools
internal import ContinuousDelivery
package import Diagnostics
package import FileTrees
internal import Istio
package import MeshModel
package import MeshNames
package import Planning
internal import YAMLReading

/// What became of a topology: what there is to say about it and, if there are no errors, what it compiles to.
package struct Compilation: Sendable {
  /// The text, in which what must not be shown is withheld.
  package let source: SourceText
  /// What there is to say, sorted by place.
  package let findings: [Finding]
  /// What the topology does not want to hear of; somebody else may.
  package let silenced: [Finding]
  /// What is to be done; `nil` where there are errors.
  package let plan: Plan?
  /// What brings it to the clusters, if the topology says so.
  package let gitOps: GitOps?
  /// Names of values that were given and that the plan has no binding for.
  package let unknownValues: [String]
  /// Values that were given and are not what their bindings stand for, by the names of these.
  package let unfitValues: [String: Misfit]

  /// Where the topology begins to speak of each cluster.
  package let clusterPlaces: [String: SourceRange]

  /// The document and the topology as they were read, for whoever compares them.
  var read: (root: Node, topology: Topology)?

  /// The output directory; `nil` where there are errors.
  ///
  /// It is made anew each time: those who only validate need none.
  package var files: FileTree? {
    plan.map { FileTree(of: $0, deliveredBy: gitOps) }
  }
}

/// Compiles a topology: bytes in, files and findings out, and nothing else is asked or touched.
///
/// text → `Node` → `Topology` → checked topology → `Plan` → `FileTree`
///
/// - Parameters:
///   - text: The topology.
///   - values: Values of bindings, by name, that are known by now.
/// - Returns: What there is to say, and the files if there are no errors.
package func compile(_ text: SourceText, binding values: [String: String] = [:]) -> Compilation {
  var source = text
  var log = FindingLog()
  withholdKeyMaterial(in: &source, into: &log)
  let root = readYAML(source, into: &log)
  let open = Draft(of: root, log)
  let (fitting, unfit) = fitValues(values, open.plan?.bindings ?? [])
  var draft = root.flatMap { open.binding(fitting, in: $0, log) } ?? open
  let plan = draft.plan?.binding(fitting)
  draft.reportOpenBindings(of: plan)
  for finding in plan?.certificates.flatMap(ToolFindings.findings) ?? [] { draft.log.reportOnce(finding) }
  let all = draft.log.sorted.filter { $0.isPublic(in: source) }
  let findings = (draft.topology?.defaults?.oneForAllClusters(all) ?? all).withoutConsequences.oneForEachMistake
  return Compilation(
    source: source, findings: findings.filter { !$0.isSilenced(by: draft.silenced) },
    silenced: findings.filter { $0.isSilenced(by: draft.silenced) }, plan: draft.log.hasErrors ? nil : plan,
    gitOps: draft.topology?.gitOps,
    unknownValues: Set(values.keys).subtracting((open.plan?.bindings ?? []).map(\.name)).sorted(), unfitValues: unfit,
    clusterPlaces: draft.topology?.placesOfClusters ?? [:],
    read: root.flatMap { root in open.topology.map { (root, $0) } })
}

/// The values as files have them, and those that are not what their bindings stand for.
private func fitValues(
  _ values: [String: String], _ bindings: [Binding]
) -> (fitting: [String: String], unfit: [String: Misfit]) {
  var result: (fitting: [String: String], unfit: [String: Misfit]) = ([:], [:])
  for binding in bindings {
    guard let text = values[binding.name] else { continue }
    do throws(Misfit) {
      result.fitting[binding.name] = try binding.kind.value(text)
    } catch {
      result.unfit[binding.name] = error
    }
  }
  return result
}

/// The plan of the dialect that the topology names.
func dialectPlan(of topology: Topology, into log: inout FindingLog) -> Plan? {
  guard let name = topology.distribution?.name, let mode = topology.controlPlane?.mode else { return nil }
  let dialects = Dialects.all.filter { $0.distribution == name.value }
  let candidates = dialects.filter { $0.modes.contains(mode.value) }
  // One mesh and several are different things in one mode.
  if let dialect = candidates.first(where: { $0.keys.contains(.meshes) == topology.hasMeshes }) ?? candidates.first {
    for key in topology.modeKeys where !dialect.keys.contains(key.value) {
      log.report(.keyNotOfMode(key, mode: mode, of: name.value, ofSeveralMeshes: dialect.keys.contains(.meshes)))
    }
    return dialect.compile(topology, into: &log)
  }
  let modes = dialects.flatMap(\.modes).reduce(into: [ControlPlane.Mode]()) { if !$0.contains($1) { $0.append($1) } }
    .map { "`\($0.rawValue)`" }
  log.report(modes.isEmpty ? .unplanned(name) : .unplanned(mode, of: name, planned: modes))
  return nil
}

extension Finding {
  fileprivate static func unplanned(_ name: Located<Distribution.Name>) -> Finding {
    let supported = Set(Dialects.all.map { "`\($0.distribution.rawValue)`" }).sorted()
    return .notSupportedYet(
      "the distribution `\(name.value.rawValue)`", at: name.range, help: "\(listed(supported)) is supported")
  }

  fileprivate static func unplanned(
    _ mode: Located<ControlPlane.Mode>, of name: Located<Distribution.Name>, planned modes: [String]
  ) -> Finding {
    .notSupportedYet(
      "`mode: \(mode.value.rawValue)`", at: mode.range,
      help: "for `\(name.value.rawValue)`, \(listed(modes)) \(modes.count == 1 ? "is" : "are") supported",
      obscures: ["controlPlane.mode"])
  }
}

extension Finding {
  fileprivate func isSilenced(by codes: Set<FindingCode>) -> Bool { severity != .error && codes.contains(code) }

  /// Whether the finding can be shown: a message may quote what it is about, and a private key is quoted nowhere.
  fileprivate func isPublic(in source: SourceText) -> Bool {
    code == .keyMaterial || !source.withheld.contains { $0.start < place.range.end && place.range.start < $0.end }
  }
}

extension Topology {
  /// Where it begins to speak of each cluster.
  fileprivate var placesOfClusters: [String: SourceRange] {
    Dictionary(clusters.compactMap { cluster in cluster.name.map { ("\($0.value)", cluster.place) } }) { first, _ in
      first
    }
  }
}
