package import Diagnostics

/// Meshes that the examples of manual pages have in common.
extension Explanation.Example {
  /// Two replicated control planes, and these sections in place of its own.
  package static func replicated(version: String = "1.4.10", _ sections: String) -> Self {
    mesh(
      "distribution: {name: istio, version: \(version)}\ncontrolPlane: {mode: replicated}",
      clusters: """
        clusters:
          - {name: cluster1, network: network1, dns: {server: kube-dns, globalClusterIP: 10.96.0.53}, gateway: {address: 203.0.113.10}}
          - {name: cluster2, network: network2, gateway: {address: 203.0.113.20}}
        """, sections)
  }

  /// A control plane and a remote cluster on one network, and these sections in place of its own.
  package static func shared(version: String = "1.0.9", _ sections: String) -> Self {
    mesh(
      """
      distribution: {name: istio, version: \(version)}
      controlPlane: {mode: shared, security: {controlPlane: true, mutualTLS: true}}
      networks: [{name: vpn}]
      """,
      clusters: """
        clusters:
          - {name: main, pods: [10.10.0.0/16], endpoints: {pilot: 10.1.0.10, policy: 10.1.0.11, telemetry: 10.1.0.12}}
          - {name: remote, role: remote, apiServer: "https://10.20.0.1:6443", pods: [10.20.0.0/16]}
        """, sections)
  }

  /// Two clusters on premises in a fleet, and these sections in place of its own.
  package static func fleet(version: String = "1.30.7-asm.9", _ sections: String) -> Self {
    mesh(
      """
      distribution: {name: cloud-service-mesh, version: \(version)}
      fleet: {project: example-fleet, projectNumber: 123456789012, certificateAuthority: mesh-ca}
      """,
      clusters: """
        clusters:
          - {name: berlin, network: network1, platform: gdc-vmware, apiServer: "https://api.berlin.example.com"}
          - {name: paris, network: network2, platform: gdc-bare-metal, apiServer: "https://api.paris.example.com"}
        """, sections)
  }

  private static func mesh(_ head: String, clusters: String, _ sections: String) -> Self {
    let own = Set(sections.split(separator: "\n").map { $0.prefix { $0 != ":" } })
    let lines = head.split(separator: "\n").filter { !own.contains($0.prefix { $0 != ":" }) }.map(String.init)
    let parts = lines + (own.contains("clusters") ? [sections] : [clusters, sections])
    return Self(stringLiteral: parts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}
