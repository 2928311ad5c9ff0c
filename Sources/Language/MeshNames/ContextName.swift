/// The name of a context in a kubeconfig: whatever the user's own tools call it.
///
/// It stands in commands alone.
package struct ContextName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected = "the name of a kubeconfig context, as `kubectl config get-contexts` prints it"
    guard !text.isEmpty else { throw Misfit("is empty", expected: expected) }
    guard !text.hasPrefix("-") else { throw Misfit("would be taken for an option of kubectl", expected: expected) }
    guard !text.unicodeScalars.contains(where: \.isInvisible) else {
      throw Misfit("has a character in it that cannot be seen", expected: expected)
    }
    description = text
  }

  /// The context of a cluster for which the topology names none: it is called as the cluster is.
  package init(of cluster: ClusterName) { description = cluster.description }
}
