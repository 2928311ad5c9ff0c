internal import AppliedMesh

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
    let hosts = members.map { view.controlPlane(of: $0)?.host ?? "" }
    let rows = Dictionary(members.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let planes = hosts.map { rows[$0] ?? -1 }
    let classes = view.classes(of: members)
    let networks = members.map(view.ownNetwork)
    let width = (classes.max() ?? 0) + 1
    var known: [Int32] = Array(repeating: -1, count: width * width * 4)
    var paths: [Path] = []
    var table: [Int32] = Array(repeating: -1, count: members.count * members.count)
    for row in members.indices {
      for column in members.indices where column != row {
        let isServed = planes[row] == column || planes[column] == row
        let isNear = networks[row] == networks[column]
        let kind = (classes[row] * width + classes[column]) * 4 + (isServed ? 1 : 0) + (isNear ? 2 : 0)
        if known[kind] < 0 {
          known[kind] = Int32(paths.count)
          paths.append(path(from: members[row], to: members[column], service))
        }
        table[row * members.count + column] = known[kind]
      }
    }
    return Reachability(
      of: service, members.map(\.name), on: networks, paths, table,
      served: zip(members, hosts).filter { $0.name != $1 && !$1.isEmpty }.map { ($0.name, $1) })
  }

  /// The service that most clusters have, by name; a made-up one where there is none.
  package var commonService: ServiceReference {
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
}

extension AppliedObject {
  /// Whether a Service is one of applications: no gateway, and no control plane.
  fileprivate var isOfApplications: Bool {
    labels["topology.istio.io/network"] == nil && !name.hasPrefix("istio") && content.at("spec.selector") != nil
      && labels["istio"] == nil
  }
}
