package import Istio
package import Manifests
package import MeshModel
internal import MeshNames
internal import YAMLWriting

extension Operator {
  package static var cniNamespace: String { "istio-cni" }

  /// The CNI plug-in, which on OpenShift there must be; the API takes no other name than `default`.
  package func cniPlugIn(
    _ options: IstioOptions, on platform: Cluster.Platform, isAmbient: Bool = false
  ) -> Resource {
    let values = (Self.values(on: platform) ?? [:]).merging(options.imageValues)
    return Resource(
      api, "IstioCNI", "default",
      [
        "spec": .fields([
          "version": "v\(options.build)",
          "namespace": .string(Self.cniNamespace),
          "profile": isAmbient ? "ambient" : nil,
          "values": values == [:] ? nil : values,
        ])
      ])
  }

  /// On GKE and with k3s, the plug-in lives in another folder of the node; on GKE, critical pods outside of kube-system
  /// need a quota (istio.io, "Platform prerequisites").
  private static func values(on platform: Cluster.Platform) -> YAMLValue? {
    switch platform {
    case .gke: ["cni": ["resource_quotas": ["enabled": true]], "global": ["platform": "gke"]]
    case .k3s: ["global": ["platform": "k3s"]]
    default: nil
    }
  }
}
