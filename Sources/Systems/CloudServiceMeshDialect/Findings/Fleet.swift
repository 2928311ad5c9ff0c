internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let noFleet = FindingCode(
    750, "no-fleet", .error,
    Explanation(
      meaning: "A mesh of Cloud Service Mesh has no fleet.",
      harm: """
        The mesh's ID, its trust domain and the clusters' names all follow from the fleet's host project. Nothing else \
        says what they are, and two clusters that have them from different fleets do not trust each other.
        """,
      sources: ["GoogleCloudPlatform/anthos-service-mesh-packages, asmcli/lib/config.sh"],
      wrong: "distribution: {name: cloud-service-mesh, version: 1.30.7-asm.9}", right: .fleet("")))

  static let anotherMeshID = FindingCode(
    753, "another-mesh-id", .error,
    Explanation(
      meaning: "The mesh has an ID that is not the one that follows from its fleet.",
      harm: """
        asmcli calls the mesh `proj-` and the number of the fleet's project. Telemetry and the console know it by that \
        name, and a cluster with another one is in another mesh.
        """,
      sources: ["GoogleCloudPlatform/anthos-service-mesh-packages, asm/istio/istio-operator.yaml"],
      wrong: .fleet("mesh: {id: proj-210987654321}"), right: .fleet("mesh: {id: proj-123456789012}")))

  static let anotherTrustDomain = FindingCode(
    754, "another-trust-domain", .error,
    Explanation(
      meaning: "The mesh has a trust domain that is not the one of whoever signs its certificates.",
      harm: """
        Mesh CA and CA Service sign identities of `FLEET.svc.id.goog` and of no other trust domain; Istio CA is set up \
        with `cluster.local`. Proxies whose configuration names another one refuse all of each other's certificates.
        """,
      sources: ["GoogleCloudPlatform/anthos-service-mesh-packages, asmcli/components/ca/mesh-ca.sh"],
      wrong: .fleet("mesh: {trustDomain: cluster.local}"), right: .fleet("mesh: {trustDomain: derived}")))

  static let longClusterID = FindingCode(
    756, "long-cluster-id", .error,
    Explanation(
      meaning: "What istiod calls the cluster is longer than 63 characters.",
      harm: """
        asmcli puts the name together from the fleet's project and the membership. It is the value of a label and a part \
        of the name of the remote secret; asmcli cuts that one and puts a digest behind it, and istiod knows the cluster \
        by a name that nothing else has.
        """,
      sources: ["GoogleCloudPlatform/anthos-service-mesh-packages, asmcli/lib/util.sh, generate_secret_name"],
      wrong: .fleet(
        """
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: paris-second-data-center-third-floor-east, network: network2, platform: gdc-vmware, apiServer: "https://api.paris.example.com"}
        """),
      right: .fleet(
        """
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: paris-2, network: network2, platform: gdc-vmware, apiServer: "https://api.paris.example.com"}
        """)))
}

extension Finding {
  static func noFleet(at range: SourceRange) -> Finding {
    Finding(
      .noFleet, "the topology has no `fleet`", at: range,
      help: "`fleet: {project: my-fleet, projectNumber: 123456789012, certificateAuthority: mesh-ca}`, say")
  }

  static func anotherMeshID(_ id: Located<MeshID>, derived: MeshID, from fleet: Fleet) -> Finding {
    Finding(
      .anotherMeshID, "the mesh of this fleet is `\(derived)`, and not `\(id.value)`", at: id.range,
      notes: fleet.projectNumber.map { [Annotation($0.range, "the number that it is called after")] } ?? [],
      help: "leave `id` out", fix: Fix(id.range, derived.description))
  }

  static func anotherTrustDomain(
    _ domain: Located<TrustDomain>, derived: TrustDomain, from fleet: Fleet
  ) -> Finding {
    Finding(
      .anotherTrustDomain, "certificates are of trust domain `\(derived)`, and not of `\(domain.value)`",
      at: domain.range, notes: fleet.certificateAuthority.map { [Annotation($0.range, "who signs them")] } ?? [],
      help: "write `derived`, or leave `trustDomain` out", fix: Fix(domain.range, "derived"))
  }

  static func longClusterID(_ name: Located<ClusterName>, id: String) -> Finding {
    let longest = FleetMember.longestClusterID
    return Finding(
      .longClusterID, "istiod would call the cluster `\(id)`, which has \(id.utf8.count) characters",
      at: name.range, help: "shorten the name by \(id.utf8.count - longest): \(longest) are the most")
  }
}
