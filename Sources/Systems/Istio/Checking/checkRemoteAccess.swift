internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import YAMLReading

/// The release of Istio takes credentials in the way that is asked for.
func checkRemoteAccess(_ topology: Topology, _ version: Version, _ log: inout FindingLog) {
  guard let access = topology.remoteAccess else { return checkHandover(topology, version, &log) }
  if access.value.isInFiles, version < Version(1, 30, 0) {
    log.report(.kubeconfigFilesTooOld(access.range, version: topology.distribution?.version))
  }
  switch access.value.credentials {
  case .manual: checkHandover(topology, version, &log)
  case .exec(let plugin): checkPlugin(plugin, topology, &log)
  case .tokenSecret, .externalSecrets: break
  }
}

/// `istioctl create-remote-secret` takes the CA's certificate from the cluster.
private func checkHandover(_ topology: Topology, _ version: Version, _ log: inout FindingLog) {
  for cluster in topology.clusters {
    if let authority = cluster.certificateAuthorityData {
      log.report(
        .notSupportedYet(
          "`certificateAuthorityData` with `delivery: manual`", at: authority.range,
          help: "istioctl takes what the cluster itself has: use `tokenSecret`, say"))
    }
    if let name = cluster.tlsServerName, version < Version(1, 26, 0) {
      log.report(
        .notSupportedYet(
          "`tlsServerName` with `delivery: manual` before Istio 1.26", at: name.range, help: "use `tokenSecret`, say"))
    }
  }
}

/// istiod refuses programs unless it is told not to, and knows no CA but those of its image.
private func checkPlugin(_ plugin: CredentialPlugin, _ topology: Topology, _ log: inout FindingLog) {
  let option = "pilot.env.PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS"
  for primary in topology.primaries {
    let value = topology.value(option, for: primary)
    guard case .scalar(let scalar) = value, scalar.text.split(separator: ",").contains("exec") else {
      log.report(.pluginNotAllowed(plugin, in: primary, value: value?.range))
      continue
    }
  }
  for cluster in topology.clusters where cluster.certificateAuthorityData == nil {
    log.report(.unknownAuthority(of: cluster, plugin: plugin))
  }
}
