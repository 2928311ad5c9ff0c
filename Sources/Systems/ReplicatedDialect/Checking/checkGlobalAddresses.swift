internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames

/// The addresses that are written down are ones that a client's proxy takes over.
func checkGlobalAddresses(_ topology: Topology, _ version: Located<Version>, _ log: inout FindingLog) {
  for service in topology.services {
    guard let address = service.global?.address else { continue }
    if let problem = problem(with: address.value, version.value) {
      log.report(.unusableAddress(address, service, problem, version: version))
    } else if address.value.number >> 28 != 15, address.value.number >> 24 != 127 {
      log.report(.routableAddress(address, service))
    }
    for cluster in topology.clusters where service.isImported(by: cluster) {
      if let range = (cluster.pods + cluster.services).first(where: { $0.value.contains(address.value) }) {
        log.report(.addressInUse(address, range, cluster))
      }
    }
  }
}

private func problem(with address: IPAddress, _ version: Version) -> String? {
  let (first, number) = (address.number >> 24, address.number)
  if address.family == .v6 { return "is an IPv6 address, and the `.global` DNS server gives out IPv4 ones alone" }
  if number == 127 << 24 | 1 || number == 127 << 24 | 6 { return "is the machine itself, or its proxy" }
  if first == 127, version >= GlobalAddress.firstWithoutLoopback {
    return "is of the machine itself: from Istio 1.3 on, what is sent there does not pass the proxy"
  }
  if version >= LegacyRelease.today, number >> 16 == 240 << 8 | 240 {
    return "is one of 240.240.0.0/16, which Istio gives out by itself"
  }
  if (224...239).contains(first) { return "is a multicast address, which no connection can be made to" }
  return first == 0 || number == 0xFFFF_FFFF ? "is no address that a connection can be made to" : nil
}

/// Within a cluster, each name has an address of its own.
func checkSharedAddresses(_ topology: Topology, _ version: Version, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    var known: [IPAddress: Service] = [:]
    let imports = topology.services.filter { $0.isImported(by: cluster) }
    // Those that are written down first: a derived one makes way.
    for service in imports.filter({ $0.global?.address != nil }) + imports.filter({ $0.global?.address == nil }) {
      let address = GlobalAddress.of(service, version)
      guard let first = known[address] else {
        known[address] = service
        continue
      }
      let used = Set(topology.services.map { GlobalAddress.of($0, version) })
      let name = GlobalAddress.fullName(of: service)
      let free = (1...).lazy.map { GlobalAddress.derived(from: name, version, attempt: $0) }.first {
        !used.contains($0)
      }
      log.report(.sharedAddress(address, service, first: first, free: free))
    }
  }
}

extension Service {
  func isImported(by cluster: Cluster) -> Bool {
    global?.importedBy.contains { $0.value == cluster.name?.value } ?? false
  }
}
