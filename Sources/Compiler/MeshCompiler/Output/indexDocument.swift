internal import Certificates
internal import Digests
internal import FileTrees
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// The plan for machines: enough to carry it out without reading anything else.
func indexDocument(of plan: Plan, compiledFrom digest: SHA256Digest, files: [FileTree.File]) -> YAMLValue {
  .fields([
    "kind": "Plan",
    "version": 1,
    "topology": ["name": "\(plan.topology)", "sha256": "\(digest)"],
    "mesh": "\(plan.mesh)",
    "clusters": .sequence(plan.clusters.map(\.value)),
    "meshes": plan.meshes.isEmpty ? nil : .sequence(plan.meshes.map(\.value)),
    "steps": .sequence(plan.steps.map(\.value)),
    "bindings": .sequence(plan.bindings.map(\.value)),
    "verification": .sequence(plan.verifications.map(\.value)),
    "removal": .sequence(plan.removal.map(\.value)),
    "files": .sequence(files.map(\.value)),
  ])
}

extension PlannedMesh {
  fileprivate var value: YAMLValue {
    [
      "name": "\(name)",
      "cluster": "\(cluster)",
      "namespace": "\(namespace)",
      "trustDomain": "\(trustDomain)",
      "peers": .strings(peers.map(\.description)),
    ]
  }
}

extension PlannedCluster {
  fileprivate var value: YAMLValue {
    .fields([
      "name": "\(name)",
      "context": "\(context)",
      "network": "\(network)",
      "role": .string(role),
      "primary": primary.map { "\($0)" },
    ])
  }
}

extension Step {
  var value: YAMLValue {
    .fields([
      "id": "\(id)",
      "cluster": cluster.map { "\($0)" } ?? .null,
      "phase": .string(phase.folder),
      "description": .string(description),
      "action": .string(action.name),
      "path": path.map { .string($0) },
      "release": release.map(\.value),
      "commands": commands.map { .sequence($0.map(\.value)) },
      "after": .strings(after.map(\.description)),
      "gates": .sequence(gates.map(\.value)),
      "binds": .strings(binds),
      "uses": .strings(uses),
    ])
  }

  private var path: String? {
    switch action {
    case .apply: cluster.map { "clusters/\($0)/\(phase.folder)" }
    case .certificates(let folder): folder.planPath
    case .install, .run: nil
    }
  }

  private var commands: [Command]? {
    switch action {
    case .run(let commands): commands
    case .install(let release): [release.installation]
    case .apply, .certificates: nil
    }
  }
}

extension Step.Action {
  fileprivate var name: String {
    switch self {
    case .apply: "apply"
    case .install, .run: "run"
    case .certificates: "certificates"
    }
  }
}

extension ChartRelease {
  fileprivate var value: YAMLValue {
    [
      "name": .string(name),
      "chart": .string(chart.name),
      "repository": .string(chart.repository),
      "version": .string(chart.version),
      "namespace": "\(namespace)",
      "values": .string(valuesPath.joined(separator: "/")),
    ]
  }
}

extension Command {
  fileprivate var value: YAMLValue { .strings(words) }
}

extension Gate {
  fileprivate var value: YAMLValue {
    ["description": .string(description), "command": command.value, "timeoutSeconds": .integer(timeout)]
  }
}

extension Binding {
  fileprivate var value: YAMLValue {
    [
      "name": .string(name),
      "description": .string(description),
      "step": "\(step)",
      "read": read.value,
      "form": .string(kind.form.rawValue),
      "place": .string("topology.yaml: \(place)"),
    ]
  }
}

extension PlannedVerification {
  fileprivate var value: YAMLValue {
    .fields([
      "cluster": "\(cluster)",
      "path": resources.isEmpty ? nil : "verify/\(cluster)",
      "files": files.isEmpty
        ? nil : .strings(files.map { "verify/\(cluster)/\($0.path.joined(separator: "/"))" }),
      "checks": .sequence(checks.map(\.value)),
    ])
  }
}

extension PlannedVerification.Check {
  fileprivate var value: YAMLValue {
    [
      "description": .string(description),
      "command": command.value,
      "times": .integer(times),
      "answers": .strings(answers),
      "never": .strings(never),
      "uses": .strings(uses),
    ]
  }
}

extension Removal {
  fileprivate var value: YAMLValue {
    ["cluster": "\(cluster)", "description": .string(description), "commands": .sequence(commands.map(\.value))]
  }
}

extension FileTree.File {
  fileprivate var value: YAMLValue { ["path": .string(path.text), "sha256": "\(SHA256Digest(of: bytes))"] }
}
