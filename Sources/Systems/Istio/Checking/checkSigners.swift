internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// The plan makes a root and gives every control plane an authority below it, or lets it make its own: nobody else signs.
func checkSigners(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.fleet == nil else { return }
  for cluster in topology.clusters {
    let said = signers.compactMap { signer in
      topology.value(signer.key, for: cluster).flatMap {
        signer.isAnother($0.text ?? "", topology) ? (signer.key, $0.range) : nil
      }
    }
    guard let first = said.first else { continue }
    log.reportOnce(
      .anotherSigner(
        first.0, at: first.1, others: said.dropFirst().map(\.1), root: topology.certificateAuthority?.place))
  }
}

/// What has somebody else sign, or nobody (istio/istio 1.30.3, pilot/pkg/features, pilot/pkg/bootstrap/istio_ca.go).
private let signers: [(key: String, isAnother: @Sendable (String, Topology) -> Bool)] = [
  ("pilot.env.ENABLE_CA_SERVER", { text, _ in text == "false" }),
  ("global.caAddress", { text, topology in !topology.isExternal && !text.isEmpty && !topology.isControlPlane(text) }),
  ("meshConfig.defaultConfig.proxyMetadata.CA_ADDR", { text, topology in !topology.isControlPlane(text) }),
  ("meshConfig.ca.address", { text, _ in !text.isEmpty }),
  ("pilot.env.EXTERNAL_CA", { text, _ in !text.isEmpty }),
  ("pilot.env.PILOT_CERT_PROVIDER", { text, _ in !["", "istiod"].contains(text) }),
  ("global.pilotCertProvider", { text, _ in !["", "istiod"].contains(text) }),
]

extension Topology {
  /// Whether an address is that of a cluster's own control plane: `istiod-canary.istio-system.svc:15012`.
  func isControlPlane(_ address: String) -> Bool {
    let host = address.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? address
    let parts = host.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard let service = parts.first, service == "istiod" || service.hasPrefix("istiod-"), parts.count > 1 else {
      return false
    }
    let namespaces = meshes.isEmpty ? [controlPlane?.namespace?.value.description ?? standardNamespace] : nil
    let isDomain = parts.count == 2 || ["svc", "svc.\(mesh.clusterDomain)"].contains(parts[2])
    return isDomain && namespaces?.contains(parts[1]) ?? true
  }
}
