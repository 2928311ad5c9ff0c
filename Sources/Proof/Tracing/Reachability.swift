internal import AppliedMesh

/// Who reaches whom, of all clusters of a mesh.
package struct Reachability: Sendable {
  package let service: ServiceReference
  package let clusters: [String]
  package let singlePoints: [SinglePoint]
  /// The network that each cluster is on.
  private let networks: [String]
  /// What becomes of requests, each kind of pair once.
  private let paths: [Path]
  /// Which of them it is for each pair, row by row; nothing for a cluster and itself.
  private let table: [Int32]

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

  init(
    of service: ServiceReference, _ clusters: [String], on networks: [String], _ paths: [Path], _ table: [Int32],
    served: [(cluster: String, host: String)]
  ) {
    self.service = service
    self.clusters = clusters
    self.networks = networks
    self.paths = paths
    self.table = table
    singlePoints = Self.gateways(clusters, networks, paths, table) + Self.controlPlanes(served)
  }

  /// Every ordered pair of two clusters, row by row.
  package var pairs: [Pair] {
    clusters.indices.flatMap { row in clusters.indices.filter { $0 != row }.map { pair(from: row, to: $0) } }
  }

  /// The first pairs that fail, and how many there are.
  package func failures(most: Int) -> (pairs: [Pair], count: Int) {
    let failing = Set(paths.indices.filter { !paths[$0].disposition.reaches }.map(Int32.init))
    guard !failing.isEmpty else { return ([], 0) }
    let places = table.indices.filter { failing.contains(table[$0]) }
    return (places.prefix(most).map { pair(from: $0 / clusters.count, to: $0 % clusters.count) }, places.count)
  }

  /// How many pairs have each disposition.
  package var counts: [(disposition: Disposition, count: Int)] {
    var counts: [Disposition: Int] = [:]
    for index in table where index >= 0 { counts[paths[Int(index)].disposition, default: 0] += 1 }
    return Disposition.allCases.compactMap { disposition in counts[disposition].map { (disposition, $0) } }
  }

  package var pairCount: Int { clusters.count * max(0, clusters.count - 1) }

  /// Whether something is not known before clusters run.
  package var isOpen: Bool { paths.contains { $0.links.contains { $0.state == .depends } } }

  /// Clusters that reach none of the others, and that none reaches.
  package var isolated: [String] {
    guard clusters.count > 1 else { return [] }
    let reaching = paths.map(\.disposition.reaches)
    var isConnected = clusters.map { _ in false }
    for place in table.indices where table[place] >= 0 && reaching[Int(table[place])] {
      isConnected[place / clusters.count] = true
      isConnected[place % clusters.count] = true
    }
    return clusters.indices.filter { !isConnected[$0] }.map { clusters[$0] }
  }

  /// Whether everybody reaches everybody.
  package var holds: Bool { paths.allSatisfy(\.disposition.reaches) }

  /// What becomes of requests between two clusters, by their places in the list.
  func disposition(from row: Int, to column: Int) -> Disposition {
    paths[Int(table[row * clusters.count + column])].disposition
  }

  private func pair(from row: Int, to column: Int) -> Pair {
    let path = paths[Int(table[row * clusters.count + column])]
    return Pair(
      from: clusters[row], to: clusters[column], disposition: path.disposition,
      via: path.via.map { $0.standing(for: clusters[column], on: networks[column], instead: path.server) },
      isOpen: path.links.contains { $0.state == .depends })
  }
}

extension Path.Hop {
  /// The gateway on a way that another one's stands for: that of its own server.
  fileprivate func standing(for cluster: String, on network: String, instead server: String) -> Path.Hop {
    guard self.cluster == server, cluster != server else { return self }
    return Path.Hop(network: network, cluster: cluster, address: "", port: port)
  }
}

extension Reachability {
  /// The gateways that clients have no other one beside.
  private static func gateways(
    _ clusters: [String], _ networks: [String], _ paths: [Path], _ table: [Int32]
  ) -> [SinglePoint] {
    var needed: [Path.Hop: [Int]] = [:]
    var order: [Path.Hop] = []
    let only = paths.map { path -> Path.Hop? in
      guard path.disposition.reaches, let hop = path.via.first, path.via.allSatisfy({ $0 == hop }) else { return nil }
      return hop
    }
    for column in clusters.indices {
      for row in clusters.indices where row != column {
        let index = Int(table[row * clusters.count + column])
        guard let hop = only[index] else { continue }
        let own = hop.standing(for: clusters[column], on: networks[column], instead: paths[index].server).unaddressed
        if needed[own] == nil { order.append(own) }
        needed[own, default: []].append(row)
      }
    }
    return order.map { hop in
      SinglePoint(
        what: "the gateway of `\(hop.network)`\(hop.cluster.map { " in `\($0)`" } ?? "")",
        clusters: Set(needed[hop] ?? []).sorted().map { clusters[$0] })
    }
  }

  private static func controlPlanes(_ served: [(cluster: String, host: String)]) -> [SinglePoint] {
    let hosts = served.reduce(into: [String]()) { if !$0.contains($1.host) { $0.append($1.host) } }
    return hosts.map { host in
      SinglePoint(
        what: "the control plane in `\(host)`", clusters: served.filter { $0.host == host }.map(\.cluster))
    }
  }
}

extension Path.Hop {
  /// The gateway, wherever it is dialled.
  fileprivate var unaddressed: Path.Hop { Path.Hop(network: network, cluster: cluster, address: "", port: port) }
}
