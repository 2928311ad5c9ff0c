internal import Istio
package import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// What runs on each node.
extension HelmInstallation {
  /// The CNI plug-in.
  var cni: ChartRelease {
    release(
      "istio-cni", of: "cni", in: home,
      YAMLValue.fields(["profile": isAmbient ? "ambient" : nil, "global": global]).merging(imageValues))
  }

  /// The proxies of an ambient mesh.
  ///
  /// They take their network from nowhere else: nothing is injected.
  var ztunnel: ChartRelease {
    release(
      "ztunnel", of: "ztunnel",
      YAMLValue.fields([
        "multiCluster": ["clusterName": "\(cluster.name)"],
        "network": .string(network),
        "env": topology.mesh.ztunnelEnvironment,
        "revision": revisionValue,
        "istioNamespace": system.description == "istio-system" ? nil : "\(system)",
        "global": global,
      ]).merging(imageValues))
  }

  /// What all of these charts share.
  private var global: YAMLValue? {
    let policies: YAMLValue? = chartsHavePolicies && topology.mesh.hasNetworkPolicies ? ["enabled": true] : nil
    return platform == nil && policies == nil ? nil : (platform ?? [:]).merging(.fields(["networkPolicy": policies]))
  }

  /// From 1.29 on (istio/istio, releasenotes/notes/ztunnel-networkpolicy.yaml; manifests/charts/istio-cni/templates).
  private var chartsHavePolicies: Bool { scope.options.version >= Version(1, 29, 0) }

  package var agentPolicies: [Resource] {
    guard !chartsHavePolicies else { return [] }
    return (hasCNI ? [ClusterScope.cniPolicy(in: home)] : [])
      + (isAmbient ? [ClusterScope.ztunnelPolicy(in: system)] : [])
  }

  /// The platforms that the charts know a profile for.
  ///
  /// On GKE and with k3s, the plug-in lives in another folder of the node; on GKE, critical pods outside of kube-system
  /// need a quota; on OpenShift, plug-ins are not chained (istio.io, "Platform prerequisites").
  private var platform: YAMLValue? {
    switch cluster.platform {
    case .openshift: ["platform": "openshift"]
    case .gke: ["platform": "gke"]
    case .k3s: ["platform": "k3s"]
    case .kubernetes, .eks, .aks, .rke2, .gdcVMware, .gdcBareMetal, .gkeOnAWS, .gkeOnAzure: nil
    }
  }
}
