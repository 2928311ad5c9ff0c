internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension Flux {
  /// The release as Flux's own kind has it.
  ///
  /// It stores its releases where Helm would, so that people can go on with Helm, and take the mesh down with it.
  func helmRelease(_ release: ChartRelease) -> Resource {
    Resource(
      "helm.toolkit.fluxcd.io/v2", "HelmRelease", release.name, in: gitOps.namespace,
      [
        "spec": [
          "interval": "1h",
          "timeout": "10m",
          "releaseName": .string(release.name),
          "targetNamespace": "\(release.namespace)",
          "storageNamespace": "\(release.namespace)",
          "chart": [
            "spec": [
              "chart": .string(release.chart.name),
              "version": .string(release.chart.version),
              "sourceRef": ["kind": "HelmRepository", "name": .string(Self.name)],
            ]
          ],
          "install": ["remediation": ["retries": -1]],
          "upgrade": ["remediation": ["retries": 3]],
          "values": release.values,
        ]
      ])
  }
}
