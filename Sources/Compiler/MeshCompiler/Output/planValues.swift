internal import Certificates
internal import FileTrees
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension PlannedMesh {
  var value: YAMLValue {
    [
      "name": "\(name)",
      "namespace": "\(namespace)",
      "trustDomain": "\(trustDomain)",
      "peers": .strings(peers.map(\.description)),
    ]
  }
}

extension PlannedCluster {
  var value: YAMLValue {
    .fields([
      "name": "\(name)",
      "context": "\(context)",
      "network": "\(network)",
      "role": .string(role),
      "primary": primary.map { "\($0)" },
    ])
  }
}

extension PlanParts {
  func value(of step: Step) -> YAMLValue { step.value(after: earlier(than: step), before: waiting[step.id]) }

  func value(of binding: Binding) -> YAMLValue {
    [
      "name": .string(binding.name),
      "description": .string(binding.description),
      "step": "\(binding.step)",
      "read": binding.read.value,
      "form": .string(binding.kind.form.rawValue),
      "place": .string("topology.yaml: \(place(of: binding))"),
    ]
  }
}

extension Step {
  /// The step for programs.
  ///
  /// - Parameters:
  ///   - earlier: What it comes behind.
  ///   - later: What waits for it and does not say so itself.
  /// - Returns: The document's entry.
  func value(after earlier: [StepID], before later: [StepID]? = nil) -> YAMLValue {
    .fields([
      "id": "\(id)",
      "cluster": cluster.map { "\($0)" } ?? .null,
      "phase": .string(phase.folder),
      "description": .string(description),
      "action": .string(action.name),
      "path": path.map { .string($0) },
      "release": release.map(\.value),
      "commands": commands.map { .sequence($0.map(\.value)) },
      "after": .strings(earlier.map(\.description)),
      "before": later.map { .strings($0.map(\.description)) },
      "gates": .sequence(gates.map(\.value)),
      "binds": .strings(binds),
      "uses": .strings(uses),
    ])
  }

  fileprivate var path: String? {
    switch action {
    case .apply: cluster.map { "clusters/\($0)/\(phase.folder)" }
    case .certificates(let folder): folder.planPath
    case .install, .run: nil
    }
  }

  fileprivate var commands: [Command]? {
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

extension PlannedVerification {
  var value: YAMLValue {
    .fields([
      "path": resources.isEmpty ? nil : "verify/\(cluster)",
      "files": files.isEmpty
        ? nil : .strings(files.map { "verify/\(cluster)/\($0.path.joined(separator: "/"))" }),
      "checks": .sequence(checks.map(\.value)),
    ])
  }
}

extension PlannedVerification.Check {
  fileprivate var value: YAMLValue {
    .fields([
      "description": .string(description),
      "command": command.value,
      "times": .integer(times),
      "answers": isShared ? nil : .strings(answers),
      "answersIn": isShared ? .string(FileTree.index.text) : nil,
      "never": .strings(never),
      "uses": .strings(uses),
    ])
  }
}

extension Removal {
  var value: YAMLValue {
    ["description": .string(description), "commands": .sequence(commands.map(\.value))]
  }
}
