internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let noDNS = FindingCode(
    636, "no-dns", .error,
    Explanation(
      meaning: "A cluster imports a service, and does not say what its DNS is.",
      harm: """
        Clients ask the cluster's DNS for `.global` names, which it does not know by itself. How it is told \
        depends on the server and, with CoreDNS, on its version: a directive that it does not know takes the DNS of the \
        whole cluster down.
        """,
      sources: ["istio/istio.io#4715", "coredns/coredns#3368", "openshift/cluster-dns-operator#238"],
      wrong: .replicated(
        """
        clusters:
          - {name: cluster1, network: network1, gateway: {address: 203.0.113.10}}
          - {name: cluster2, network: network2, gateway: {address: 203.0.113.20}}
        \(service)
        """),
      right: .replicated(
        """
        clusters:
          - {name: cluster1, network: network1, gateway: {address: 203.0.113.10}, dns: {server: coredns, version: 1.6.2, globalClusterIP: 10.96.0.53}}
          - {name: cluster2, network: network2, gateway: {address: 203.0.113.20}}
        \(service)
        """)))

  static let dnsAddress = FindingCode(
    637, "dns-address", .error,
    Explanation(
      meaning: "The address of the `.global` DNS server is one that its Service cannot have.",
      harm: "The API server refuses the Service, and with it every `.global` name stays unknown.",
      sources: ["https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/"],
      wrong: .replicated(
        """
        clusters:
          - {name: cluster1, network: network1, services: [10.96.0.0/12], gateway: {address: 203.0.113.10}, dns: {server: kube-dns, globalClusterIP: 10.0.0.53}}
          - {name: cluster2, network: network2, gateway: {address: 203.0.113.20}}
        """),
      right: .replicated(
        """
        clusters:
          - {name: cluster1, network: network1, services: [10.96.0.0/12], gateway: {address: 203.0.113.10}, dns: {server: kube-dns, globalClusterIP: 10.96.0.53}}
          - {name: cluster2, network: network2, gateway: {address: 203.0.113.20}}
        """)))

  private static let service = """
    services:
      - name: httpbin
        namespace: app2
        clusters: [cluster2]
        ports: [{name: http, number: 8000, protocol: http}]
        global: {importedBy: [cluster1]}
    """
}

extension Finding {
  static func noDNS(_ cluster: Cluster, _ service: Service) -> Finding {
    Finding(
      .noDNS, "\(cluster.inWords) imports \(service.inWords), and does not say what its DNS is", at: cluster.place,
      notes: [Annotation(service.name.range, "the service")],
      help: "`dns: {server: kube-dns}` or `dns: {server: coredns, version: 1.6.2}`, say")
  }

  static func dnsAddress(_ address: Located<IPAddress>, _ problem: String, _ range: SourceRange) -> Finding {
    Finding(
      .dnsAddress, "`\(address.value)` \(problem)", at: address.range,
      notes: range == address.range ? [] : [Annotation(range, "the range of services")],
      help: "choose a free address near the beginning of the range, where none is given out by chance")
  }
}
