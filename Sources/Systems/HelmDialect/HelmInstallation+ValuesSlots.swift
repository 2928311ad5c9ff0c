package import Istio
internal import MeshModel
internal import MeshNames
package import Planning
internal import YAMLWriting

/// Which releases Istio's own values of a topology go to, and what they cannot say.
///
/// The gateway's chart takes none of them: it has values of its own.
extension HelmInstallation {
  package var valuesSlots: [ValuesSlot] {
    [istiodSlot] + (hasCNI ? [cniSlot] : []) + (isAmbient ? [ztunnelSlot] : [])
  }

  package func slots(of istiod: Istiod) -> [ValuesSlot] {
    let derived = images + scope.derivedValuesOfExternal(at: [])
    return [ValuesSlot(of: release(of: istiod), shape: .istio, derived: derived)] + (hasCNI ? [cniSlot] : [])
  }

  private var istiodSlot: ValuesSlot {
    ValuesSlot(
      of: release(istiodName, of: "istiod", [:]), shape: .istio,
      derived: scope.derivedValues(at: [], ztunnel: ztunnelNamespace) + images)
  }

  private var cniSlot: ValuesSlot { ValuesSlot(of: cni, shape: .istioCNI, derived: images) }

  private var images: [DerivedValue] { scope.options.derivedImageValues(at: []) }

  /// The operator has these values under `ztunnel`; the chart has them beside its others.
  private var ztunnelSlot: ValuesSlot {
    ValuesSlot(
      of: ztunnel, shape: .zTunnel, flattening: "ztunnel",
      derived: [
        .value("multiCluster.clusterName", "\(cluster.name)", from: .cluster),
        .value("network", .string(network), from: .network),
        .value("istioNamespace", "\(system)", from: .namespace),
      ] + images)
  }
}
