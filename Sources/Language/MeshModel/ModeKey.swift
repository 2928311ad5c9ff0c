package import Diagnostics
internal import YAMLReading

/// A key that means something in some modes alone.
///
/// A dialect says which of them it reads; the others are refused where they stand, so that none is ever ignored.
package enum ModeKey: String, CaseIterable, Sendable {
  case services, routes
  case subsets, global, replicateTo
  case dns, endpoints, injection, kubernetes
  case security
  case meshes, peers, exports, imports, fleet
  case workload, targetPort
  case migration, discovery, sharing
  case acrossNetworks, waypoint
  case charts, hub
  case gatewayNamespace = "namespace"
  case gatewayPort = "port"
  case seenFrom
  case ipFamilyPolicy, ipFamilies
  case networkPolicies

  /// The key as the language has it: `clusters[].dns`.
  package var inWords: String {
    switch self {
    case .services, .routes, .meshes, .peers, .exports, .imports, .fleet, .migration, .sharing: rawValue
    case .discovery: "imports[].services[].\(rawValue)"
    case .subsets, .global, .replicateTo: "services[].\(rawValue)"
    case .dns, .endpoints, .injection, .kubernetes: "clusters[].\(rawValue)"
    case .security, .acrossNetworks: "controlPlane.\(rawValue)"
    case .waypoint: "namespaces[].\(rawValue)"
    case .charts, .hub: "distribution.\(rawValue)"
    case .networkPolicies: "mesh.\(rawValue)"
    case .workload: "exports[].services[].\(rawValue)"
    case .targetPort: "exports[].services[].ports[].\(rawValue)"
    case .gatewayNamespace, .gatewayPort, .seenFrom: "clusters[].gateway.\(rawValue)"
    case .ipFamilyPolicy, .ipFamilies: "clusters[].gateway.service.\(rawValue)"
    }
  }
}

extension ModeKey {
  /// What to do instead where a system has no such key.
  var remedy: String {
    switch self {
    case .charts: "remove it: Helm alone takes charts from a repository, and `distribution: {name: istio}` is by Helm"
    case .hub: "remove it: this system's own tool chooses its images"
    default: "remove it, or choose the mode that has it"
    }
  }

  /// Whether keys of a topology's root are those of several meshes: it lists them, or says twice what they share.
  static func areOfSeveralMeshes(_ keys: [String]) -> Bool {
    keys.contains(meshes.rawValue) || [peers, exports, imports].count { keys.contains($0.rawValue) } > 1
  }
}

extension MappingReader {
  /// Those of the keys that stand there, right or wrong.
  func modeKeys(_ keys: ModeKey...) -> [Located<ModeKey>] {
    keys.compactMap { key in
      mapping.entries.first { $0.key.text == key.rawValue }.map { Located(key, at: $0.key.range) }
    }
  }
}

extension Topology {
  /// Every key of the topology that means something in some modes alone.
  package var modeKeys: [Located<ModeKey>] {
    ownModeKeys + (distribution?.modeKeys ?? []) + (mesh?.modeKeys ?? []) + (controlPlane?.modeKeys ?? [])
      + services.flatMap(\.modeKeys) + clusters.flatMap(\.modeKeys) + exports.flatMap(\.rules).flatMap(\.modeKeys)
      + namespaces.flatMap(\.modeKeys) + imports.flatMap(\.rules).flatMap(\.modeKeys)
  }
}
