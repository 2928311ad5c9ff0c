/// The name of a network: the value of the label `topology.istio.io/network`.
package struct NetworkName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.labelValue.check(text)
    description = text
  }

  /// The network of a cluster that shares none with others.
  package init(of cluster: ClusterName) { description = cluster.description }
}
