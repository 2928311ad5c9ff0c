internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let peerPair = FindingCode(
    709, "peer-pair", .error,
    Explanation(
      meaning: "A mesh is its own peer, or two meshes are said to be peers twice.",
      harm: """
        Each mesh has one ServiceMeshPeer for each peer, both sides of a pair come from one line, and a mesh has its own \
        services without one: istiod refuses a peer that is called as a registry of its own.
        """,
      wrong: .federation("peers: [[red, green], [green, red]]"),
      right: .federation("peers: [[red, green]]")))

  static let lonelyMesh = FindingCode(
    710, "lonely-mesh", .warning,
    Explanation(
      meaning: "A mesh has no peers.",
      harm: "It comes up by itself and shares nothing. Federation is not transitive: a peer's peers are not one's own.",
      wrong: .federation(
        """
        clusters:
          - {name: cluster-a, platform: openshift}
          - {name: cluster-b, platform: openshift}
          - {name: cluster-c, platform: openshift}
        meshes:
          - {name: red, cluster: cluster-a, ingress: {domain: apps.a.example.com}}
          - {name: green, cluster: cluster-b, ingress: {domain: apps.b.example.com}}
          - {name: blue, cluster: cluster-c, ingress: {domain: apps.c.example.com}}
        peers: [[red, green]]
        """),
      right: .federation("peers: [[red, green]]")))

  static let noPeer = FindingCode(
    719, "no-peer", .error,
    Explanation(
      meaning: "A mesh exports to, or imports from, a mesh that is not its peer.",
      harm: """
        An ExportedServiceSet and an ImportedServiceSet belong to the ServiceMeshPeer whose name they have; without it, \
        they stay without effect, and nothing says so.
        """,
      sources: ["maistra/istio, pkg/servicemesh/federation/exports/controller.go"],
      wrong: .federation(
        """
        exports:
          - {from: red, to: [red], services: [{name: ratings, namespace: red-shop}]}
        """),
      right: .federation(
        """
        exports:
          - {from: red, to: [green], services: [{name: ratings, namespace: red-shop}]}
        """)))
}

extension Finding {
  static func ownPeer(_ pair: PeerGraph.Pair) -> Finding {
    Finding(
      .peerPair, "`\(pair.first.value)` cannot be its own peer", at: pair.second.range, help: "name two meshes")
  }

  static func repeatedPair(_ pair: PeerGraph.Pair, first: SourceRange) -> Finding {
    Finding(
      .peerPair, "`\(pair.first.value)` and `\(pair.second.value)` are peers already", at: pair.first.range,
      notes: [Annotation(first, "said here")], help: "list each pair once; it holds for both sides")
  }

  static func lonelyMesh(_ mesh: FederatedMesh) -> Finding {
    Finding(
      .lonelyMesh, "\(mesh.inWords) has no peers", at: mesh.place,
      help: "add it to a pair of `peers`, or to another topology")
  }

  static func noPeer(_ name: Located<MeshName>, of mesh: MeshName) -> Finding {
    Finding(
      .noPeer, "`\(name.value)` is not a peer of `\(mesh)`", at: name.range,
      help: "add the pair to `peers`, or name a mesh that is one",
      mistake: "no peers: \([name.value, mesh].sorted())", obscures: ["peers"])
  }
}
