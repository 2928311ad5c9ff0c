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
          "profile": isAmbient ? "ambient" : nil,
          "values": cniValues,
        ])
      ])
  }

  /// The control plane of a primary.
  var istio: Resource {
    Resource(
      sailAPI, "Istio", Self.controlPlaneName,
      [
        "spec": .fields([
          "version": "v\(options.version)",
          "namespace": "\(system)",
          "updateStrategy": ["type": options.isRevisioned ? "RevisionBased" : "InPlace"],
          "profile": isAmbient ? "ambient" : nil,
          "values": .fields([
            "meshConfig": meshConfig,
            "pilot": isAmbient ? ambientPilot : servesRemotes ? servingPilot : nil,
            "global": .fields([
              "meshID": "\(topology.mesh.id)",
              "multiCluster": ["clusterName": "\(cluster.name)"],
              "network": .string(network),
              "externalIstiod": servesRemotes ? true : nil,
            ]),
          ]),
        ])
      ])
  }

  /// What a remote has in place of a control plane: the webhook and the Service that lead to its primary's.
  func istioRemote(of primary: ClusterScope) -> Resource {
    Resource(
      sailAPI, "Istio", Self.controlPlaneName,
      [
        "spec": [
          "version": "v\(options.version)",
          "namespace": "\(system)",
          "updateStrategy": ["type": options.isRevisioned ? "RevisionBased" : "InPlace"],
          "profile": "remote",
          "values": [
            // Without these two, the remote's pods get the cluster and the network of the primary.
            "istiodRemote": ["injectionPath": "/inject/cluster/\(cluster.name)/net/\(network)"],
            "global": ["remotePilotAddress": .string(primary.gatewayAddress)],
          ],
        ]
      ])
  }

  /// A text, and in this place: the operator looks nowhere else before it prunes revisions that remotes use
  /// (istio-ecosystem/sail-operator#457).
  private var servingPilot: YAMLValue { ["env": ["EXTERNAL_ISTIOD": "true"]] }

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
