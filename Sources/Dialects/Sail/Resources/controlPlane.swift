internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension ClusterScope {
  /// The CNI plug-in, which on OpenShift there must be; the API takes no other name than `default`.
  var istioCNI: Resource {
    Resource(
      sailAPI, "IstioCNI", "default",
      [
        "spec": .fields([
          "version": "v\(options.version)",
          "namespace": .string(Self.cniNamespace),
          "values": cniValues,
        ])
      ])
  }

  /// The control plane.
  var istio: Resource {
    Resource(
      sailAPI, "Istio", Self.revision,
      [
        "spec": [
          "version": "v\(options.version)",
          "namespace": "\(system)",
          "updateStrategy": ["type": "InPlace"],
          "values": .fields([
            "meshConfig": meshConfig,
            "global": [
              "meshID": "\(topology.mesh.id)",
              "multiCluster": ["clusterName": "\(cluster.name)"],
              "network": .string(network),
            ],
          ]),
        ]
      ])
  }

  private var meshConfig: YAMLValue? {
    topology.mesh.trustDomain == .clusterLocal ? nil : ["trustDomain": "\(topology.mesh.trustDomain)"]
  }

  /// On GKE the plug-in lives in another folder of the node, and critical pods outside of kube-system need a quota
  /// (istio.io, "Platform prerequisites").
  private var cniValues: YAMLValue? {
    guard cluster.platform == .gke else { return nil }
    return ["cni": ["resource_quotas": ["enabled": true]], "global": ["platform": "gke"]]
  }
}
