internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension HelmInstallation {
  /// The name of istiod's release: one for each revision, so that two can stand side by side.
  var istiodName: String { scope.options.istiodName }

  /// The control plane of a primary.
  var istiod: ChartRelease { release(istiodName, of: "istiod", values(istiodValues)) }

  /// What a remote has in place of a control plane.
  func istiod(servedBy primary: ClusterScope) -> ChartRelease {
    let identity: YAMLValue = ["global": ["multiCluster": ["clusterName": "\(cluster.name)"]]]
    return release(istiodName, of: "istiod", values(istiodValues(servedBy: primary).merging(identity)))
  }

  /// A control plane that has others beside it, or what the cluster has in place of one.
  func release(of istiod: Istiod) -> ChartRelease {
    let head = YAMLValue.fields([
      "profile": istiod.kind == .remote ? "remote" : nil,
      "revision": istiod.isRevisioned ? .string(istiod.revision) : nil,
    ])
    return release(
      istiod.name, of: "istiod", in: istiod.namespace,
      head.merging(istiod.values).merging(place(in: istiod.namespace, on: istiod.platform))
        .merging(imageValues))
  }

  private func values(_ values: YAMLValue) -> YAMLValue {
    let head = YAMLValue.fields([
      "profile": istiodProfile.map { .string($0) }, "revision": revisionValue,
    ])
    return head.merging(values).merging(place(in: system, on: cluster.platform)).merging(imageValues)
  }

  /// What the charts cannot know: where they are.
  private func place(in namespace: NamespaceName, on platform: Cluster.Platform) -> YAMLValue {
    let place = YAMLValue.fields([
      "istioNamespace": namespace.description == "istio-system" ? nil : "\(namespace)",
      "platform": platform == .openshift ? "openshift" : nil,
    ])
    return place == [:] ? [:] : ["global": place]
  }
}
