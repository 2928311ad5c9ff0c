internal import Diagnostics
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
      "pilot": pilot,
      "global": .fields([
        "meshID": "\(topology.mesh.id)",
        "multiCluster": ["clusterName": "\(cluster.name)"],
        "network": .string(network),
        "meshNetworks": scope.meshNetworks,
        "networkPolicy": scope.policyValue,
        "externalIstiod": scope.servesRemotes ? true : nil,
        "proxy": topology.mesh.proxyDomain,
      ]),
    ])
  }

  /// The values of what a remote has in place of a control plane: the webhook and the Service that lead to its primary's.
  package func istiodValues(servedBy primary: ClusterScope) -> YAMLValue {
    [
      // Without these two, the remote's pods get the cluster and the network of the primary.
      "istiodRemote": ["injectionPath": "/inject/cluster/\(cluster.name)/net/\(network)"],
      "global": ["remotePilotAddress": .string(primary.gatewayAddress(from: scope))],
    ]
  }

  private var pilot: YAMLValue? {
    let parts = [
      isAmbient ? ambientPilot : nil, scope.servesRemotes ? servingPilot : nil, rotationPilot, kubeconfigPilot,
    ]
    .compactMap { $0 }
    return parts.first.map { first in parts.dropFirst().reduce(first) { $0.merging($1) } }
  }

  /// A text, and in this place: the Sail operator looks nowhere else before it prunes revisions that remotes use
  /// (istio-ecosystem/sail-operator#457).
  private var servingPilot: YAMLValue { ["env": ["EXTERNAL_ISTIOD": "true"]] }

  /// The first is whom istiod gives workloads' certificates to, and on OpenShift it would look for them in kube-system;
  /// the second lets the class of east-west gateways exist.
  private var ambientPilot: YAMLValue {
    [
      "trustedZtunnelNamespace": .string(ztunnelNamespace),
      "env": .fields([
        "AMBIENT_ENABLE_MULTI_NETWORK": "true",
        "AMBIENT_ENABLE_MULTI_NETWORK_INGRESS": crossing(\.ingress),
        "AMBIENT_ENABLE_BAGGAGE": crossing(\.telemetry),
      ]),
    ]
  }

  private func crossing(_ what: KeyPath<ControlPlane.AcrossNetworks, Located<Bool>?>) -> YAMLValue? {
    topology.acrossNetworks?[keyPath: what].map { .string("\($0.value)") }
  }

  /// Kubeconfigs as files: one Secret for each other cluster, in one folder that istiod watches (istio/istio#58927).
  ///
  /// istiod starts before the Secrets are there, and reads them when they come.
  private var kubeconfigPilot: YAMLValue? {
    guard topology.remoteAccess.isInFiles else { return nil }
    let others = scope.others
    guard !others.isEmpty else { return nil }
    let folder: YAMLValue = "/var/run/istio/remote-kubeconfigs"
    return [
      "env": ["PILOT_MULTICLUSTER_KUBECONFIG_PATH": folder],
      "volumes": [
        [
          "name": "remote-kubeconfigs",
          "projected": [
            "sources": .sequence(
              others.map { ["secret": ["name": .string($0.remoteSecretName), "optional": true]] })
          ],
        ]
      ],
      "volumeMounts": [["name": "remote-kubeconfigs", "mountPath": folder, "readOnly": true]],
    ]
  }

  private var meshConfig: YAMLValue? {
    let domain = topology.mesh.trustDomain
    let isRotating = topology.certificateAuthority.rotation != nil
    let fields = YAMLValue.fields([
      "trustDomain": domain == .clusterLocal ? nil : "\(domain)",
      "trustDomainAliases": trustDomainAliases(topology, scope.options),
      // Sidecars take a changed root only with this agent's way of asking for it (istio/istio, pkg/istio-agent).
      "defaultConfig": isRotating ? ["proxyMetadata": ["PROXY_CONFIG_XDS_AGENT": "true"]] : nil,
      "serviceSettings": isAmbient ? nil : serviceSettings(topology),
      "serviceScopeConfigs": isAmbient ? serviceScopes(topology) : nil,
    ])
    return fields == [:] ? nil : fields
  }

  /// Without it, istiod refuses a bundle with other roots than the one that it started with.
  private var rotationPilot: YAMLValue? {
    topology.certificateAuthority.rotation.map { _ in ["env": ["ISTIO_MULTIROOT_MESH": "true"]] }
  }
}
