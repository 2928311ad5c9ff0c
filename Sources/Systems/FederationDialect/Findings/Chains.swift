internal import Diagnostics
internal import MeshModel
internal import PeerMeshes

extension FindingCode {
  static let unknownIntermediate = FindingCode(
    731, "unknown-intermediate", .warning,
    Explanation(
      meaning: """
        A mesh of OpenShift Service Mesh 2.1 is given its authority, and its peers are not given the certificate of that \
        authority, but the root's alone.
        """,
      harm: """
        Gateways of 2.1 send their own certificate to a peer, and not those between it and the root. The peer cannot \
        verify it, and the meshes do not connect. `rootCertificate` may have several certificates: the authority's own, \
        then the root.
        """,
      sources: ["MAISTRA-2687"],
      wrong: .federation(chain(""), version: "2.1"),
      right: .federation(
        chain(
          """
          , rootCertificate: "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\\n\
          -----BEGIN CERTIFICATE-----\\nMIIC\\n-----END CERTIFICATE-----"
          """), version: "2.1")))

  /// Two meshes, of which one is given its authority, and this is said of it.
  private static func chain(_ root: String) -> String {
    """
    meshes:
      - {name: red, cluster: cluster-a, members: [red-shop], ingress: {domain: apps.a.example.com}, certificateAuthority: plugged-in\(root)}
      - {name: green, cluster: cluster-b, members: [green-shop], ingress: {domain: apps.b.example.com}}
    """
  }
}

extension Finding {
  static func unknownIntermediate(_ mesh: FederatedMesh, _ release: MaistraRelease) -> Finding {
    Finding(
      .unknownIntermediate,
      "peers of \(mesh.inWords) know its root alone, and gateways of \(release) send nothing that is between",
      at: mesh.certificateAuthority?.range ?? mesh.place,
      help: "give the authority's certificate, too, as `rootCertificate`; or choose 2.2 or later")
  }
}
