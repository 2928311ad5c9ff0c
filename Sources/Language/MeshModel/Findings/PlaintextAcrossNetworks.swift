package import Diagnostics
package import MeshNames

extension FindingCode {
  static let plaintextAcrossNetworks = FindingCode(
    336, "plaintext-across-networks", .warning,
    Explanation(
      meaning: "Mutual TLS is off in a mesh of several networks.",
      harm: """
        An east-west gateway finds the service by the name in the TLS handshake. Without one it cannot pass a request \
        on, so istiod takes the endpoints of other networks out of every proxy that would send plain text: services \
        are there, and only in their own network.
        """,
      sources: ["istio/istio#28798", "istio/istio#26486", "istio/istio#38762"],
      wrong: "mesh: {mutualTLS: DISABLE}",
      right: "mesh: {mutualTLS: STRICT}"))
}

extension Finding {
  /// Plain text where it cannot pass.
  package static func plaintextAcrossNetworks(
    at range: SourceRange, networks: [Located<NetworkName>],
    help: String = "`STRICT`, or `PERMISSIVE` while workloads move into the mesh"
  ) -> Finding {
    Finding(
      .plaintextAcrossNetworks, "plain text does not pass the gateways between networks", at: range,
      notes: networks.dropFirst().first.map { [Annotation($0.range, "a second network")] } ?? [],
      help: help)
  }
}
