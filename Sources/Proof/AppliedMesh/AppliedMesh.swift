/// What a mesh is made of, read from manifests alone: nothing in it says what anybody intended.
package struct AppliedMesh: Sendable {
  package let clusters: [AppliedCluster]
  package let trust: TrustState
  /// What commands make so that control planes read other clusters.
  package let secrets: [RemoteSecret]

  package init(clusters: [AppliedCluster], trust: TrustState, secrets: [RemoteSecret]) {
    self.clusters = clusters
    self.secrets = secrets
    self.trust = trust
  }
}

/// The roots of each cluster, as far as a certificate plan says it.
package struct TrustState: Sendable {
  /// What a control plane signs with, and what its proxies trust.
  package struct Roots: Sendable, Equatable {
    /// The authority at the end of the signer's chain.
    package let root: String
    package let anchors: Set<String>
    package let file: String

    package init(root: String, anchors: Set<String>, from file: String) {
      self.root = root
      self.anchors = anchors
      self.file = file
    }
  }

  /// By the cluster and the namespace that the roots are delivered to.
  private var roots: [Place: Roots] = [:]

  private struct Place: Hashable {
    let cluster: String
    let namespace: String
  }

  package init() {}

  package subscript(cluster: String, namespace: String) -> Roots? {
    get { roots[Place(cluster: cluster, namespace: namespace)] }
    set { roots[Place(cluster: cluster, namespace: namespace)] = newValue }
  }
}
