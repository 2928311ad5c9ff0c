internal import Diagnostics
internal import MeshModel
internal import MeshNames
package import Planning
package import YAMLWriting

/// What the values of a control plane cannot say otherwise, because the topology says it.
extension ClusterScope {
  /// What follows from the topology for a control plane's values.
  ///
  /// - Parameters:
  ///   - path: Where the values stand in their object: `["spec", "values"]`.
  ///   - ztunnel: The namespace of the ambient proxies.
  /// - Returns: Each of them, those, too, that are defaults and not written anywhere.
  package func derivedValues(at path: [String], ztunnel: String) -> [DerivedValue] {
    let own = isPrimary ? primary(ztunnel) : remote
    return (identity + own + common).map { DerivedValue(path + $0.path, $0.value, from: $0.origin) }
  }

  private var identity: [DerivedValue] {
    [
      .value("global.meshID", "\(topology.mesh.id)", from: .mesh),
      .value("global.multiCluster.clusterName", "\(cluster.name)", from: .cluster),
      .value("global.network", .string(network), from: .network),
      .value("meshConfig.trustDomain", "\(topology.mesh.trustDomain)", from: .trustDomain),
      .value("global.proxy.clusterDomain", "\(topology.mesh.clusterDomain)", from: .clusterDomain),
      // istiod and the injector fill these in from the values above; remotes' proxies have the same of their primary.
      .value("pilot.env.CLUSTER_ID", "\(cluster.name)", from: .cluster),
      .value("\(Self.metadata).ISTIO_META_CLUSTER_ID", servesRemotes ? nil : "\(cluster.name)", from: .cluster),
      .value("\(Self.metadata).ISTIO_META_NETWORK", servesRemotes ? nil : .string(network), from: .network),
      .value("\(Self.metadata).ISTIO_META_MESH_ID", "\(topology.mesh.id)", from: .mesh),
      .value("\(Self.metadata).TRUST_DOMAIN", "\(topology.mesh.trustDomain)", from: .trustDomain),
    ]
      + (topology.isMultiNetwork
        ? [.value("\(Self.metadata).ISTIO_META_REQUESTED_NETWORK_VIEW", nil, from: .network)] : [])
  }

  /// What all proxies say of themselves.
  private static var metadata: String { "meshConfig.defaultConfig.proxyMetadata" }

  private var common: [DerivedValue] {
    [
      .value("profile", nil, from: .mode),
      .value("revision", options.isRevisioned ? .string(options.revision) : nil, from: .revision),
      .value("meshConfig.rootNamespace", "\(system)", from: .namespace),
      .value("global.istioNamespace", "\(system)", from: .namespace),
      // The older way to say where gateways are; labels and Services say it here, unless the topology says more.
      .value("global.meshNetworks", isPrimary ? meshNetworks : nil, from: .network),
    ]
  }

  private func primary(_ ztunnel: String) -> [DerivedValue] {
    [
      .value("global.remotePilotAddress", nil, from: .primary),
      .value("istiodRemote.enabled", nil, from: .primary),
      .value("istiodRemote.injectionPath", nil, from: .primary),
      .value("pilot.enabled", true, from: .primary),
    ] + (servesRemotes ? serving : []) + (topology.certificateAuthority.rotation == nil ? [] : rotating)
      + (isAmbient ? ambient(ztunnel) : [])
  }

  private var rotating: [DerivedValue] {
    [
      .value("pilot.env.ISTIO_MULTIROOT_MESH", "true", from: .rotation),
      .value("\(Self.metadata).PROXY_CONFIG_XDS_AGENT", "true", from: .rotation),
    ]
  }

  private var serving: [DerivedValue] {
    [
      .value("global.externalIstiod", true, from: .remotes),
      .value("pilot.env.EXTERNAL_ISTIOD", "true", from: .remotes),
    ]
  }

  private func ambient(_ ztunnel: String) -> [DerivedValue] {
    crossings + [
      .value("pilot.env.PILOT_ENABLE_AMBIENT", "true", from: .dataPlane),
      .value("pilot.env.AMBIENT_ENABLE_MULTI_NETWORK", "true", from: .dataPlane),
      .value("pilot.trustedZtunnelNamespace", .string(ztunnel), from: .dataPlane),
    ]
  }

  private var crossings: [DerivedValue] {
    let keys = [
      ("AMBIENT_ENABLE_MULTI_NETWORK_INGRESS", topology.acrossNetworks?.ingress?.value),
      ("AMBIENT_ENABLE_BAGGAGE", topology.acrossNetworks?.telemetry?.value),
    ]
    return keys.compactMap { key, isOn in
      isOn.map { .value("pilot.env.\(key)", "\($0)", from: .dataPlane) }
    }
  }

  /// What follows from the topology for the values of a control plane outside of the mesh, and of what leads to it.
  package func derivedValuesOfExternal(at path: [String]) -> [DerivedValue] {
    let values: [DerivedValue] = [
      .value("meshConfig.trustDomain", "\(topology.mesh.trustDomain)", from: .trustDomain),
      .value("global.proxy.clusterDomain", "\(topology.mesh.clusterDomain)", from: .clusterDomain),
      .value("global.meshNetworks", nil, from: .network),
      .value("profile", nil, from: .mode),
    ]
    return values.map { DerivedValue(path + $0.path, $0.value, from: $0.origin) }
  }

  private var remote: [DerivedValue] {
    [
      .value(
        "global.remotePilotAddress", (primary?.gatewayAddress(from: self)).map { .string($0) }, from: .gatewayAddress),
      .value("istiodRemote.injectionPath", "/inject/cluster/\(cluster.name)/net/\(network)", from: .cluster),
      .value("pilot.enabled", nil, from: .primary),
    ]
  }
}

extension DerivedValue {
  /// A value by its keys as people write them: `global.network`.
  package static func value(_ path: String, _ value: YAMLValue?, from origin: Origin) -> DerivedValue {
    DerivedValue(path.split(separator: ".").map(String.init), value, from: origin)
  }
}
