internal import Diagnostics
internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension LegacyCluster {
  /// How requests of this cluster's clients are shared, by whichever name they ask.
  func virtualService(_ route: Route) -> Resource? {
    guard let service = service(of: route) else { return nil }
    let isHere = ownServices.contains {
      $0.name.value == service.name.value && $0.namespace.value == service.namespace.value
    }
    let isImported = imports.contains {
      $0.name.value == service.name.value && $0.namespace.value == service.namespace.value
    }
    return networking(
      "VirtualService", service.name.value.description, in: service.namespace.value,
      [
        "hosts": .strings(
          (isHere ? [localName(of: service)] : []) + (isImported ? [GlobalAddress.fullName(of: service)] : [])),
        "http": .sequence(route.rules.map { http($0, service) }),
      ])
  }

  private func http(_ rule: Route.Rule, _ service: Service) -> YAMLValue {
    let matches = rule.headers.map { header in
      YAMLValue.Entry(
        header.name.value.description, .mapping([.init(header.match.kind.rawValue, .string(header.match.value))]))
    }
    return .fields([
      "match": matches.isEmpty ? nil : [["headers": .mapping(matches)]],
      "route": .sequence(rule.destinations.map { destination($0, service) }),
    ])
  }

  /// Pods of this cluster are asked by their own name, others by that of the whole mesh.
  private func destination(_ destination: Route.Destination, _ service: Service) -> YAMLValue {
    let subset = service.subsets.first { $0.name.value == destination.subset.value }
    let isHere = subset.map { service.clusters(of: $0).contains(name) } ?? false
    return .fields([
      "destination": [
        "host": .string(isHere ? localName(of: service) : GlobalAddress.fullName(of: service)),
        "subset": "\(destination.subset.value)",
      ],
      "weight": destination.weight.map { .integer($0.value.percent) },
    ])
  }
}
