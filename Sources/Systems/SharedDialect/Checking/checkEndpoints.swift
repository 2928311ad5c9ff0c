internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// The addresses of the control plane's components are ones that stay, that proxies can use, and that lead to one each.
func checkEndpoints(_ topology: Topology, _ version: Version, _ log: inout FindingLog) {
  for primary in topology.primaries {
    guard let endpoints = primary.endpoints else {
      if !primary.has("endpoints") { log.report(.unstableAddresses(of: primary, at: primary.place)) }
      continue
    }
    let written = [endpoints.pilot, endpoints.policy, endpoints.telemetry, endpoints.zipkin].compactMap { $0 }
    for address in written where address.value.isLocal { log.report(.localEndpoint(address)) }
    checkPods(written, of: primary, &log)
    if written.isEmpty, endpoints.exposure?.value ?? .pods == .pods {
      log.report(.unstableAddresses(of: primary, at: endpoints.place))
    }
    let isSecured = topology.controlPlane?.security?.controlPlane?.value ?? false
    if isSecured, let pilot = endpoints.pilot, case .name = pilot.value { log.report(.namedPilot(pilot)) }
    checkMixer(endpoints, version, isSecured: isSecured, &log)
  }
}

/// A pod's address is another one after each restart.
private func checkPods(_ addresses: [Located<Host>], of primary: Cluster, _ log: inout FindingLog) {
  let inPods = addresses.filter { address in
    guard case .address(let number) = address.value else { return false }
    return primary.pods.contains { $0.value.contains(number) }
  }
  guard let first = inPods.first, let range = primary.pods.first else { return }
  log.report(.unstableAddress(first, count: inPods.count, range: range))
}

/// Policy and telemetry listen on one port.
private func checkMixer(
  _ endpoints: ControlPlaneEndpoints, _ version: Version, isSecured: Bool, _ log: inout FindingLog
) {
  let isGateway = endpoints.exposure?.value == .gateway
  if isGateway, !isSecured, let exposure = endpoints.exposure { log.report(.plainThroughGateway(exposure)) }
  guard let policy = endpoints.policy, let telemetry = endpoints.telemetry, policy.value == telemetry.value else {
    return
  }
  if !(isGateway && version >= Version(1, 1, 0)) { log.report(.sharedMixerAddress(telemetry, policy: policy.range)) }
}
