package import Manifests
package import MeshModel
package import MeshNames
internal import YAMLWriting

extension Operator {
  package static var cniNamespace: String { "istio-cni" }

  /// The CNI plug-in, which on OpenShift there must be; the API takes no other name than `default`.
  package func cniPlugIn(version: Version, on platform: Cluster.Platform, isAmbient: Bool = false) -> Resource {
    Resource(
      api, "IstioCNI", "default",
      [
        "spec": .fields([
          "version": "v\(version)",
          "namespace": .string(Self.cniNamespace),
          "profile": isAmbient ? "ambient" : nil,
          "values": platform == .gke ? Self.valuesOnGKE : nil,
        ])
      ])
  }

  /// On GKE the plug-in lives in another folder of the node, and critical pods outside of kube-system need a quota
  /// (istio.io, "Platform prerequisites").
  private static let valuesOnGKE: YAMLValue = [
    "cni": ["resource_quotas": ["enabled": true]], "global": ["platform": "gke"],
  ]
}
