internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes

extension FindingCode {
  static let severalPorts = FindingCode(
    730, "several-ports", .warning,
    Explanation(
      meaning: "An exported service has more than one port.",
      harm: """
        Routes that istiod makes for imported services name no port: with more than one, requests do not arrive. Export a \
        Service with one port for each that peers need.
        """,
      sources: ["maistra/istio, tests/integration/servicemesh/federation/discovery/discovery_test.go"],
      wrong: .federation(
        """
        exports:
          - from: red
            services:
              - name: ratings
                namespace: red-shop
                ports: [{name: http, number: 9080, protocol: http}, {name: grpc, number: 9090, protocol: grpc}]
        """),
      right: .federation(
        """
        exports:
          - from: red
            services:
              - {name: ratings, namespace: red-shop, ports: [{name: http, number: 9080, protocol: http}]}
        """)))
}

extension Finding {
  static func severalPorts(_ rule: ServiceExport.Rule) -> Finding {
    Finding(
      .severalPorts, "this service has \(rule.ports.count) ports, and an imported one works with one alone",
      at: rule.ports[1].name.range, notes: [Annotation(rule.place, "the service")],
      help: "export a Service with one port for each that peers need")
  }
}
