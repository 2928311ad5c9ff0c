internal import Diagnostics
internal import MeshModel
internal import MeshNames

extension FindingCode {
  static let namedControlPlane = FindingCode(
    406, "named-control-plane", .warning,
    Explanation(
      meaning: "Remote clusters are to reach their control plane by a DNS name.",
      harm: """
        The remote's Service `istiod` becomes an ExternalName, which cannot turn port 443 of the injection webhook into \
        15017. So the plan lets the gateway's load balancer listen on 443 for the webhook; whatever stands before it \
        must let that port through. With an IP address there is nothing to take care of.
        """,
      sources: ["istio-ecosystem/sail-operator, docs/deployment-models/multicluster.adoc", "istio/istio#29359"],
      wrong: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com", gateway: {address: gw.example.com}}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com"}
        """,
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com", gateway: {address: 192.0.2.1}}
          - {name: cluster2, network: network2, role: remote, apiServer: "https://api.two.example.com"}
        """))
}

extension Finding {
  static func namedControlPlane(_ address: Located<Host>, of primary: Cluster) -> Finding {
    let remotes =
      primary.role?.value == .external
      ? "the mesh that \(primary.inWords) hosts reaches" : "the remotes of \(primary.inWords) reach"
    return Finding(
      .namedControlPlane, "\(remotes) its control plane by a name, `\(address.value)`",
      at: address.range,
      help: "the gateway listens on port 443 for the injection webhook: let it through, or give an IP address")
  }
}
