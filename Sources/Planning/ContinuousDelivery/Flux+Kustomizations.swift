internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension Flux {
  func kustomizations(of units: [Rollout.Unit]) -> [Resource] {
    let names = Dictionary(units.map { ($0.step.id, $0.name) }) { first, _ in first }
    return units.map { unit in kustomization(of: unit, after: unit.needs.compactMap { names[$0] }) }
  }

  private func kustomization(of unit: Rollout.Unit, after names: [String]) -> Resource {
    let path = unit.step.release.map(Self.folder(of:)) ?? unit.folder
    return Resource(
      "kustomize.toolkit.fluxcd.io/v1", "Kustomization", "\(Self.name)-\(unit.name)", in: gitOps.namespace,
      [
        "spec": .fields([
          "interval": "1h",
          "retryInterval": "1m",
          "timeout": "10m",
          "sourceRef": ["kind": "GitRepository", "name": .string(Self.name)],
          "path": .string("./\(gitOps.path(to: path))"),
          "prune": .boolean(unit.isPruned),
          // Taken away, it leaves the mesh as it is: the plan's removal takes it down, in its order.
          "deletionPolicy": "Orphan",
          "dependsOn": names.isEmpty ? nil : .sequence(names.map { ["name": .string("\(Self.name)-\($0)")] }),
          // With `wait`, Flux looks at what it has applied, and at nothing else.
          "wait": unit.awaited.isEmpty ? true : nil,
          "healthChecks": unit.awaited.isEmpty ? nil : .sequence((objects(of: unit) + unit.awaited).map(\.value)),
          "healthCheckExprs": expressions(of: unit),
        ])
      ])
  }

  /// What Flux applies for a step.
  private func objects(of unit: Rollout.Unit) -> [Gate.ObjectReference] {
    (unit.step.release.map { [helmRelease($0)] } ?? unit.step.resources).map { object in
      Gate.ObjectReference(object.apiVersion, object.kind, object.name, in: object.namespace)
    }
  }

  /// When an object of the Sail operator's is up.
  ///
  /// A remote's control plane is ready only when its primary has read it, which waits for what comes behind it.
  private func expressions(of unit: Rollout.Unit) -> YAMLValue? {
    let objects = unit.step.resources.filter { $0.apiVersion.hasPrefix("sailoperator.io/") }
    guard !objects.isEmpty else { return nil }
    return .sequence(
      objects.map { object in
        let isRemote = object.content["spec"]?["profile"] == "remote"
        return [
          "apiVersion": .string(object.apiVersion),
          "kind": .string(object.kind),
          "current": .string(
            "has(status.conditions) && status.observedGeneration == metadata.generation && "
              + "status.conditions.exists(c, c.type == '\(isRemote ? "Reconciled" : "Ready")' && c.status == 'True')"),
        ]
      })
  }
}

extension Gate.ObjectReference {
  fileprivate var value: YAMLValue {
    .fields([
      "apiVersion": .string(apiVersion), "kind": .string(kind), "name": .string(name),
      "namespace": namespace.map { "\($0)" },
    ])
  }
}
