/// A group of objects that may be applied together, and its place in the order.
package enum Phase: Int, CaseIterable, Comparable, Sendable {
  case namespaces = 10
  case trust = 20
  case `operator` = 30
  case controlPlane = 40
  case members = 45
  case gateways = 50
  case peers = 55
  case exposure = 60
  case discovery = 70
  case traffic = 80
  case anchors = 90

  /// The folder of the phase's objects: `40-control-plane`.
  package var folder: String { "\(rawValue)-\(slug)" }

  package static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }

  /// What the phase is for, in a word or two: `control-plane`.
  package var slug: String {
    switch self {
    case .namespaces: "namespaces"
    case .trust: "trust"
    case .operator: "operator"
    case .controlPlane: "control-plane"
    case .members: "members"
    case .gateways: "gateways"
    case .peers: "peers"
    case .exposure: "exposure"
    case .discovery: "discovery"
    case .traffic: "traffic"
    case .anchors: "anchors"
    }
  }
}
