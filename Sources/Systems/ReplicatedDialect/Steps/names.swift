internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What makes a cluster's DNS know the names of other clusters' services.
extension LegacyCluster {
  var nameServerStep: Step? {
    guard cluster.dns != nil else { return nil }
    return Step(
      step(.discovery), in: name, .discovery, "Start the DNS server for `.global` names",
      .apply(nameServer), after: [step(.controlPlane)],
      gates: [
        Gate(
          "the `.global` DNS server runs",
          kubectl("wait", "--for=condition=Available", "deployment/istiocoredns", "--timeout=3m"))
      ],
      binds: nameServerBinding.map { [$0.name] } ?? [])
  }

  /// Leads queries for the domain to it, and leaves the rest of the configuration as it is.
  var clusterDNSStep: Step? {
    guard let dns = cluster.dns else { return nil }
    let (script, files) = dns.server?.value == .coreDNS ? coreDNSMerge : kubeDNSMerge
    return Step(
      step(.discovery, "dns"), in: name, .discovery, "Lead the cluster's DNS to it, in what is configured there",
      .run([Command(["sh", "-c", script])]), after: [step(.discovery)],
      gates: [
        Gate(
          "the cluster's DNS has the domain `global`",
          Command(["sh", "-c", "\(configurationCommand(of: dns).shellLine) | grep -q global"]), timeout: 60)
      ],
      uses: nameServerBinding.map { [$0.name] } ?? [], files: files)
  }

  /// The address of that server, unless the topology gives it.
  var nameServerBinding: Binding? {
    guard let dns = cluster.dns, dns.globalClusterIP == nil else { return nil }
    return Binding(
      name: "\(variable)_GLOBAL_DNS_ADDRESS",
      description: "the address of the `.global` DNS server in \(name)", kind: .address, step: step(.discovery),
      read: kubectl("get", "service", "istiocoredns", "--output=jsonpath={.spec.clusterIP}"),
      place: "clusters[\(index)].dns.globalClusterIP", origin: cluster.place)
  }

  var nameServerAddress: String {
    cluster.dns?.globalClusterIP?.value.description ?? nameServerBinding?.reference ?? ""
  }

  func configurationCommand(of dns: ClusterDNS) -> Command {
    dns.server?.value == .coreDNS
      ? readConfiguration("coredns", "Corefile") : readConfiguration("kube-dns", "stubDomains")
  }

  func readConfiguration(_ configMap: String, _ key: String) -> Command {
    Command.kubectl(
      in: context, "--namespace", "kube-system", "get", "configmap", configMap, "--ignore-not-found",
      "--output=jsonpath={.data.\(key)}")
  }
}
