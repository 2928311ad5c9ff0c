package import Diagnostics
package import MeshNames

extension FindingCode {
  static let sharedNamespace = FindingCode(
    405, "shared-namespace", .error,
    Explanation(
      meaning: "The sample workload or the control plane is put into a namespace that something else owns.",
      harm: """
        The plan's namespaces are labelled for one purpose and removed with it: taking the sample down would take \
        the control plane down, and sidecars would be injected into istiod's own namespace.
        """,
      wrong: "verification: {namespace: istio-system}",
      right: "verification: {namespace: sample}"))
}

extension Finding {
  package static func sharedNamespace(
    _ namespace: Located<NamespaceName>, with other: String, owner: SourceRange?
  ) -> Finding {
    Finding(
      .sharedNamespace, "the namespace `\(namespace.value)` is that of \(other)", at: namespace.range,
      notes: owner.map { [Annotation($0, "it is named here")] } ?? [], help: "choose another namespace")
  }
}
