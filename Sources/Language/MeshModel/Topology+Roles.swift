internal import Diagnostics
package import MeshNames

extension Topology {
  /// The role of a cluster: what it says, or what follows from whether it names a primary.
  package func role(of cluster: Cluster) -> Cluster.Role {
    cluster.role?.value ?? (cluster.has("primary") ? .remote : .primary)
  }

  /// The clusters that run a control plane for themselves.
  package var primaries: [Cluster] { clusters.filter { role(of: $0) == .primary } }

  /// The clusters whose control plane is another cluster's.
  package var remotes: [Cluster] { clusters.filter { role(of: $0) == .remote } }

  /// The clusters that run a control plane for others and have no part in the mesh.
  package var hosts: [Cluster] { clusters.filter { role(of: $0) == .external } }

  /// Whether the control plane runs outside of the mesh.
  package var isExternal: Bool { controlPlane?.mode?.value == .external }

  /// Whether the authorities below the root have to have RSA keys: where Citadel signs, which the charts have up to 1.5,
  /// and where asmcli takes the keys, which it checks with `openssl rsa` (anthos-service-mesh-packages,
  /// asmcli/components/ca/citadel.sh).
  var needsRSAKeys: Bool {
    if isFleet { return true }
    guard [.replicated, .shared].contains(controlPlane?.mode?.value),
      let version = try? Version(parsing: distribution?.version?.value.description ?? "")
    else { return false }
    return version < Version(1, 6, 0)
  }

  /// Whether there are several meshes, each with clusters' services of its own.
  ///
  /// Where every cluster has a control plane, these may be of one mesh or of several.
  package var isFederated: Bool {
    switch controlPlane?.mode?.value {
    case .federated: true
    case .multiPrimary: hasMeshes
    default: false
    }
  }

  /// Whether the topology is about several meshes, right or wrong.
  package var hasMeshes: Bool { ModeKey.areOfSeveralMeshes(ownModeKeys.map(\.value.rawValue)) }

  /// Whether the mesh is that of a fleet.
  package var isFleet: Bool { distribution?.name?.value == .cloudServiceMesh }

  /// Whether other clusters' control planes read a cluster's API server, at an address that the topology has to give.
  ///
  /// asmcli takes the one of a kubeconfig.
  package func isReadByOthers(_ cluster: Cluster) -> Bool {
    if isFleet || isFederated { return false }
    return switch controlPlane?.mode?.value {
    case .replicated: false
    case .shared: role(of: cluster) == .remote
    default: true
    }
  }

  /// The namespace that the control plane gets where the topology names none.
  ///
  /// An external one cannot have `istio-system`, where the control plane of its host's own gateway lives.
  package var standardNamespace: String { isExternal ? "external-istiod" : "istio-system" }

  /// The cluster that serves a remote: the one that it names, or the only primary; `nil` for a primary.
  ///
  /// A control plane that runs elsewhere goes by the name of the cluster with its configuration.
  package func primary(of cluster: Cluster) -> ClusterName? {
    guard role(of: cluster) == .remote else { return nil }
    if isExternal { return clusters.first { role(of: $0) == .config }?.name?.value }
    if let primary = cluster.primary { return primary.value }
    return primaries.count == 1 && !cluster.has("primary") ? primaries.first?.name?.value : nil
  }
}
