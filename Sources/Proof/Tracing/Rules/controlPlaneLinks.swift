internal import AppliedMesh
internal import YAMLWriting

/// Proxies and their control plane: one in their own cluster, or one that a gateway leads to.
extension Way {
  mutating func followControlPlane(of cluster: ClusterView, _ plane: ControlPlane) {
    guard let remote = cluster.controlPlanes.first(where: \.isRemote) else {
      return add(.holds(.controlPlane, "`\(cluster.name)` has its own istiod", plane.field("")))
    }
    followAddress(of: remote, to: plane, in: cluster)
    followCertificate(of: remote, plane, in: cluster)
    followToken(of: plane, in: cluster)
  }

  private mutating func followAddress(of remote: ControlPlane, to plane: ControlPlane, in cluster: ClusterView) {
    let field = remote.field("global.remotePilotAddress")
    guard let address = remote.text("global.remotePilotAddress"), !address.isEmpty else {
      return add(
        .broken(
          .controlPlane, "`\(cluster.name)` is told no address of its control plane",
          mend: "set `global.remotePilotAddress` to the gateway of `\(plane.host)`", field))
    }
    guard let exposure = view.exposure(of: plane) else {
      return add(
        .broken(
          .controlPlane, "no gateway of `\(plane.host)` leads ports 15012 and 15017 to istiod",
          mend: "open both ports at the gateway, and route them to istiod", field))
    }
    let isOpen = address.hasPrefix("${")
    assume("`\(cluster.name)` reaches \(isOpen ? "the gateway of `\(plane.host)`" : "`\(address)`") at 15012 and 15017")
    add(
      Link(
        rule: .controlPlane, state: isOpen ? .depends : .holds,
        finding: isOpen
          ? "`\(cluster.name)` dials an address that is not known yet, `\(address)`"
          : "`\(cluster.name)` dials the gateway of `\(plane.host)` at `\(address)`",
        objects: [field] + exposure, remedy: nil))
  }

  private mutating func followCertificate(of remote: ControlPlane, _ plane: ControlPlane, in cluster: ClusterView) {
    // An external control plane writes the roots into the cluster whose ID is its own.
    if plane.clusterID == view.id(of: cluster) { return }
    let namespace = cluster.namespaces[remote.namespace]
    let named = namespace?.annotations["topology.istio.io/controlPlaneClusters"] ?? ""
    let isNamed = named.split(separator: ",").map { $0.filter { $0 != " " } }.contains {
      $0 == plane.clusterID || $0 == "*"
    }
    let field = Link.ObjectField(
      namespace?.file ?? "", "metadata.annotations.topology.istio.io/controlPlaneClusters")
    guard isNamed else {
      return add(
        .broken(
          .controlPlaneCertificate,
          "the namespace `\(remote.namespace)` of `\(cluster.name)` does not name `\(plane.clusterID)`",
          mend: "annotate it `topology.istio.io/controlPlaneClusters: \(plane.clusterID)`", field))
    }
    let isServing = plane.variable("EXTERNAL_ISTIOD") == "true" || plane.text("global.externalIstiod") == "true"
    guard isServing else {
      return add(
        .broken(
          .controlPlaneCertificate, "istiod of `\(plane.host)` serves its own cluster alone",
          mend: "set `EXTERNAL_ISTIOD: \"true\"` in `pilot.env`", plane.field("pilot.env.EXTERNAL_ISTIOD")))
    }
    add(.holds(.controlPlaneCertificate, "istiod of `\(plane.host)` writes its root into `\(cluster.name)`", field))
  }

  private mutating func followToken(of plane: ControlPlane, in cluster: ClusterView) {
    let id = view.id(of: cluster)
    guard let reader = view.remoteReader(of: cluster, by: plane) else {
      return add(
        .broken(
          .proxyToken,
          "istiod of `\(plane.host)` reads no cluster `\(id)`, which the proxies of `\(cluster.name)` name",
          mend: "give it a remote secret with the key `\(id)`", plane.field("")))
    }
    add(.holds(.proxyToken, "istiod of `\(plane.host)` reads `\(id)`", reader))
  }
}

extension MeshView {
  /// The cluster that a control plane's configuration is in.
  func configuration(of plane: ControlPlane) -> ClusterView? {
    cluster(withID: plane.clusterID) ?? cluster(plane.host)
  }

  /// The objects by which a gateway in the control plane's cluster leads its ports out; `nil` where one is missing.
  func exposure(of plane: ControlPlane) -> [Link.ObjectField]? {
    guard let host = cluster(plane.host) else { return nil }
    let routes = [15012, 15017].map { port in
      host.virtualServices.first { $0.routes(port, to: plane) }
    }
    guard let first = routes[0], routes[1] != nil else { return nil }
    let names = (first.content.at("spec.gateways")?.items ?? []).compactMap(\.text)
    guard
      let gateway = host.gateways.first(where: {
        names.contains($0.name) || names.contains("\($0.namespace ?? "")/\($0.name)")
      }),
      [15012, 15017].allSatisfy({ port in gateway.servers.contains { $0.port == port && $0.mode == "PASSTHROUGH" } }),
      let pods = host.deployments.first(where: {
        $0.hasPods(of: gateway.content.at("spec.selector")?.texts ?? [:]) && $0.isGateway
      }),
      let service = host.services.first(where: { service in
        service.namespace == pods.namespace && pods.hasPods(of: service.content.at("spec.selector")?.texts ?? [:])
          && [15012].allSatisfy { port in service.ports.contains { $0.port == port } }
          && service.ports.contains { $0.target == 15017 || $0.port == 15017 }
      })
    else { return nil }
    return [first.file, gateway.file, pods.file, service.file].map { Link.ObjectField($0) }
  }
}

extension AppliedObject {
  /// Whether a route leads a port of a gateway to a control plane.
  fileprivate func routes(_ port: Int, to plane: ControlPlane) -> Bool {
    (content.at("spec.tls")?.items ?? []).contains { rule in
      (rule["match"]?.items ?? []).contains { $0["port"]?.number == port }
        && (rule["route"]?.items ?? []).contains { route in
          let host = route.at("destination.host")?.text ?? ""
          let isIstiod = host.hasPrefix("istiod.") || host.hasPrefix("istiod-")
          return isIstiod && host.contains(".\(plane.namespace).")
        }
    }
  }
}
