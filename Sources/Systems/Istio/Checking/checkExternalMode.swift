internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// What is planned of meshes with an external control plane: clusters on one network, in a namespace of their own.
func checkExternalMode(_ topology: Topology, _ log: inout FindingLog) {
  guard topology.isExternal else { return }
  checkDataClusters(topology, &log)
  if let namespace = topology.controlPlane?.namespace { checkNamespace(namespace, &log) }
  checkSettings(topology, &log)
  if let authority = topology.certificateAuthority {
    log.report(
      .notSupportedYet(
        "`certificateAuthority` with `mode: external`", at: authority.place,
        help: "remove it: the control plane makes a root of its own"))
  }
}

/// What other modes have, and the steps of this one do not.
private func checkSettings(_ topology: Topology, _ log: inout FindingLog) {
  let refuse = { (what: String, range: SourceRange?, help: String, log: inout FindingLog) in
    if let range { log.report(.notSupportedYet("\(what) with `mode: external`", at: range, help: help)) }
  }
  if let strategy = topology.controlPlane?.updateStrategy, strategy.value != .inPlace {
    refuse("`updateStrategy: \(strategy.value.rawValue)`", strategy.range, "use `InPlace`", &log)
  }
  let revision = topology.controlPlane?.revision ?? topology.controlPlane?.revisionTags.first
  refuse("a name of the revision", revision?.range, "it is called after the control plane's namespace", &log)
  if let access = topology.remoteAccess, !access.value.isManual {
    refuse("this way of `remoteAccess`", access.range, "`manual` is supported", &log)
  }
}

private func checkDataClusters(_ topology: Topology, _ log: inout FindingLog) {
  let config = topology.clusters.first { topology.role(of: $0) == .config }
  for cluster in topology.remotes {
    if let config, let network = cluster.network, topology.network(of: config) != network.value {
      log.report(
        .notSupportedYet(
          "a data cluster on another network with `mode: external`", at: network.range,
          help: "the mesh's clusters are on one network, that of `\(config.name.map { "\($0.value)" } ?? "config")`"))
    }
    if let gateway = cluster.gateway {
      log.report(
        .notSupportedYet(
          "a data cluster's gateway with `mode: external`", at: gateway.place,
          help: "it reaches its control plane at the gateway of the host"))
    }
  }
}

/// The namespace names the control plane and its revision, which share their cluster with another `default`.
private func checkNamespace(_ namespace: Located<NamespaceName>, _ log: inout FindingLog) {
  let name = namespace.value.description
  if name == ExternalMesh.hostNamespace {
    log.report(.sharedNamespace(namespace, with: "the host's own control plane", owner: nil))
  } else if name == IstioOptions.standardRevision {
    log.report(.sharedNamespace(namespace, with: "whatever names none", owner: nil))
  } else if name.count > IstioOptions.longestRevision {
    let misfit = Misfit(
      "names the control plane, too, and is \(name.count) characters long",
      expected: "at most \(IstioOptions.longestRevision), so that Helm can have a release of it")
    log.report(.misfit(name, for: "controlPlane.namespace", misfit, at: namespace.range))
  }
}
