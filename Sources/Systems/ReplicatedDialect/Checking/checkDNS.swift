internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// A cluster with clients has a DNS that can be told of other clusters' names, and a server for it to ask.
func checkDNS(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    if !cluster.has("dns"), let service = topology.services.first(where: { $0.isImported(by: cluster) }) {
      log.report(.noDNS(cluster, service))
    }
    checkAddress(of: cluster, &log)
    if let platform = cluster.platform, [.openshift, .aks].contains(platform.value), cluster.dns != nil {
      log.report(
        .notSupportedYet(
          "changing the DNS of `platform: \(platform.value.rawValue)`, which is the platform's", at: platform.range))
    }
  }
}

private func checkAddress(of cluster: Cluster, _ log: inout FindingLog) {
  guard let address = cluster.dns?.globalClusterIP else { return }
  let range = cluster.services.first { $0.value.contains(address.value) }
  if let first = cluster.services.first, range == nil {
    log.report(.dnsAddress(address, "is none of the addresses of services of \(cluster.inWords)", first.range))
  } else if let range, [1, 10].contains(address.value.number - range.value.address.number) {
    // Kubernetes gives its own API server the first address, and installers the tenth to the cluster's DNS.
    log.report(.dnsAddress(address, "is an address that Kubernetes itself has", range.range))
  } else if address.value.isLocal {
    log.report(.dnsAddress(address, "is the machine itself", address.range))
  }
}
