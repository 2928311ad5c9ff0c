internal import Diagnostics
internal import Istio
internal import MeshModel
internal import MeshNames

/// What is planned of meshes with an external control plane: one cluster of configuration, in a namespace of their own.
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
  refuse("`namespaces`", topology.namespaces.first?.name.range, "label them with the control plane's revision", &log)
  if let access = topology.remoteAccess, !access.value.isManual {
    refuse("this way of `remoteAccess`", access.range, "`manual` is supported", &log)
  }
}

private func checkDataClusters(_ topology: Topology, _ log: inout FindingLog) {
  for cluster in topology.remotes {
    log.report(
      .notSupportedYet(
        "a further data cluster with `mode: external`",
        at: cluster.role?.range ?? cluster.primary?.range ?? cluster.place,
        help: "one cluster is `external` and one is `config`: it holds the configuration and runs the workloads"))
  }
}

/// The namespace names the control plane and its revision, which share their cluster with another `default`.
private func checkNamespace(_ namespace: Located<NamespaceName>, _ log: inout FindingLog) {
  let name = namespace.value.description
  if name == ExternalMesh.hostNamespace {
    log.report(.sharedNamespace(namespace, with: "the host's own control plane", owner: nil))
  } else if name == IstioOptions.standardRevision {
    log.report(.sharedNamespace(namespace, with: "whatever names none", owner: nil))
  } else if name.count > SailInstallation.longestRevision {
    let misfit = Misfit(
      "names the control plane, too, and is \(name.count) characters long",
      expected: "at most \(SailInstallation.longestRevision), so that the operator can install `…-istiod`")
    log.report(.misfit(name, for: "controlPlane.namespace", misfit, at: namespace.range))
  }
}
