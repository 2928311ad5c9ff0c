internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// The plan makes a root and gives every control plane an authority below it, so nobody else signs.
func checkSigners(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.controlPlane?.mode?.value != .external, topology.fleet == nil, topology.meshes.isEmpty else { return }
  for primary in topology.primaries {
    let said = signers.compactMap { signer in
      topology.value(signer.key, for: primary).flatMap {
        signer.isAnother($0.text ?? "") ? (signer.key, $0.range) : nil
      }
    }
    guard let first = said.first else { continue }
    log.reportOnce(
      .anotherSigner(
        first.0, at: first.1, others: said.dropFirst().map(\.1), root: topology.certificateAuthority?.place))
  }
}

/// What has somebody else sign, or nobody (istio/istio 1.30.3, pilot/pkg/features, pilot/pkg/bootstrap/istio_ca.go).
private let signers: [(key: String, isAnother: @Sendable (String) -> Bool)] = [
  ("pilot.env.ENABLE_CA_SERVER", { $0 == "false" }),
  ("global.caAddress", { !$0.isEmpty && !$0.hasPrefix("istiod") }),
  ("meshConfig.ca.address", { !$0.isEmpty }),
  ("pilot.env.EXTERNAL_CA", { !$0.isEmpty }),
  ("pilot.env.PILOT_CERT_PROVIDER", { !["", "istiod"].contains($0) }),
  ("global.pilotCertProvider", { !["", "istiod"].contains($0) }),
]
