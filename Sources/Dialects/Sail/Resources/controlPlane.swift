internal import Istio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension SailInstallation {
  /// The CNI plug-in, which on OpenShift there must be; the API takes no other name than `default`.
  var istioCNI: Resource {
    Resource(
      sailAPI, "IstioCNI", "default",
      [
        "spec": .fields([
          "version": "v\(scope.options.version)",
          "namespace": .string(Self.cniNamespace),
          "profile": isAmbient ? "ambient" : nil,
          "values": cniValues,
        ])
      ])
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
          "version": "v\(scope.options.version)",
          "namespace": "\(system)",
          "updateStrategy": ["type": .string(updateStrategy)],
          "profile": istiodProfile.map { .string($0) },
          "values": values,
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

  /// On GKE the plug-in lives in another folder of the node, and critical pods outside of kube-system need a quota
  /// (istio.io, "Platform prerequisites").
  private var cniValues: YAMLValue? {
    guard cluster.platform == .gke else { return nil }
    return ["cni": ["resource_quotas": ["enabled": true]], "global": ["platform": "gke"]]
  }
}
