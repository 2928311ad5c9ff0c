/// The DNS domain in which a cluster's Services have their names: kubelet's `clusterDomain`.
package struct ClusterDomain: TextValue {
  package let description: String

  /// What Kubernetes and Istio use when nobody says otherwise.
  package static let standard = ClusterDomain(literal: "cluster.local")

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.subdomain.check(text)
    description = text
  }

  private init(literal: String) { description = literal }

  /// What all Services' names end in, behind their namespace.
  package var suffix: String { "svc.\(description)" }

  /// A Service's name in full.
  package func host(_ service: some CustomStringConvertible, in namespace: some CustomStringConvertible) -> String {
    "\(service).\(namespace).\(suffix)"
  }

  /// What covers the names of all Services, in the words of a gateway's hosts.
  ///
  /// For `cluster.local`, it is what everybody writes and upstream documents.
  package var hosts: String { self == .standard ? "*.local" : "*.\(description)" }
}
