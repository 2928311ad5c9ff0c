/// Where a cluster is: the locality (`L=`) of its intermediate CA, and the folder that holds its certificates.
package struct LocationName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    try NameSyntax.labelValue.check(text)
    description = text
  }

  /// The location of a cluster for which the topology names none.
  package init(of cluster: ClusterName) { description = cluster.description }
}
