package import Diagnostics
package import MeshModel
package import MeshNames

extension FindingCode {
  static let duplicateMesh = FindingCode(
    703, "duplicate-mesh", .error, restsOn: [],
    Explanation(
      meaning: "Two meshes have one name.",
      harm: """
        A mesh's name is that by which its peers know it: the name of the ServiceMeshPeer, of the network of its services, \
        and a part of their host names. Two of a name cannot be told apart.
        """,
      wrong: .federation(
        """
        meshes:
          - {name: red, cluster: cluster-a, ingress: {domain: apps.a.example.com}}
          - {name: red, cluster: cluster-b, namespace: other-system, trustDomain: other.local, ingress: {domain: apps.b.example.com}}
        peers: [[red, red]]
        """),
      right: .federation()))

  static let singleMesh = FindingCode(
    704, "single-mesh", .error,
    Explanation(
      meaning: "There is one mesh, and nobody that it could share services with.",
      harm: "A federation of one is a mesh, and needs none of this.",
      wrong: .federation(
        """
        clusters: [{name: cluster-a, platform: openshift}]
        meshes: [{name: red, cluster: cluster-a}]
        """),
      right: .federation()))

  static let unknownMesh = FindingCode(
    705, "unknown-mesh", .error, restsOn: ["meshes[].name"],
    Explanation(
      meaning: "A mesh is named that is not listed under `meshes`.",
      harm:
        "Nothing would be exported or imported: the name of a set is what ties it to a peer, and there would be none.",
      wrong: .federation("peers: [[red, gren]]"),
      right: .federation("peers: [[red, green]]")))

  static let meshElsewhere = FindingCode(
    706, "mesh-elsewhere", .error, restsOn: ["clusters[].name"],
    Explanation(
      meaning: "A mesh is in a cluster that the topology does not have.",
      harm: "There is no folder that its objects could be written to.",
      wrong: .federation(
        """
        meshes:
          - {name: red, cluster: cluster-a, ingress: {domain: apps.a.example.com}}
          - {name: green, cluster: cluster-c, ingress: {domain: apps.b.example.com}}
        """),
      right: .federation()))

  static let idleCluster = FindingCode(
    707, "idle-cluster", .error,
    Explanation(
      meaning: "A cluster has no mesh.",
      harm: "It was listed by mistake, or a mesh names another cluster than was meant.",
      wrong: .federation(
        """
        meshes:
          - {name: red, cluster: cluster-a, members: [red-shop]}
          - {name: green, cluster: cluster-a, members: [green-shop]}
        """),
      right: .federation()))

  static let sharedTrustDomain = FindingCode(
    708, "shared-trust-domain", .error,
    Explanation(
      meaning: "Two meshes have one trust domain, or a mesh has the one that every Istio has by default.",
      harm: """
        istiod keeps the roots of its peers by trust domain: of two peers in one, the root that comes last wins, and that of \
        a peer in its own is never loaded. Calls then fail with a certificate that nobody knows.
        """,
      sources: ["maistra/istio, pkg/servicemesh/federation/discovery/controller.go"],
      wrong: .federation(
        """
        meshes:
          - {name: red, cluster: cluster-a, trustDomain: shop.local, ingress: {domain: apps.a.example.com}}
          - {name: green, cluster: cluster-b, trustDomain: shop.local, ingress: {domain: apps.b.example.com}}
        """),
      right: .federation()))
}

extension Finding {
  static func duplicateMesh(_ name: Located<MeshName>, first: SourceRange) -> Finding {
    Finding(
      .duplicateMesh, "two meshes are called `\(name.value)`", at: name.range,
      notes: [Annotation(first, "the first of them")], help: "give each mesh a name of its own")
  }

  static func singleMesh(_ mesh: FederatedMesh) -> Finding {
    Finding(
      .singleMesh, "\(mesh.inWords) is the only one, and has nobody to share services with", at: mesh.place,
      help: "list the meshes that it federates with")
  }

  package static func unknownMesh(_ name: Located<MeshName>, _ meshes: [FederatedMesh]) -> Finding {
    let names = meshes.compactMap(\.name).map(\.value.description)
    return Finding(
      .unknownMesh, "there is no mesh `\(name.value)`", misspelt: name.value.description, at: name.range, among: names,
      naming: "meshes[].name",
      notes: meshes.first.map { [Annotation($0.place, "the meshes begin here")] } ?? [],
      otherwise: "the meshes are \(listed(names.map { "`\($0)`" }))")
  }

  static func meshElsewhere(_ cluster: Located<ClusterName>, of mesh: FederatedMesh, _ clusters: [Cluster]) -> Finding {
    let names = clusters.compactMap(\.name).map(\.value.description)
    return Finding(
      .meshElsewhere, "\(mesh.inWords) is in `\(cluster.value)`, which is no cluster of the topology",
      misspelt: cluster.value.description, at: cluster.range, among: names, naming: "clusters[].name",
      notes: clusters.first.map { [Annotation($0.place, "the clusters begin here")] } ?? [],
      otherwise: "the clusters are \(listed(names.map { "`\($0)`" }))")
  }

  static func idleCluster(_ cluster: Cluster) -> Finding {
    Finding(
      .idleCluster, "no mesh is in \(cluster.inWords)", at: cluster.place, help: "remove it, or say which mesh is in it"
    )
  }

  static func sharedTrustDomain(_ domain: Located<TrustDomain>, first: SourceRange) -> Finding {
    Finding(
      .sharedTrustDomain, "a second mesh has the trust domain `\(domain.value)`", at: domain.range,
      notes: [Annotation(first, "the first")], help: "give each mesh a trust domain of its own: `NAME.local`, say")
  }

  static func defaultTrustDomain(_ domain: Located<TrustDomain>, of mesh: FederatedMesh) -> Finding {
    Finding(
      .sharedTrustDomain, "\(mesh.inWords) has the trust domain that every Istio has by default", at: domain.range,
      help: "give each mesh a trust domain of its own: `NAME.local`, say")
  }
}
