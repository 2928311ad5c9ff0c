internal import Istio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import SailOperator
internal import YAMLWriting

extension SailInstallation {
  var istioCNI: Resource {
    self.operator.cniPlugIn(scope.options, on: cluster.platform, isAmbient: isAmbient)
  }

  /// The control plane of a primary.
  var istio: Resource { istio(with: istiodValues) }

  /// What a remote has in place of a control plane.
  func istioRemote(of primary: ClusterScope) -> Resource { istio(with: istiodValues(servedBy: primary)) }

  private func istio(with values: YAMLValue) -> Resource {
    Resource(
      sailAPI, "Istio", controlPlaneName,
      [
        "spec": .fields([
          "version": "v\(scope.options.build)",
          "namespace": "\(system)",
          "updateStrategy": ["type": .string(updateStrategy)],
          "profile": istiodProfile.map { .string($0) },
          "values": values.merging(scope.options.imageValues),
        ])
      ])
  }

  /// The names that stand for whatever revision of the control plane is the active one.
  var revisionTags: [Resource] {
    scope.options.tags.map { tag in
      Resource(
        sailAPI, "IstioRevisionTag", tag, ["spec": ["targetRef": ["kind": "Istio", "name": .string(controlPlaneName)]]])
    }
  }
}
