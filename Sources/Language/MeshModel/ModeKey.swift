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
  case migration, discovery
  case gatewayNamespace = "namespace"
  case gatewayPort = "port"
  case seenFrom
  case ipFamilyPolicy, ipFamilies
  case networkPolicies

  /// The key as the language has it: `clusters[].dns`.
  package var inWords: String {
    switch self {
    case .services, .routes, .meshes, .peers, .exports, .imports, .fleet, .migration: rawValue
    case .discovery: "imports[].services[].\(rawValue)"
    case .subsets, .global, .replicateTo: "services[].\(rawValue)"
    case .dns, .endpoints, .injection, .kubernetes: "clusters[].\(rawValue)"
    case .networkPolicies: "mesh.\(rawValue)"
    case .security: "controlPlane.\(rawValue)"
    case .workload: "exports[].services[].\(rawValue)"
    case .targetPort: "exports[].services[].ports[].\(rawValue)"
    case .gatewayNamespace, .gatewayPort, .seenFrom: "clusters[].gateway.\(rawValue)"
    case .ipFamilyPolicy, .ipFamilies: "clusters[].gateway.service.\(rawValue)"
    }
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
    ownModeKeys + (mesh?.modeKeys ?? []) + (controlPlane?.modeKeys ?? []) + services.flatMap(\.modeKeys)
      + clusters.flatMap(\.modeKeys)
      + exports.flatMap(\.rules).flatMap(\.modeKeys) + imports.flatMap(\.rules).flatMap(\.modeKeys)
  }
}
