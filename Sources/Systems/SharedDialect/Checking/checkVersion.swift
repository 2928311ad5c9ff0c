internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames

/// The release exists, has the charts of this mode, and does what the topology asks of it.
func checkVersion(_ topology: Topology, _ version: Located<Version>, _ log: inout FindingLog) {
  if !(Version(1, 0, 0)..<Version(1, 5, 0)).contains(version.value) {
    log.report(.unsupportedSharing(version, "Istio \(version.value) has no charts for remote clusters of this kind"))
  } else if !LegacyRelease.has(version.value) {
    log.report(.unsupportedSharing(version, "there is no Istio \(version.value)"))
  }
  if version.value < Version(1, 1, 0), let domain = topology.mesh?.trustDomain, domain.value != .clusterLocal {
    log.report(.fixedTrustDomain(domain, version))
  }
  // The charts of 1.0 have `cluster.local` written into routes and rules.
  if version.value < Version(1, 1, 0), let domain = topology.mesh?.clusterDomain, domain.value != .standard {
    log.report(
      .notSupportedYet(
        "`clusterDomain` with Istio \(version.value)", at: domain.range, help: "leave it out, or take 1.1.17"))
  }
  let namespace = topology.controlPlane?.namespace
  if (Version(1, 1, 0)..<Version(1, 2, 0)).contains(version.value), let namespace,
    namespace.value.description != "istio-system"
  {
    log.report(.hardCodedNamespace(namespace, version))
  }
}
