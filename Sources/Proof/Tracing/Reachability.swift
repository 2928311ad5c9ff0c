internal import AppliedMesh

/// Who reaches whom, of all clusters of a mesh.
package struct Reachability: Sendable {
  package let service: ServiceReference
  package let clusters: [String]
  /// Every ordered pair of two clusters.
  package let pairs: [Pair]
  package let singlePoints: [SinglePoint]

  /// What becomes of requests from one cluster to another.
  package struct Pair: Sendable {
    package let from: String
    package let to: String
    package let disposition: Disposition
    package let via: [Path.Hop]
    /// Whether it rests on something that is not known yet.
    package let isOpen: Bool
  }

  /// Something that many need, and that there is one of.
  package struct SinglePoint: Sendable, Equatable {
    /// What it is, in words: "the gateway of `network1` in `cluster1`".
    package let what: String
    /// The clusters that lose others, or their control plane, without it.
    package let clusters: [String]
  }

  /// Clusters that reach none of the others, and that none reaches.
  package var isolated: [String] {
    let connected = Set(pairs.filter(\.disposition.reaches).flatMap { [$0.from, $0.to] })
    return clusters.count > 1 ? clusters.filter { !connected.contains($0) } : []
  }

  /// Whether everybody reaches everybody.
  package var holds: Bool { pairs.allSatisfy(\.disposition.reaches) }
}

extension Tracer {
  /// Follows requests between all pairs of clusters.
  ///
  /// Clusters of one class are alike in all that a path rests on, so one pair stands for all pairs of two classes: a mesh
  /// of a thousand clusters has few.
  ///
  /// - Parameter service: The service that is asked for; one that most clusters have where it is left out.
  /// - Returns: The pairs, in the order of the clusters.
  package func reachability(of service: ServiceReference? = nil) -> Reachability {
    let service = service ?? commonService
    let members = view.clusters.filter(isMember)
    let classes = view.classes(of: members)
    var known: [ClassPair: Path] = [:]
    var pairs: [Reachability.Pair] = []
    pairs.reserveCapacity(members.count * max(0, members.count - 1))
    for (row, from) in members.enumerated() {
      for (column, to) in members.enumerated() where row != column {
        let key = ClassPair(from: classes[row], to: classes[column], isServed: view.isServed(from, by: to))
        let path = known[key] ?? self.path(from: from, to: to, service)
        if known[key] == nil { known[key] = path }
        pairs.append(Reachability.Pair(path, from: from, to: to, view))
      }
    }
    return Reachability(
      service: service, clusters: members.map(\.name), pairs: pairs, singlePoints: singlePoints(of: pairs, members))
  }

  /// The service that most clusters have, by name; a made-up one where there is none.
  private var commonService: ServiceReference {
    var counts: [String: Int] = [:]
    for cluster in view.clusters {
      for service in cluster.services where service.isOfApplications {
        counts["\(service.name).\(service.namespace ?? "")", default: 0] += 1
      }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let parts = (most ?? "service.default").split(separator: ".").map(String.init)
    return ServiceReference(parts[0], in: parts.count > 1 ? parts[1] : "default")
  }

  private func singlePoints(of pairs: [Reachability.Pair], _ members: [ClusterView]) -> [Reachability.SinglePoint] {
    var needed: [(what: String, clusters: [String])] = []
    var indices: [String: Int] = [:]
    func add(_ what: String, _ cluster: String) {
      let index = indices[what] ?? needed.count
      if index == needed.count {
        indices[what] = index
        needed.append((what, []))
      }
      if needed[index].clusters.last != cluster { needed[index].clusters.append(cluster) }
    }
    for pair in pairs where pair.disposition.reaches {
      if let hop = pair.via.first, pair.via.allSatisfy({ $0 == hop }) {
        add("the gateway of `\(hop.network)`\(hop.cluster.map { " in `\($0)`" } ?? "")", pair.from)
      }
    }
    for member in members {
      if let plane = view.controlPlane(of: member), plane.host != member.name {
        add("the control plane in `\(plane.host)`", member.name)
      }
    }
    return needed.map { Reachability.SinglePoint(what: $0.what, clusters: $0.clusters) }
  }
}

/// Two classes, and whether the one's control plane is in the other.
private struct ClassPair: Hashable {
  let from: Int
  let to: Int
  let isServed: Bool
}

extension Reachability.Pair {
  /// A pair for which another one's path stands: its gateways are those of its own server.
  fileprivate init(_ path: Path, from: ClusterView, to: ClusterView, _ view: MeshView) {
    let network = view.controlPlane(of: from).map { view.podNetwork(of: to, seenBy: $0).name } ?? ""
    let via = path.via.map { hop in
      Path.Hop(
        network: network, cluster: hop.cluster == path.server ? to.name : hop.cluster,
        address: hop.cluster == path.server && path.server != to.name ? "" : hop.address, port: hop.port)
    }
    self.init(
      from: from.name, to: to.name, disposition: path.disposition, via: via,
      isOpen: path.links.contains { $0.state == .depends })
  }
}

extension AppliedObject {
  /// Whether a Service is one of applications: no gateway, and no control plane.
  fileprivate var isOfApplications: Bool {
    labels["topology.istio.io/network"] == nil && !name.hasPrefix("istio") && content.at("spec.selector") != nil
      && labels["istio"] == nil
  }
}
