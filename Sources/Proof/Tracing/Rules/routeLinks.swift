internal import AppliedMesh
internal import YAMLWriting

/// Whether pods are dialled themselves, or the gateways of their network.
extension Way {
  /// - Returns: Whether requests pass a gateway.
  mutating func followRoute(of plane: ControlPlane) -> Bool {
    guard goesOn else { return false }
    let from = view.proxyNetwork(of: client)
    let to = view.podNetwork(of: server, seenBy: plane)
    let entering = view.gateways(of: to.name, knownTo: plane)
    let objects = [from.field, to.field].compactMap { $0 }
    let isNowhere =
      from.name.isEmpty && !to.name.isEmpty && plane.isAtLeast(30) && !entering.isEmpty
    if MeshView.isSame(from.name, to.name), !isNowhere {
      assume("pods of `\(client.name)` reach the addresses of pods of `\(server.name)`")
      let isUnsaid = from.name.isEmpty || to.name.isEmpty
      add(
        Link(
          rule: .route, state: isUnsaid && client.name != server.name ? .depends : .holds,
          finding: isUnsaid
            ? "nothing says on which network one of the two is, so both count as one"
            : "both are on the network `\(to.name)`", objects: objects, remedy: nil))
      return false
    }
    guard !entering.isEmpty else {
      add(
        Link(
          rule: .route, state: .broken,
          finding:
            "istiod of `\(plane.host)` knows no gateway of the network `\(to.name)`, and has pods' own addresses dialled",
          objects: objects,
          remedy:
            "label a Service of `\(server.name)` `topology.istio.io/network: \(to.name)`, with port 15443 and an outer address"
        ))
      return true
    }
    followMutualTLS(of: plane)
    let own = entering.filter { $0.cluster == server.name }
    for gateway in own.isEmpty ? entering : own { follow(gateway, knownTo: plane) }
    return true
  }

  /// What is in plain text has no name that a gateway could go by.
  private mutating func followMutualTLS(of plane: ControlPlane) {
    let host = service.host(in: plane.clusterDomain)
    let rules = view.configuration(of: plane)?.destinationRules ?? []
    let rule = rules.filter { $0.content.at("spec.host")?.text?.covers(host) ?? false }
      .max { ($0.content.at("spec.host")?.text ?? "").count < ($1.content.at("spec.host")?.text ?? "").count }
    if let rule, let mode = rule.content.at("spec.trafficPolicy.tls.mode")?.text, mode != "ISTIO_MUTUAL" {
      return add(
        .broken(
          .mutualTLS, "the DestinationRule `\(rule.name)` has requests sent as `\(mode)`",
          mend: "say `ISTIO_MUTUAL`, or nothing", Link.ObjectField(rule.file, "spec.trafficPolicy.tls.mode")))
    }
    if rule?.content.at("spec.trafficPolicy.tls.mode") == nil, plane.text("meshConfig.enableAutoMtls") == "false" {
      return add(
        .broken(
          .mutualTLS, "proxies of `\(client.name)` send plain text unless a rule says otherwise",
          mend: "leave `enableAutoMtls` out", plane.field("meshConfig.enableAutoMtls")))
    }
    if let policy = view.configuration(of: plane)?.peerAuthentication(of: service.namespace, root: plane.namespace),
      policy.content.at("spec.mtls.mode")?.text == "DISABLE"
    {
      add(
        .broken(
          .mutualTLS, "the PeerAuthentication `\(policy.name)` has services take plain text alone",
          mend: "say `STRICT` or `PERMISSIVE`", Link.ObjectField(policy.file, "spec.mtls.mode")))
    }
  }
}

extension ClusterView {
  /// The policy that holds for a namespace: its own, or the mesh's.
  func peerAuthentication(of namespace: String, root: String) -> AppliedObject? {
    let general = peerAuthentications.filter { $0.content.at("spec.selector") == nil }
    return general.first { $0.namespace == namespace } ?? general.first { $0.namespace == root }
  }
}
