package import Istio
internal import Manifests
internal import MeshModel
internal import MeshNames
package import Planning
internal import SailOperator
internal import YAMLWriting

/// Control planes that have others beside them: each is an `Istio` that is called as its revision is.
extension SailInstallation {
  package func install(_ istiod: Istiod, withCNI: Bool, as step: Step) -> [Step] {
    let plugIn = withCNI ? [ready("the CNI plug-in is ready", "istiocnis.sailoperator.io/default")] : []
    return [
      Step(
        step.id, in: step.cluster, step.phase,
        withCNI ? "Install the CNI plug-in and \(istiod.description)" : step.description,
        .apply((withCNI ? [istioCNI] : []) + [istio(istiod)] + readerAccess(of: istiod)),
        after: step.after, gates: plugIn + step.gates, uses: step.uses)
    ]
  }

  /// The operator installs the chart that has the account only for a revision that is called `default`.
  private func readerAccess(of istiod: Istiod) -> [Resource] {
    istiod.kind == .remote && cluster.role == .remote ? scope.readerAccess : []
  }

  private func istio(_ istiod: Istiod) -> Resource {
    let profile: YAMLValue? =
      switch istiod.kind {
      case .standard: nil
      case .remote: "remote"
      case .bare: "empty"
      }
    return Resource(
      sailAPI, "Istio", istiod.revision,
      [
        "spec": .fields([
          "version": "v\(scope.options.build)",
          "namespace": "\(istiod.namespace)",
          "updateStrategy": ["type": "InPlace"],
          "profile": profile,
          "values": istiod.values.merging(scope.options.imageValues),
        ])
      ])
  }

  package func readyGate(of istiod: Istiod, _ description: String, minutes: Int) -> Gate {
    ready(description, "istios.sailoperator.io/\(istiod.revision)", minutes: minutes)
  }

  package func removal(of istiod: Istiod, _ description: String) -> Removal {
    let istio = istioRemoval(description, of: istiod.revision)
    return remove(description, istio.commands + (readerAccess(of: istiod).isEmpty ? [] : readerRoleRemovals))
  }

  package func slots(of istiod: Istiod) -> [ValuesSlot] { [externalSlot(named: istiod.revision), cniSlot] }
}
