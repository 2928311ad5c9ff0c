package import MeshModel
package import MeshNames
package import YAMLWriting

/// A control plane that has others beside it, or what a cluster has in place of one.
package struct Istiod: Sendable {
  /// What it is, in words: "the control plane of work".
  package let description: String
  /// The name of its revision, by which it is told from the others.
  package let revision: String
  package let namespace: NamespaceName
  package let kind: Kind
  /// The platform of the pods that it makes proxies for, which may be another cluster's.
  package let platform: Cluster.Platform
  package let values: YAMLValue

  package enum Kind: Sendable {
    case standard
    /// Webhooks, and a Service that leads to a control plane elsewhere.
    case remote
    /// Of which nothing is there but what the values say.
    case bare
  }

  /// Whether it has a name of its own.
  package var isRevisioned: Bool { revision != IstioOptions.standardRevision }

  /// The name of its Deployment and its Service.
  package var name: String { isRevisioned ? "istiod-\(revision)" : "istiod" }
}
