internal import AppliedMesh
internal import YAMLWriting

/// What the client's control plane knows of the service.
extension Way {
  mutating func followKnowledge(of plane: ControlPlane) {
    guard let reader = view.reader(of: server, by: plane) else {
      return add(
        .broken(
          .readsCluster, "istiod of `\(plane.host)` does not read `\(server.name)`",
          mend: "give it a remote secret of `\(view.id(of: server))` in `\(plane.namespace)`", plane.field("")))
    }
    add(.holds(.readsCluster, "istiod of `\(plane.host)` reads `\(server.name)`", reader))
    let namespace = server.namespaces[service.namespace]
    let selectors = plane.field("meshConfig.discoverySelectors")
    guard plane.watches(service.namespace, namespace?.labels) else {
      return add(
        .broken(
          .watchedNamespace,
          "`discoverySelectors` of `\(plane.host)` leave out `\(service.namespace)` of `\(server.name)`",
          mend: "add a selector that takes it", selectors, Link.ObjectField(namespace?.file ?? "", "metadata.labels")))
    }
    if plane.value("meshConfig.discoverySelectors") != nil, namespace == nil {
      add(
        .depends(
          .watchedNamespace, "nothing says which labels `\(service.namespace)` of `\(server.name)` has", selectors))
    }
  }

  /// Whether the service is one that leaves its cluster.
  mutating func followSharing(by plane: ControlPlane) {
    let host = service.host(in: plane.clusterDomain)
    let isKubernetes =
      service.namespace == "kube-system" || (service.name, service.namespace) == ("kubernetes", "default")
    let said = plane.setting(for: host)
    if said?.isLocal ?? isKubernetes {
      return add(
        .broken(
          .sharedService,
          said.map { "`\($0.pattern)` keeps it in its cluster" } ?? "services of Kubernetes' own never leave",
          mend: "share it, if that is meant", plane.field("meshConfig.serviceSettings")))
    }
    if plane.variable("ENABLE_MCS_SERVICE_DISCOVERY") == "true" {
      assume("a ServiceExport in `\(server.name)` names the service")
      add(
        .depends(
          .sharedService, "only what ServiceExports name leaves its cluster",
          plane.field("pilot.env.ENABLE_MCS_SERVICE_DISCOVERY")))
    }
  }

  /// Whether the client, or a gateway, sees the service.
  ///
  /// - Parameters:
  ///   - namespace: Where it is.
  ///   - plane: Its control plane.
  ///   - rule: What is broken where it does not.
  mutating func followVisibility(to namespace: String, by plane: ControlPlane, _ rule: Rule = .visibleService) {
    let said = server.services.first { $0.name == service.name && $0.namespace == service.namespace }
    let own = said?.annotations["networking.istio.io/exportTo"].map {
      $0.split(separator: ",").map { $0.filter { $0 != " " } }
    }
    let places = own ?? (plane.value("meshConfig.defaultServiceExportTo")?.items ?? []).compactMap(\.text)
    let isSeen =
      places.isEmpty || places.contains("*") || places.contains(namespace)
      || (places.contains(".") && namespace == service.namespace)
    guard !isSeen else { return }
    add(
      .broken(
        rule, "`\(service.inWords)` is not exported to `\(namespace)`",
        mend: "add `\(namespace)` to the namespaces that it is exported to",
        own == nil
          ? plane.field("meshConfig.defaultServiceExportTo")
          : Link.ObjectField(said?.file ?? "", "metadata.annotations.networking.istio.io/exportTo")))
  }

  mutating func followNetworkView(of plane: ControlPlane) {
    let path = "meshConfig.defaultConfig.proxyMetadata.ISTIO_META_REQUESTED_NETWORK_VIEW"
    guard let said = plane.text(path) else { return }
    let network = view.podNetwork(of: server, seenBy: plane).name
    guard !said.split(separator: ",").map(String.init).contains(network) else { return }
    add(
      .broken(
        .networkView, "proxies of `\(client.name)` look at `\(said)` alone", mend: "leave the variable out",
        plane.field(path)))
  }
}

extension ControlPlane {
  /// What keeps a host in its cluster, or does not: of several patterns the most specific (istio/istio,
  /// pilot/pkg/model/cluster_local.go).
  func setting(for host: String) -> (pattern: String, isLocal: Bool)? {
    let all = (value("meshConfig.serviceSettings")?.items ?? []).flatMap { setting in
      (setting["hosts"]?.items ?? []).compactMap(\.text).map { pattern in
        (pattern: pattern, isLocal: setting.at("settings.clusterLocal")?.scalarText == "true")
      }
    }
    return all.filter { $0.pattern.covers(host) }.max { $0.pattern.count < $1.pattern.count }
  }
}

extension String {
  /// Whether a host, of which the first part may be `*`, covers another.
  func covers(_ host: String) -> Bool {
    self == host || self == "*" || (hasPrefix("*") && host.hasSuffix(dropFirst()))
  }
}
