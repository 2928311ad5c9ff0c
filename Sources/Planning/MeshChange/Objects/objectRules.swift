internal import YAMLWriting

/// What a change of an object does, field by field, whatever the topology says.
func kinds(of change: ObjectChange) -> [(kind: ChangeKind, field: ObjectChange.Field?)] {
  switch change.change {
  case .add: return [(kindOfNew(change.object), nil)]
  case .remove: return [(kindOfGone(change.object), nil)]
  case .replace, .update:
    return change.fields.compactMap { field in kind(of: field, in: change.object).map { ($0, field) } }
  }
}

private let policies: Set<String> = [
  "PeerAuthentication", "AuthorizationPolicy", "RequestAuthentication", "NetworkPolicy",
]

/// Whether it is the part of an ambient mesh that every node has.
private func isNodeProxy(_ object: ClusterObject) -> Bool {
  object.id.kind == "ZTunnel" || object.id.kind == "Values" && object.id.name == "ztunnel.values.yaml"
}

private func kindOfNew(_ object: ClusterObject) -> ChangeKind {
  if isNodeProxy(object) { return .dataPlane }
  guard policies.contains(object.id.kind) else { return .objectsApplied }
  guard object.id.kind == "PeerAuthentication" else { return .policyAdded }
  switch object.document[path: ["spec", "mtls", "mode"]]?.text {
  case "STRICT": return .mutualTLSStricter
  case "DISABLE": return .mutualTLSWeaker
  default: return .objectsApplied
  }
}

/// kubectl leaves what is no longer in a folder; whoever prunes takes it away.
private func kindOfGone(_ object: ClusterObject) -> ChangeKind {
  if isNodeProxy(object) { return .dataPlane }
  return switch object.id.kind {
  case "PeerAuthentication":
    object.document[path: ["spec", "mtls", "mode"]]?.text == "STRICT" ? .mutualTLSWeaker : .policyRemoved
  case let kind where policies.contains(kind): .policyRemoved
  case "Namespace": .namespaceRemoved
  case "Istio", "ServiceMeshControlPlane", "Deployment", "DaemonSet", "Service", "Gateway", "VirtualService",
    "DestinationRule", "ServiceEntry", "WorkloadEntry", "Endpoints", "ExportedServiceSet", "ImportedServiceSet",
    "ServiceMeshPeer", "IstioCNI", "Values", "ExternalSecret", "Certificate", "SealedSecret":
    .objectRemoved
  case "IstioRevisionTag": .revisionTagRemoved
  case "ServiceMeshMemberRoll": .namespaceRemoved
  default: .objectsApplied
  }
}

private func kind(of field: ObjectChange.Field, in object: ClusterObject) -> ChangeKind? {
  let path = field.path
  if isImmutable(field, of: object) { return .immutableField }
  if path.keys == ["metadata", "labels", "app.kubernetes.io/part-of"] { return .meshID }
  if path.starts(with: "apiVersion") { return .objectsApplied }
  switch object.id.kind {
  case "Deployment", "DaemonSet", "StatefulSet": return workloadKind(of: field)
  case "HorizontalPodAutoscaler": return scalingKind(of: field)
  case "PodDisruptionBudget": return .scaling
  case "Service": return serviceKind(of: field)
  case "PeerAuthentication": return path.description == "spec.mtls.mode" ? tlsKind(field) : .policyAdded
  case let kind where policies.contains(kind): return .policyAdded
  case "Namespace": return namespaceKind(of: field)
  case "Subscription": return path.starts(with: "spec") ? .operatorChanged : .objectsApplied
  case "Istio", "IstioCNI", "ZTunnel", "IstioRevisionTag": return operatorKind(of: field, in: object)
  case "Values" where object.document["kind"]?.text == "IstioOperator":
    return valueKind(at: path.behind("spec", "values") ?? path.behind("spec") ?? path, field)
  case "Values": return valueKind(at: path, field)
  case "ServiceMeshControlPlane": return controlPlaneKind(of: field)
  case "DestinationRule" where path.description.hasSuffix("tls.mode"):
    return field.after == "DISABLE" || field.after == nil ? .mutualTLSWeaker : .trafficRules
  case "Gateway" where path.starts(with: "spec", "gatewayClassName"): return .gatewayService
  case "Gateway", "VirtualService", "DestinationRule", "ServiceEntry", "WorkloadEntry", "Endpoints", "EnvoyFilter",
    "ServiceMeshPeer", "ExportedServiceSet", "ImportedServiceSet":
    return path.starts(with: "spec") || path.starts(with: "subsets") ? .trafficRules : .objectsApplied
  default: return .objectsApplied
  }
}

private func tlsKind(_ field: ObjectChange.Field) -> ChangeKind {
  let order = ["DISABLE", "PERMISSIVE", "STRICT"]
  let rank = { (mode: String?) in order.firstIndex(of: mode ?? "PERMISSIVE") ?? 1 }
  return rank(field.after) < rank(field.before) ? .mutualTLSWeaker : .mutualTLSStricter
}

private func workloadKind(of field: ObjectChange.Field) -> ChangeKind {
  if field.path.starts(with: "spec", "template") { return .podsRestart }
  return field.path.starts(with: "spec", "replicas") ? replicasKind(field) : .objectsApplied
}

private func scalingKind(of field: ObjectChange.Field) -> ChangeKind {
  field.path.starts(with: "spec", "minReplicas") ? replicasKind(field) : .scaling
}

private func replicasKind(_ field: ObjectChange.Field) -> ChangeKind {
  let (old, new) = (field.before.flatMap { Int($0) } ?? 2, field.after.flatMap { Int($0) } ?? 2)
  return new < 2 && old >= 2 ? .fewReplicas : .scaling
}

private func serviceKind(of field: ObjectChange.Field) -> ChangeKind {
  let path = field.path
  if let key = path.behind("metadata", "annotations") {
    return annotationKind(key.description, field.before, field.after)
  }
  guard let setting = path.behind("spec") else { return .objectsApplied }
  switch setting.keys.first {
  case "type": return gatewayType(from: field.before, to: field.after)
  case "loadBalancerSourceRanges": return rangesKind(from: field.beforeSet, to: field.afterSet)
  case "ports": return field.before == nil ? .objectsApplied : .gatewayPort
  case "loadBalancerIP", "externalIPs", "externalName": return .gatewayAddress
  case "selector", "externalTrafficPolicy", "ipFamilies", "ipFamilyPolicy": return .gatewayService
  default: return .objectsApplied
  }
}

private func namespaceKind(of field: ObjectChange.Field) -> ChangeKind {
  guard let label = field.path.behind("metadata", "labels")?.keys.first else { return .objectsApplied }
  switch label {
  case "topology.istio.io/network": return .networkMoved
  case "istio.io/rev": return field.before == nil ? .namespaceAdded : .revision
  case "istio-injection", "maistra.io/member-of": return field.after == nil ? .revision : .namespaceAdded
  case "istio.io/dataplane-mode": return .dataPlane
  case "istio.io/use-waypoint": return field.before == nil ? .waypointAdded : .waypointRemoved
  default: return .objectsApplied
  }
}

private func operatorKind(of field: ObjectChange.Field, in object: ClusterObject) -> ChangeKind {
  let path = field.path
  if path.description == "spec.version" { return releaseKind(from: field.before, to: field.after) ?? .patchRelease }
  if path.starts(with: "spec", "updateStrategy", "type") { return .updateStrategy }
  if path.starts(with: "spec", "targetRef") { return .revision }
  guard let value = path.behind("spec", "values") else { return .objectsApplied }
  return object.id.kind == "Istio" ? valueKind(at: value, field) : .controlPlaneRestarts
}

/// The control plane of OpenShift Service Mesh 2 (maistra.io/v2).
private func controlPlaneKind(of field: ObjectChange.Field) -> ChangeKind {
  switch field.path.description {
  case "spec.version": return releaseKind(from: field.before, to: field.after) ?? .patchRelease
  case "spec.security.trust.domain": return .trustDomain
  case "spec.cluster.name": return .clusterRenamed
  case "spec.cluster.network": return .networkMoved
  case "spec.security.dataPlane.mtls", "spec.security.controlPlane.mtls":
    return field.after == "true" ? .mutualTLSStricter : .mutualTLSWeaker
  case let path where path.hasPrefix("spec.security.certificateAuthority"): return .rootReplaced
  case let path where path.hasPrefix("spec.mode"): return .roleChanged
  case let path where path.hasPrefix("spec.gateways"): return federationGatewayKind(of: field)
  case let path where path.hasPrefix("spec.runtime"): return .controlPlaneRestarts
  case let path where path.hasPrefix("spec.proxy"): return .untilRestart
  case let path where ["spec.tracing", "spec.addons", "spec.telemetry"].contains { path.hasPrefix($0) }:
    return .valueAtOnce
  case let path where path.hasPrefix("spec"): return .effectNotKnown
  default: return .objectsApplied
  }
}

/// A gateway of a peer comes and goes with the peer.
private func federationGatewayKind(of field: ObjectChange.Field) -> ChangeKind {
  let keys = field.path.keys
  if let place = keys.firstIndex(of: "annotations"), place + 1 < keys.count {
    return annotationKind(keys[place + 1], field.before, field.after)
  }
  if field.before == nil { return .objectsApplied }
  if field.after == nil { return .objectRemoved }
  return keys.last == "type" ? gatewayType(from: field.before, to: field.after) : .gatewayPort
}

extension ObjectChange.Field {
  fileprivate var beforeSet: Set<String> { Set((before ?? "").split(separator: ", ").map(String.init)) }
  fileprivate var afterSet: Set<String> { Set((after ?? "").split(separator: ", ").map(String.init)) }
}
