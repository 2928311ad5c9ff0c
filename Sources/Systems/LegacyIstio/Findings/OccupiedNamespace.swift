internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let occupiedNamespace = FindingCode(
    622, "occupied-namespace", .error,
    Explanation(
      meaning:
        "Applications, or the client that the mesh is tried out with, are put into the control plane's namespace.",
      harm: """
        The control plane's own pods must get no proxies from the webhook, and its namespace is removed with it, and \
        with whatever else is there.
        """,
      wrong: .replicated("verification: {namespace: istio-system}"),
      right: .replicated("verification: {namespace: sample}")))
}

extension Finding {
  static func occupiedNamespace(_ namespace: Located<NamespaceName>, owner: SourceRange?) -> Finding {
    Finding(
      .occupiedNamespace, "the namespace `\(namespace.value)` is that of the control plane", at: namespace.range,
      notes: owner.map { [Annotation($0, "it is named here")] } ?? [], help: "choose another namespace")
  }
}
