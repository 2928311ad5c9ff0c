internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// Where Istio's own values of a topology go, and what they cannot say.
extension ClusterScope {
  var valuesSlots: [ValuesSlot] {
    [istioSlot(named: Self.controlPlaneName, derived: isPrimary ? primaryValues : remoteValues), cniSlot]
      + (isAmbient ? [zTunnelSlot] : [])
  }

  func istioSlot(named name: String, derived: [DerivedValue]) -> ValuesSlot {
    ValuesSlot(
      cluster.name, "Istio", name, at: ["spec", "values"], shape: .istio,
      derived: derived + settings + [
        DerivedValue(["spec", "profile"], nil, from: .mode),
        DerivedValue(["spec", "updateStrategy", "type"], .string(strategy), from: .updateStrategy),
        value("profile", nil, from: .mode),
        value("revision", nil, from: .updateStrategy),
        value("meshConfig.rootNamespace", "\(system)", from: .namespace),
        value("global.istioNamespace", "\(system)", from: .namespace),
        // The older way to say where gateways are; labels and Services say it here.
        value("global.meshNetworks", nil, from: .network),
      ])
  }

  var cniSlot: ValuesSlot {
    ValuesSlot(cluster.name, "IstioCNI", "default", at: ["spec", "values"], shape: .istioCNI, derived: settings)
  }

  private var zTunnelSlot: ValuesSlot {
    ValuesSlot(
      cluster.name, "ZTunnel", "default", at: ["spec", "values"], shape: .zTunnel,
      derived: settings + [
        value("ztunnel.multiCluster.clusterName", "\(cluster.name)", from: .cluster),
        value("ztunnel.network", .string(network), from: .network),
      ])
  }

  private var strategy: String { options.isRevisioned ? "RevisionBased" : "InPlace" }

  /// What stands beside the values.
  private var settings: [DerivedValue] {
    [
      DerivedValue(["spec", "version"], "v\(options.version)", from: .version),
      DerivedValue(["spec", "namespace"], nil, from: .namespace),
    ]
  }

  private var primaryValues: [DerivedValue] {
    identity + [
      value("global.remotePilotAddress", nil, from: .primary),
      value("istiodRemote.enabled", nil, from: .primary),
      value("istiodRemote.injectionPath", nil, from: .primary),
      value("pilot.enabled", true, from: .primary),
    ] + (servesRemotes ? serving : []) + (isAmbient ? ambient : [])
  }

  private var serving: [DerivedValue] {
    [
      value("global.externalIstiod", true, from: .remotes),
      value("pilot.env.EXTERNAL_ISTIOD", "true", from: .remotes),
    ]
  }

  private var ambient: [DerivedValue] {
    [
      value("pilot.env.AMBIENT_ENABLE_MULTI_NETWORK", "true", from: .dataPlane),
      value("pilot.trustedZtunnelNamespace", .string(Self.ztunnelNamespace), from: .dataPlane),
    ]
  }

  private var identity: [DerivedValue] {
    [
      value("global.meshID", "\(topology.mesh.id)", from: .mesh),
      value("global.multiCluster.clusterName", "\(cluster.name)", from: .cluster),
      value("global.network", .string(network), from: .network),
      value("meshConfig.trustDomain", "\(topology.mesh.trustDomain)", from: .trustDomain),
    ]
  }

  private var remoteValues: [DerivedValue] {
    identity + [
      value("global.remotePilotAddress", (primary?.gatewayAddress).map { .string($0) }, from: .gatewayAddress),
      value("istiodRemote.injectionPath", "/inject/cluster/\(cluster.name)/net/\(network)", from: .cluster),
      value("pilot.enabled", nil, from: .primary),
    ]
  }

  private func value(_ path: String, _ value: YAMLValue?, from origin: DerivedValue.Origin) -> DerivedValue {
    DerivedValue(["spec", "values"] + path.split(separator: ".").map(String.init), value, from: origin)
  }
}
