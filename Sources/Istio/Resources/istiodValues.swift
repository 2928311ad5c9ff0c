internal import MeshModel
internal import MeshNames
package import YAMLWriting

/// What the chart of istiod is told: the same values, whoever hands them over.
extension Installation {
  /// The chart's profile, where it is not the default one.
  package var istiodProfile: String? { scope.isPrimary ? isAmbient ? "ambient" : nil : "remote" }

  /// The values of a primary's control plane.
  package var istiodValues: YAMLValue {
    .fields([
      "meshConfig": meshConfig,
      "pilot": isAmbient ? ambientPilot : scope.servesRemotes ? servingPilot : nil,
      "global": .fields([
        "meshID": "\(topology.mesh.id)",
        "multiCluster": ["clusterName": "\(cluster.name)"],
        "network": .string(network),
        "externalIstiod": scope.servesRemotes ? true : nil,
      ]),
    ])
  }

  /// The values of what a remote has in place of a control plane: the webhook and the Service that lead to its primary's.
  package func istiodValues(servedBy primary: ClusterScope) -> YAMLValue {
    [
      // Without these two, the remote's pods get the cluster and the network of the primary.
      "istiodRemote": ["injectionPath": "/inject/cluster/\(cluster.name)/net/\(network)"],
      "global": ["remotePilotAddress": .string(primary.gatewayAddress)],
    ]
  }

  /// A text, and in this place: the Sail operator looks nowhere else before it prunes revisions that remotes use
  /// (istio-ecosystem/sail-operator#457).
  private var servingPilot: YAMLValue { ["env": ["EXTERNAL_ISTIOD": "true"]] }

  /// The first is whom istiod gives workloads' certificates to, and on OpenShift it would look for them in kube-system;
  /// the second lets the class of east-west gateways exist.
  private var ambientPilot: YAMLValue {
    [
      "trustedZtunnelNamespace": .string(ztunnelNamespace), "env": ["AMBIENT_ENABLE_MULTI_NETWORK": "true"],
    ]
  }

  private var meshConfig: YAMLValue? {
    topology.mesh.trustDomain == .clusterLocal ? nil : ["trustDomain": "\(topology.mesh.trustDomain)"]
  }
}
