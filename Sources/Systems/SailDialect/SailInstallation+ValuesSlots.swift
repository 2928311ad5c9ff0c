internal import Istio
internal import MeshModel
internal import MeshNames
package import Planning
internal import YAMLWriting

/// Where Istio's own values of a topology go, and what they cannot say.
extension SailInstallation {
  package var valuesSlots: [ValuesSlot] {
    [istioSlot(named: controlPlaneName), cniSlot] + (isAmbient ? [zTunnelSlot] : [])
  }

  private func istioSlot(named name: String) -> ValuesSlot {
    ValuesSlot(
      cluster.name, "Istio", name, at: Self.values, shape: .istio,
      derived: scope.derivedValues(at: Self.values, ztunnel: ztunnelNamespace) + settings + [
        .value("spec.profile", nil, from: .mode),
        .value("spec.updateStrategy.type", .string(updateStrategy), from: .updateStrategy),
      ])
  }

  /// One for a control plane that is not planned by the rules of primaries and remotes.
  func externalSlot(named name: String) -> ValuesSlot {
    ValuesSlot(
      cluster.name, "Istio", name, at: Self.values, shape: .istio,
      derived: settings + scope.derivedValuesOfExternal(at: Self.values))
  }

  var cniSlot: ValuesSlot {
    ValuesSlot(cluster.name, "IstioCNI", "default", at: Self.values, shape: .istioCNI, derived: settings)
  }

  private var zTunnelSlot: ValuesSlot {
    ValuesSlot(
      cluster.name, "ZTunnel", "default", at: Self.values, shape: .zTunnel,
      derived: settings + [
        .value("spec.values.ztunnel.multiCluster.clusterName", "\(cluster.name)", from: .cluster),
        .value("spec.values.ztunnel.network", .string(network), from: .network),
      ])
  }

  private static let values = ["spec", "values"]

  /// What stands beside the values.
  private var settings: [DerivedValue] {
    [
      .value("spec.version", "v\(scope.options.build)", from: .version),
      .value("spec.namespace", nil, from: .namespace),
    ] + scope.options.derivedImageValues(at: Self.values)
  }
}
