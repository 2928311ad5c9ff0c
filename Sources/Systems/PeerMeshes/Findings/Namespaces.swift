internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let sharedSystemNamespace = FindingCode(
    711, "shared-system-namespace", .error,
    Explanation(
      meaning: "Two control planes of a cluster are in one namespace, or one is in a namespace of the platform.",
      harm: """
        The operator takes one ServiceMeshControlPlane a namespace and refuses the second; its own namespace and those of \
        OpenShift are no place for one.
        """,
      sources: ["maistra/istio-operator, pkg/controller/servicemesh/webhooks/validation"],
      wrong: .federation(
        """
        clusters: [{name: cluster-a, platform: openshift}]
        meshes:
          - {name: red, cluster: cluster-a, namespace: mesh-system}
          - {name: green, cluster: cluster-a, namespace: mesh-system}
        """),
      right: .federation()))

  static let misplacedMember = FindingCode(
    712, "misplaced-member", .error,
    Explanation(
      meaning: "A namespace is a member where it cannot be one.",
      harm: """
        A namespace is in one mesh of its cluster and listed once, a control plane's own is in none, and those of the \
        platform are left out by the operator: it refuses the member roll, or pods stay without proxies.
        """,
      sources: ["maistra/istio-operator, pkg/controller/servicemesh/webhooks/validation"],
      wrong: .federation(
        """
        clusters: [{name: cluster-a, platform: openshift}]
        meshes:
          - {name: red, cluster: cluster-a, members: [shop]}
          - {name: green, cluster: cluster-a, members: [shop]}
        """),
      right: .federation(
        """
        clusters: [{name: cluster-a, platform: openshift}]
        meshes:
          - {name: red, cluster: cluster-a, members: [red-shop]}
          - {name: green, cluster: cluster-a, members: [green-shop]}
        """)))
}

extension Finding {
  static func sharedSystemNamespace(_ namespace: Located<NamespaceName>, first: SourceRange) -> Finding {
    Finding(
      .sharedSystemNamespace, "a second control plane of the cluster is in `\(namespace.value)`", at: namespace.range,
      notes: [Annotation(first, "the first")], help: "give each control plane a namespace of its own")
  }

  static func platformsNamespace(_ namespace: Located<NamespaceName>, of mesh: FederatedMesh) -> Finding {
    Finding(
      .sharedSystemNamespace, "\(mesh.inWords) has its control plane in `\(namespace.value)`, which is the platform's",
      at: namespace.range, help: "give it a namespace of its own: `NAME-system`, say")
  }

  static func misplacedMember(
    _ member: Located<NamespaceName>, _ why: String, _ other: SourceRange? = nil
  ) -> Finding {
    Finding(
      .misplacedMember, "`\(member.value)` cannot be a member: \(why)", at: member.range,
      notes: other.map { [Annotation($0, "here")] } ?? [], help: "list namespaces of applications, each for one mesh")
  }
}
