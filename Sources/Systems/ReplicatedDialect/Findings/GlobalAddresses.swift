internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let unusableAddress = FindingCode(
    632, "unusable-address", .error,
    Explanation(
      meaning: "The address of a service's `.global` name is one that no proxy takes over.",
      harm: """
        A client connects to the address, and its proxy must catch that. From Istio 1.3 on it does not catch what is \
        sent to 127.0.0.0/8, multicast addresses refuse connections, and the `.global` DNS server gives out IPv4 alone. \
        240.0.0.0/4 works in every release.
        """,
      sources: ["istio/istio#17261", "istio/istio#16177", "istio/istio.io#5036", "istio/istio.io#5051"],
      wrong: .replicated(service(address: "127.255.0.2")), right: .replicated(service(address: "240.0.0.2"))))

  static let addressInUse = FindingCode(
    633, "address-in-use", .error,
    Explanation(
      meaning:
        "The address of a service's `.global` name is a pod's or a service's in a cluster that imports it.",
      harm: "What is meant for that pod goes to another cluster, or the other way round.",
      sources: ["istio/istio#34627"],
      wrong: .replicated(clusters + "\n" + service(address: "240.8.0.2")),
      right: .replicated(clusters + "\n" + service(address: "240.9.0.2"))))

  static let sharedAddress = FindingCode(
    634, "shared-address", .error,
    Explanation(
      meaning: "Two `.global` names have one address in a cluster that imports both.",
      harm: """
        The proxy tells services apart by it: for anything but HTTP the first one gets all requests. An address that \
        is not written down follows from the service's name alone, so that it stays when other services come and go; \
        where two names happen to get the same one, one of them has to be written down.
        """,
      sources: ["istio/istio#11741", "istio/istio#6695", "istio/istio#33259"],
      wrong: .replicated(
        service(address: "240.0.0.2") + "\n" + """
            - name: reviews
              namespace: shop
              clusters: [cluster2]
              ports: [{name: http, number: 9080, protocol: http}]
              global: {address: 240.0.0.2, importedBy: [cluster1]}
          """),
      right: .replicated(
        service(address: "240.0.0.2") + "\n" + """
            - name: reviews
              namespace: shop
              clusters: [cluster2]
              ports: [{name: http, number: 9080, protocol: http}]
              global: {address: 240.0.0.3, importedBy: [cluster1]}
          """)))

  static let routableAddress = FindingCode(
    635, "routable-address", .warning,
    Explanation(
      meaning: "The address of a service's `.global` name is one that something on a network may have.",
      harm: "Whoever has that address cannot be reached from pods with proxies any more.",
      sources: ["RFC 1112, section 4"],
      wrong: .replicated(service(address: "10.200.0.2")), right: .replicated(service(address: "240.0.0.2"))))

  private static func service(address: String) -> String {
    """
    services:
      - name: httpbin
        namespace: app2
        clusters: [cluster2]
        ports: [{name: http, number: 8000, protocol: http}]
        global: {address: \(address), importedBy: [cluster1]}
    """
  }

  private static let clusters = """
    clusters:
      - {name: cluster1, network: network1, pods: [240.8.0.0/16], dns: {server: kube-dns, globalClusterIP: 10.96.0.53}, gateway: {address: 203.0.113.10}}
      - {name: cluster2, network: network2, gateway: {address: 203.0.113.20}}
    """
}

extension Finding {
  static func unusableAddress(
    _ address: Located<IPAddress>, _ service: Service, _ problem: String, version: Located<Version>
  ) -> Finding {
    let free = GlobalAddress.derived(from: GlobalAddress.fullName(of: service), version.value, attempt: 0)
    return Finding(
      .unusableAddress, "`\(address.value)` \(problem)", at: address.range,
      notes: [Annotation(version.range, "the release of Istio")],
      help: "choose one of 240.0.0.0/4, or leave it out: it would be \(free)")
  }

  static func addressInUse(_ address: Located<IPAddress>, _ range: Located<CIDR>, _ cluster: Cluster) -> Finding {
    Finding(
      .addressInUse, "`\(address.value)` is an address of pods or services of \(cluster.inWords)", at: address.range,
      notes: [Annotation(range.range, "their range")], help: "choose one that nothing in the cluster has")
  }

  static func sharedAddress(_ address: IPAddress, _ service: Service, first: Service, free: IPAddress?) -> Finding {
    let place = service.global?.address?.range ?? service.name.range
    let how = service.global?.address == nil ? "gets the address \(address) by its name" : "has the address \(address)"
    return Finding(
      .sharedAddress, "\(service.inWords) \(how), which \(first.inWords) has, too", at: place,
      notes: [Annotation(first.global?.address?.range ?? first.name.range, "the other service")],
      help: free.map { "write `address: \($0)` into its `global`" })
  }

  static func routableAddress(_ address: Located<IPAddress>, _ service: Service) -> Finding {
    Finding(
      .routableAddress, "somebody on a network may have `\(address.value)`", at: address.range,
      help: "choose one of 240.0.0.0/4, which nobody has")
  }
}
