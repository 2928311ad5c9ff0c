internal import Diagnostics
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let liveRoot = FindingCode(
    780, "live-root", .warning,
    Explanation(
      meaning: "The root certificate of a mesh is not said, and its peers have to trust it.",
      harm: """
        Control planes would have to be told each other's roots before any of them has one. So a step reads them when they \
        are there, and writes them into the control planes: nobody reviews what is trusted, and a root that changes is \
        not noticed.
        """,
      sources: ["https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-CertificateData"],
      wrong: .meshes(
        """
        meshes:
          - {name: red, cluster: cluster-a, members: [red-shop]}
          - {name: green, cluster: cluster-b, members: [green-shop]}
        """),
      right: .meshes()))

  static let idleGateway = FindingCode(
    781, "idle-gateway", .warning,
    Explanation(
      meaning: "The topology speaks of a gateway that there will not be.",
      harm: """
        A mesh of which nobody takes a service has no gateway for peers. Either an import is missing, or the address is \
        another cluster's.
        """,
      wrong: .meshes(
        """
        clusters:
          - {name: cluster-a, gateway: {address: 192.0.2.10}}
          - {name: cluster-b, gateway: {address: 192.0.2.20}}
        """),
      right: .meshes(
        """
        clusters:
          - {name: cluster-a, gateway: {address: 192.0.2.10}}
          - {name: cluster-b}
        """)))

  static let unnamedRevision = FindingCode(
    782, "unnamed-revision", .error,
    Explanation(
      meaning: "A new control plane is to stand beside an old one, and has no revision of its own.",
      harm: """
        Namespaces would be bound to it by the label that the old control plane goes by, too: which of the two injects a \
        pod would be chance.
        """,
      sources: ["openshift-service-mesh/sail-operator, docs/ossm/ossm2-migration/federation"],
      wrong: .meshes(
        """
        controlPlane: {mode: multi-primary, updateStrategy: InPlace}
        migration: {from: maistra, stage: side-by-side}
        """),
      right: .meshes(
        """
        controlPlane: {mode: multi-primary, updateStrategy: RevisionBased}
        migration: {from: maistra, stage: side-by-side}
        """)))
}

extension Finding {
  static func liveRoot(of mesh: FederatedMesh) -> Finding {
    Finding(
      .liveRoot, "the root certificate of \(mesh.inWords) is not said, and will be read from its control plane",
      at: mesh.place,
      help: "say it as `rootCertificate` once it is there; a CA that is planned or plugged in has it beforehand")
  }

  static func idleGateway(of mesh: FederatedMesh, at range: SourceRange) -> Finding {
    Finding(
      .idleGateway, "nobody takes a service of \(mesh.inWords), so its cluster has no gateway for peers", at: range,
      notes: [Annotation(mesh.place, "the mesh")], help: "remove it, or import something")
  }

  static func unnamedRevision(at range: SourceRange, stage: SourceRange) -> Finding {
    Finding(
      .unnamedRevision, "the new control planes have no revision that tells them from the old ones", at: range,
      notes: [Annotation(stage, "the old ones are still there")], help: "say `updateStrategy: RevisionBased`")
  }
}
