internal import AppliedMesh
internal import YAMLWriting

/// Trust, in both directions, from end to end: gateways pass TLS on.
extension Way {
  mutating func followTrust(_ plane: ControlPlane, _ other: ControlPlane) {
    guard goesOn else { return }
    if plane.host == other.host, plane.namespace == other.namespace {
      return add(.holds(.roots, "one control plane signs for both", plane.field("")))
    }
    let roots = (view.trust[plane.host, plane.namespace], view.trust[other.host, other.namespace])
    guard let own = roots.0, let far = roots.1 else {
      assume("the roots of `\(plane.host)` and `\(other.host)` are one: no certificate plan says it")
      return add(.depends(.roots, "no certificate plan says what `\(plane.host)` and `\(other.host)` sign with"))
    }
    for (name, truster, signer) in [(plane.host, own, far), (other.host, far, own)]
    where !truster.anchors.contains(signer.root) {
      return add(
        .broken(
          .roots, "`\(name)` does not trust the root of `\(name == plane.host ? other.host : plane.host)`",
          mend: "let both trust both roots before either signs with a new one",
          Link.ObjectField(truster.file, "deliveries"),
          Link.ObjectField(signer.file, "deliveries")))
    }
    add(.holds(.roots, "both trust the other's root", Link.ObjectField(own.file), Link.ObjectField(far.file)))
  }

  /// The names that the client expects of the service's pods, and those that the service takes (istio/istio,
  /// pilot/pkg/serviceregistry/kube/controller/multicluster.go, getMeshConfigMapName).
  mutating func followIdentity(_ plane: ControlPlane, _ other: ControlPlane) {
    guard goesOn else { return }
    let expected = expectedTrustDomain(by: plane)
    guard expected == other.trustDomain || plane.trustDomainAliases.contains(other.trustDomain) else {
      return add(
        .broken(
          .serverIdentity,
          "proxies of `\(client.name)` expect `spiffe://\(expected)/…` of pods in `\(server.name)`, which are `spiffe://\(other.trustDomain)/…`",
          mend: "give both one trust domain, or add `\(other.trustDomain)` to `trustDomainAliases` of `\(plane.host)`",
          plane.field("meshConfig.trustDomainAliases"), other.field("meshConfig.trustDomain")))
    }
    add(
      .holds(
        .serverIdentity, "pods of `\(server.name)` are of `\(other.trustDomain)`, as is expected",
        other.field("meshConfig.trustDomain")))
    guard other.trustDomains.contains(plane.trustDomain) || other.variable("PILOT_SKIP_VALIDATE_TRUST_DOMAIN") == "true"
    else {
      return add(
        .broken(
          .clientIdentity, "pods of `\(server.name)` refuse clients of `\(plane.trustDomain)`",
          mend: "add it to `trustDomainAliases` of `\(other.host)`", other.field("meshConfig.trustDomainAliases"),
          plane.field("meshConfig.trustDomain")))
    }
    add(
      .holds(
        .clientIdentity, "pods of `\(server.name)` take clients of `\(plane.trustDomain)`",
        other.field("meshConfig.trustDomain")))
  }

  /// From 1.29 on, an istiod asks the cluster for its mesh's configuration, under the name of its own revision.
  ///
  /// Where there is none, the built-in default is what it takes. Aliases widen whatever is expected (istio/istio,
  /// pkg/spiffe/spiffe.go, ExpandWithTrustDomains).
  private func expectedTrustDomain(by plane: ControlPlane) -> String {
    guard plane.isAtLeast(29), plane.host != server.name else { return plane.trustDomain }
    let there = server.controlPlanes.first { candidate in
      let hasConfiguration =
        !candidate.isRemote || ["configMap", "pilot.configMap"].contains { candidate.text($0) == "true" }
      return candidate.namespace == plane.namespace && hasConfiguration
        && (candidate.revision == plane.revision || candidate.revision == "default")
    }
    return there?.trustDomain ?? "cluster.local"
  }

  mutating func followPolicy(of other: ControlPlane) {
    guard goesOn, let configuration = view.configuration(of: other),
      let policy = configuration.peerAuthentication(of: service.namespace, root: other.namespace)
    else { return }
    let mode = policy.content.at("spec.mtls.mode")?.text ?? "PERMISSIVE"
    let field = Link.ObjectField(policy.file, "spec.mtls.mode")
    if mode == "DISABLE" {
      add(
        .broken(
          .policy, "the PeerAuthentication `\(policy.name)` of `\(configuration.name)` refuses mutual TLS",
          mend: "say `STRICT` or `PERMISSIVE`", field))
    } else {
      add(.holds(.policy, "services of `\(server.name)` take mutual TLS: `\(mode)`", field))
    }
  }
}
