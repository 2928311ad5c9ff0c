internal import Manifests
package import MeshModel
internal import MeshNames
package import YAMLWriting

extension CheckedGateway {
  /// The ports of the injection webhook.
  ///
  /// Remotes that know the gateway by an IP address call 15017. Where they know it by a name, their Service is an
  /// ExternalName, which maps no ports, and they call 443. A load balancer that is not there yet may have either.
  package var webhookPorts: [InjectedGateway.Port] {
    let byAddress = InjectedGateway.Port("tls-webhook", 15017)
    let byName = InjectedGateway.Port("https-webhook", 443, to: 15017)
    let known = views.map(\.address) + (address.map { [$0] } ?? [])
    let names = known.contains { if case .name = $0 { true } else { false } }
    let addresses = known.contains { if case .address = $0 { true } else { false } }
    return (addresses || address == nil ? [byAddress] : []) + (names || address == nil ? [byName] : [])
  }

  /// What the Service's families are asked for by.
  ///
  /// Without it, a cluster of two families gives the Service its first alone, which is IPv4 most often.
  package var familyPolicy: YAMLValue? {
    if let policy = service.ipFamilyPolicy { return .string(policy.rawValue) }
    return hasIPv6 && service.ipFamilies.isEmpty ? "PreferDualStack" : nil
  }

  /// Whether one of the addresses that are known is an IPv6 one.
  package var hasIPv6: Bool {
    var addresses = service.externalIPs + (service.loadBalancerIP.map { [$0] } ?? [])
    if case .address(let known) = address { addresses.append(known) }
    return addresses.contains { $0.family == .v6 }
  }

  /// What a container asks for and may use, as a container has it.
  package var resources: YAMLValue {
    .fields([
      "limits": limits.fields,
      "requests": requests.fields,
    ])
  }
}

extension CheckedGateway.Amounts {
  fileprivate var fields: YAMLValue? {
    guard cpu != nil || memory != nil else { return nil }
    return .fields(["cpu": cpu.map { .string($0) }, "memory": memory.map { .string($0) }])
  }
}

extension CheckedService {
  /// The annotations of the Service, those, too, that follow from its settings.
  ///
  /// For other networks, istiod takes the addresses of nodes only where a Service of node ports has this one (istio/api,
  /// annotation/annotations.yaml); its text is JSON.
  package var allAnnotations: [String: String] {
    var pairs = Dictionary(annotations.map { ($0.key.description, $0.value) }) { first, _ in first }
    if type == .nodePort {
      pairs["traffic.istio.io/nodeSelector"] = String(YAMLValue.sorted(nodeSelector).jsonLine.dropLast())
    }
    return pairs
  }
}

extension YAMLValue {
  /// A list of texts; `nil` where it would be empty.
  package static func listed(_ values: [some CustomStringConvertible]) -> YAMLValue? {
    values.isEmpty ? nil : .strings(values.map(\.description))
  }
}
