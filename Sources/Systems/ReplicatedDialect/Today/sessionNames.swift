internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import YAMLWriting

extension LegacyCluster {
  /// An endpoint that carries it is taken for one that speaks mutual TLS (istio/istio, pkg/model/xds.go, TLSModeLabelName).
  static let mutualTLSLabel = ["security.istio.io/tlsMode": "istio"]

  /// How a client asks the gateway for a service, or a subset of it, by the name that it has in its own cluster.
  ///
  /// The old releases sent the `.global` name, and the gateway rewrote it. Today's pass on what asks for a service
  /// that they know, so the client says so itself (istio/istio, pilot/pkg/networking/core/cluster_tls.go: "User specified
  /// SNIs in the istio mtls settings are useful when routing via gateways"). The port is part of the name.
  ///
  /// - Returns: A traffic policy; `nil` for the old releases.
  func sessionName(of service: Service, _ subset: Service.Subset?) -> YAMLValue? {
    guard isToday else { return subset == nil ? Self.mutualTLSPolicy : nil }
    let policies = service.ports.map { port -> (number: Int, tls: YAMLValue) in
      let number = port.number.value.number
      let name = "outbound_.\(number)_.\(subset?.name.value.description ?? "")_.\(localName(of: service))"
      return (number, ["mode": "ISTIO_MUTUAL", "sni": .string(name)])
    }
    if let only = policies.first, policies.count == 1 { return ["tls": only.tls] }
    return [
      "portLevelSettings": .sequence(policies.map { ["port": ["number": .integer($0.number)], "tls": $0.tls] })
    ]
  }
}
