internal import Diagnostics
internal import MeshNames
internal import YAMLReading

/// A Bundle writes ConfigMaps of its own name into namespaces: none that somebody else writes.
func checkTrustBundle(_ topology: Topology, _ log: inout FindingLog) {
  guard let bundle = topology.certificateAuthority?.bundle else { return }
  if let name = bundle.name, let writer = writers[name.value.description] {
    log.report(.contestedConfigMap(name, writer: writer))
  }
  if topology.isFederated {
    log.reportOnce(.notSupportedYet("`certificateAuthority.bundle` in this mode", at: bundle.place))
  }
  if let (_, value) = topology.firstValue("global.trustBundleName") {
    log.report(.notSupportedYet("`global.trustBundleName` with `certificateAuthority.bundle`", at: value.range))
  }
}

/// ConfigMaps that are in every namespace already, with those who write them: istiod (istio/istio,
/// pilot/pkg/serviceregistry/kube/controller/namespacecontroller.go), Kubernetes, OpenShift.
private let writers = [
  "istio-ca-root-cert": "istiod", "istio-ca-crl": "istiod", "kube-root-ca.crt": "Kubernetes",
  "openshift-service-ca.crt": "OpenShift",
]
