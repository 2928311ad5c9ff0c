package import Diagnostics
internal import FederationDialect
package import MeshModel
internal import MeshNames
internal import MeshReleases
package import Planning
internal import SailDialect
internal import SailOperator
internal import StagedMigration
internal import YAMLReading

/// The way of a topology from one distribution to another: what there is to say about it and, if nothing stands in it, the
/// topology of each stage.
package struct StagedCompilation: Sendable {
  /// The text that the findings are about: the topology, or that of the first stage that does not compile.
  package let source: SourceText
  /// What there is to say, sorted by place.
  package let findings: [Finding]
  /// What the topology does not want to hear of.
  package let silenced: [Finding]
  /// In the order in which they are built; empty where something stands in the way.
  package let stages: [Stage]
  /// The topology that is left behind the last stage, an ordinary one; `nil` where something stands in the way.
  package let outcome: SourceText?
  /// The plan for people; `nil` where something stands in the way.
  let plan: MigrationPlan?

  /// A topology on the way, and what it compiles to.
  package struct Stage: Sendable {
    package let stage: Migration.Stage
    package let source: SourceText
    package let plan: Plan
  }
}

/// Writes the topologies that bring a federation from OpenShift Service Mesh 2 to 3: bytes in, bytes and findings out.
///
/// Each of them is compiled, so that what comes out can be built.
///
/// - Parameters:
///   - text: The topology.
///   - version: The release of Istio that OpenShift Service Mesh 3 is to install; the newest one if nobody says.
/// - Returns: The topologies, if nothing stands in the way.
package func migrate(_ text: SourceText, version: String? = nil) -> StagedCompilation {
  let original = compile(text)
  var log = FindingLog()
  let root = readYAML(original.source, into: &log)
  guard original.plan != nil, case .mapping(let mapping)? = root else { return StagedCompilation(original) }
  let topology = Topology(reading: .mapping(mapping), into: &log)
  checkStart(topology, into: &log)
  if !log.hasErrors { checkWholeMigration(topology, into: &log) }
  let known = original.adding(log, of: topology)
  guard !log.hasErrors else { return StagedCompilation(known) }
  // A mesh that comes to it anew takes what is maintained for longest.
  let version = version ?? ServiceMeshRelease.newest.description
  let write = { (stage: Migration.Stage?) in
    SourceText(
      name: "\(text.name), \(stage.map { "stage \($0.rawValue)" } ?? "behind the last stage")",
      bytes: stagedTopology(stage, of: text.bytes, read: mapping, version: version, without: Federation.ownKinds))
  }
  var stages: [StagedCompilation.Stage] = []
  for stage in Migration.Stage.allCases {
    let compilation = compile(write(stage))
    // A release that no OpenShift Service Mesh installs would leave the clusters between two meshes.
    let isInstalled = !compilation.findings.contains { $0.code == .notInServiceMesh }
    guard let plan = compilation.plan, isInstalled else { return StagedCompilation(compilation) }
    stages.append(.init(stage: stage, source: write(stage), plan: plan))
  }
  let end = compile(write(nil))
  guard let start = original.plan, end.plan != nil else { return StagedCompilation(end) }
  let plan = MigrationPlan(
    of: topology, named: start.topology, version: version, from: start,
    stages: stages.map { MigrationPlan.Stage($0.stage, file: $0.fileName, $0.plan) })
  return StagedCompilation(
    source: known.source, findings: known.findings, silenced: known.silenced, stages: stages, outcome: write(nil),
    plan: plan)
}

/// There is a way from one distribution alone.
private func checkStart(_ topology: Topology, into log: inout FindingLog) {
  guard let name = topology.distribution?.name, name.value != .maistra else { return }
  log.report(
    .notSupportedYet(
      "migrating a topology of `\(name.value.rawValue)`", at: name.range,
      help: "`distribution: {name: maistra}` can be migrated to `sail`"))
}

extension StagedCompilation {
  /// What stands in the way, and nothing else.
  fileprivate init(_ compilation: Compilation) {
    self.init(
      source: compilation.source, findings: compilation.findings, silenced: compilation.silenced, stages: [],
      outcome: nil, plan: nil)
  }
}

extension Compilation {
  /// The same with what was found afterwards.
  fileprivate func adding(_ log: FindingLog, of topology: Topology) -> Compilation {
    var all = FindingLog()
    // What cannot be silenced was reported before.
    let codes = silencedCodes(of: topology, into: &all)
    all = FindingLog()
    for finding in findings + log.findings { all.report(finding) }
    let sorted = all.sorted
    return Compilation(
      source: source, findings: sorted.filter { $0.severity == .error || !codes.contains($0.code) },
      silenced: silenced + sorted.filter { $0.severity != .error && codes.contains($0.code) }, plan: plan,
      gitOps: gitOps, unknownValues: unknownValues, unfitValues: unfitValues, clusterPlaces: clusterPlaces)
  }
}
