internal import Diagnostics
internal import LegacyIstio
internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning

extension LegacyCluster {
  /// A client in each cluster: what the cluster imports answers it, and what it exports can be reached.
  var verification: PlannedVerification {
    PlannedVerification(
      cluster: name, resources: namespaceOfClient + client(in: topology.sampleNamespace),
      checks: [clientRuns] + imports.flatMap { [resolves($0), answers($0)] }
        + (imports.isEmpty || isToday ? [] : [serverOfNamesKnows])
        + ownServices.filter { $0.global != nil }.map(hasProxies))
  }

  private var namespaceOfClient: [Resource] {
    injectedNamespaces.contains(topology.sampleNamespace)
      ? [] : [Resource("v1", "Namespace", topology.sampleNamespace.description, labels: Self.injectionLabel)]
  }

  private var clientRuns: PlannedVerification.Check {
    .init(
      "the client runs",
      kubectl(
        in: topology.sampleNamespace, ["wait", "--for=condition=Available", "deployment/sleep", "--timeout=3m"]))
  }

  private func resolves(_ service: Service) -> PlannedVerification.Check {
    let host = GlobalAddress.fullName(of: service)
    return .init(
      "\(host) resolves here", inClient("getent", "hosts", host), answers: ["\(GlobalAddress.of(service, version))"])
  }

  /// The proxy answers 503 for whom it does not reach; what a service answers at `/` is its own business.
  private func answers(_ service: Service) -> PlannedVerification.Check {
    let port = service.ports.first?.number.value.number ?? 80
    return .init(
      "\(service.name.value) answers from another cluster",
      inClient(
        "curl", "--silent", "--output", "/dev/null", "--write-out", "%{http_code}",
        "http://\(GlobalAddress.fullName(of: service)):\(port)/"),
      never: ["000", "503"])
  }

  private var serverOfNamesKnows: PlannedVerification.Check {
    .init(
      "the `.global` DNS server has read the services",
      kubectl("logs", "--tail=2", "--selector=app=istiocoredns", "--container=istio-coredns-plugin"))
  }

  /// A pod without a proxy does not speak mutual TLS, and the gateway passes nothing else on.
  private func hasProxies(_ service: Service) -> PlannedVerification.Check {
    .init(
      "the pods of \(service.name.value) have proxies",
      kubectl(in: service.namespace.value, ["get", "pods", "--output=jsonpath={.items[*].spec.containers[*].name}"]),
      answers: ["istio-proxy"])
  }

  private func inClient(_ words: String...) -> Command {
    kubectl(in: topology.sampleNamespace, ["exec", "deployment/sleep", "--container=sleep", "--"] + words)
  }
}
