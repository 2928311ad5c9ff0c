internal import MeshNames

/// What is said of gateways between clusters and meshes.
let gatewayRules: [PageRule] = [
  .init("clusters[*].gateway.address") { $0.before == nil ? .bindingKnown : .gatewayAddress },
  .init("clusters[*].gateway.port", .gatewayPort),
  .init("clusters[*].gateway.kind", .gatewayService),
  .init("clusters[*].gateway.namespace", .gatewayService),
  .init("clusters[*].gateway.seenFrom[*]", .gatewayAddress),
  .init("clusters[*].gateway.seenFrom[*].**", .gatewayAddress),
  .init("clusters[*].gateway.service.type") { gatewayType(from: $0.old, to: $0.new) },
  .init("clusters[*].gateway.service.annotations.**", judge: annotationKind),
  .init("clusters[*].gateway.service.loadBalancerSourceRanges") { rangesKind(from: $0.oldSet, to: $0.newSet) },
  .init("clusters[*].gateway.service.loadBalancerClass", .gatewayAddress),
  .init("clusters[*].gateway.service.loadBalancerIP", .gatewayAddress),
  .init("clusters[*].gateway.service.externalIPs", .gatewayAddress),
  .init("clusters[*].gateway.service.nodePorts.**", .gatewayPort),
  .init("clusters[*].gateway.service.nodeSelector.**", .gatewayAddress),
  .init("clusters[*].gateway.service.**", .gatewayService),
  .init("clusters[*].gateway.replicas", judge: replicasKind),
  .init("clusters[*].gateway.autoscaling.minReplicas", judge: replicasKind),
  .init("clusters[*].gateway.autoscaling.**", .scaling),
  .init("clusters[*].gateway.disruptionBudget.**", .scaling),
  .init("clusters[*].gateway.resources.**", .podsRestart),
  .init("clusters[*].endpoints.exposure", .gatewayService),
  .init("clusters[*].endpoints.**") { $0.before == nil ? .bindingKnown : .gatewayAddress },
  .init("clusters[*].dns.globalClusterIP") { $0.before == nil ? .bindingKnown : .serviceChanged },
  .init("clusters[*].dns.**", .serviceChanged),
  .init("meshes[*].ingress.annotations.**", judge: annotationKind),
  .init("meshes[*].ingress.type") { gatewayType(from: $0.old, to: $0.new) },
  .init("meshes[*].ingress.addresses") { $0.before == nil ? .bindingKnown : .gatewayAddress },
  .init("meshes[*].ingress.**", .gatewayAddress),
]

/// A Service without a type is a load balancer to the gateways of a mesh.
func gatewayType(from old: String?, to new: String?) -> ChangeKind {
  (new ?? "LoadBalancer") == "LoadBalancer" && (old ?? "LoadBalancer") != "LoadBalancer" ? .exposed : .gatewayService
}

private func replicasKind(_ change: StatementChange) -> ChangeKind {
  let (old, new) = change.numbers(usually: 2)
  return new < 2 && old >= 2 ? .fewReplicas : .scaling
}

private func annotationKind(_ change: StatementChange) -> ChangeKind {
  annotationKind(
    change.path.description.split(separator: "annotations.").last.map(String.init) ?? "", change.old, change.new)
}

/// What the annotation of a Service does that has a load balancer made for it.
///
/// The keys are those of the providers' own documents: cloud-provider-aws and aws-load-balancer-controller, AKS, GKE,
/// OpenStack, Oracle, IBM.
func annotationKind(_ key: String, _ old: String?, _ new: String?) -> ChangeKind {
  let isReach = ["internal", "scheme", "load-balancer-type", "ip-type", "address-type"].contains { key.contains($0) }
  guard isReach else { return movesBalancer(key) ? .gatewayAddress : .gatewaySettings }
  let (wasInside, isInside) = (keepsInside(key, old), keepsInside(key, new))
  if wasInside && !isInside || isOutside(key, new) && !isOutside(key, old) { return .exposed }
  return wasInside == isInside && !movesBalancer(key) && !key.contains("scheme") ? .gatewaySettings : .gatewayAddress
}

/// Whether an annotation asks for a public address.
private func isOutside(_ key: String, _ value: String?) -> Bool {
  let isGoogle = key.hasPrefix("networking.gke.io") || key.hasPrefix("cloud.google.com")
  return value?.lowercased() == "internet-facing" || value?.lowercased() == "public"
    || isGoogle && value?.lowercased() == "external"
}

/// Whether an annotation keeps a balancer inside of a provider's network.
private func keepsInside(_ key: String, _ value: String?) -> Bool {
  guard let value = value?.lowercased() else { return false }
  if ["internal", "private"].contains(value) { return true }
  return key.contains("internal") && !["false", ""].contains(value)
}

/// Whether another value makes it another balancer, with another address.
private func movesBalancer(_ key: String) -> Bool {
  ["load-balancer-type", "-eip", "load-balancer-ip", "loadBalancerIPs", "address-pool", "-subnet", "nlb-target-type"]
    .contains { key.contains($0) }
}

/// What it does that others may connect.
func rangesKind(from old: Set<String>, to new: Set<String>) -> ChangeKind {
  guard !new.isEmpty else { return .rangesOpened }
  guard !old.isEmpty else { return .rangesNarrowed }
  let known = old.compactMap { try? CIDR(parsing: $0) }
  let isOpened = new.contains { text in
    guard let range = try? CIDR(parsing: text) else { return !old.contains(text) }
    return !known.contains { $0.prefixLength <= range.prefixLength && $0.contains(range.address) }
  }
  return isOpened ? .rangesOpened : .rangesNarrowed
}
