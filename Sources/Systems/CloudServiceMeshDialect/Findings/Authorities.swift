internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let authorityNotOffered = FindingCode(
    758, "authority-not-offered", .error,
    Explanation(
      meaning: "CA Service is to sign on a platform that it is not offered for.",
      harm: """
        Outside of Google Cloud it signs for Google Distributed Cloud alone. On other platforms the installation appears \
        to succeed, and no workload starts. All clusters of a mesh have the same kind of CA, so one such cluster decides \
        for all of them.
        """,
      sources: [
        "https://cloud.google.com/service-mesh/docs/onboarding/kubernetes-off-gcp/install/install-in-cluster-cloud-service-mesh"
      ],
      wrong: .fleet(
        """
        fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: ca-service}
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: dublin, network: network2, platform: eks, apiServer: "https://api.dublin.example.com"}
        """),
      right: .fleet("fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: ca-service}")))

  static let misplacedPool = FindingCode(
    759, "misplaced-pool", .error,
    Explanation(
      meaning: "The fleet names a pool of CA Service, and something else signs.",
      harm: "The pool would sign nothing, and whoever reads the topology believes that it does.",
      wrong: .fleet(
        """
        fleet:
          project: example-fleet
          projectNumber: 123456789012
          certificateAuthority: mesh-ca
          caPool: projects/example-fleet/locations/europe-west1/caPools/mesh
        """),
      right: .fleet(
        """
        fleet:
          project: example-fleet
          projectNumber: 123456789012
          certificateAuthority: ca-service
          caPool: projects/example-fleet/locations/europe-west1/caPools/mesh
        """)))

  static let unusedAuthority = FindingCode(
    760, "unused-authority", .error,
    Explanation(
      meaning: "The topology has a hierarchy of authorities of its own, and Google's services sign.",
      harm: """
        Mesh CA and CA Service hold their keys themselves. Nobody would read a Secret `cacerts`, and certificates would \
        be issued for a CA that signs nothing.
        """,
      sources: ["GoogleCloudPlatform/anthos-service-mesh-packages, asmcli/components/ca/citadel.sh"],
      wrong: .fleet("certificateAuthority: {root: {lifetime: 10y}}"),
      right: .fleet(
        """
        fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: istio-ca}
        certificateAuthority: {root: {lifetime: 10y}}
        """)))

  static let keysForOpenSSL = FindingCode(
    761, "keys-not-rsa", .error,
    Explanation(
      meaning: "The clusters' authorities have ECDSA keys, and asmcli takes RSA keys alone.",
      harm: """
        It checks each key with `openssl rsa` before it makes the Secret `cacerts`, and compares moduli: the installation \
        ends there. The root's key, which it never sees, may be of either kind.
        """,
      sources: ["GoogleCloudPlatform/anthos-service-mesh-packages, asmcli/components/ca/citadel.sh"],
      wrong: .fleet(
        """
        fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: istio-ca}
        certificateAuthority: {intermediates: {key: {algorithm: ECDSA, curve: P256}}}
        """),
      right: .fleet(
        """
        fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: istio-ca}
        certificateAuthority: {root: {key: {algorithm: ECDSA, curve: P384}}, intermediates: {key: {algorithm: RSA, size: 4096}}}
        """)))
}

extension Finding {
  static func authorityNotOffered(_ authority: Located<Fleet.Authority>, on cluster: Cluster) -> Finding {
    let platform = cluster.platform?.value ?? .kubernetes
    return Finding(
      .authorityNotOffered, "CA Service signs for \(cluster.inWords), and is not offered on \(platform.inWords)",
      at: cluster.platform?.range ?? cluster.place, notes: [Annotation(authority.range, "who signs")],
      help: "use `mesh-ca` or `istio-ca`, for the whole mesh")
  }

  static func misplacedPool(_ pool: Located<AuthorityPool>, authority: Located<Fleet.Authority>) -> Finding {
    Finding(
      .misplacedPool, "`caPool` is CA Service's, and `\(authority.value.rawValue)` signs", at: pool.range,
      notes: [Annotation(authority.range, "who signs")], help: "remove it, or use `ca-service`")
  }

  static func unusedAuthority(at range: SourceRange, authority: Located<Fleet.Authority>) -> Finding {
    Finding(
      .unusedAuthority, "`certificateAuthority` has no part in this mesh: `\(authority.value.rawValue)` signs",
      at: range, notes: [Annotation(authority.range, "who signs")], help: "remove it, or use `istio-ca`")
  }

  static func keysForOpenSSL(_ key: Located<KeyAlgorithm>) -> Finding {
    Finding(
      .keysForOpenSSL, "asmcli takes no \(key.value.inWords) keys", at: key.range,
      help: "use `{algorithm: RSA, size: 4096}`")
  }
}
