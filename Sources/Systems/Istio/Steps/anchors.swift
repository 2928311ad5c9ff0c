internal import MeshModel
internal import MeshNames
package import Planning

/// What gives the mesh's anchors to clients that no proxy speaks for.
///
/// Nothing in the mesh waits for it, so it comes last.
extension ClusterScope {
  package var anchorSteps: [Step] {
    guard let bundle = topology.certificateAuthority.bundle else { return [] }
    let source = anchorSourceStep(bundle)
    let name = bundle.name(in: topology.mesh.id)
    let synced = Gate(
      "trust-manager has handed the anchors out",
      .kubectl(
        in: context, "wait", "--for=condition=Synced", "bundles.trust.cert-manager.io/\(name)", "--timeout=2m"))
    return [
      source,
      Step(
        step(.anchors), in: cluster.name, .anchors, "Hand the mesh's anchors to clients without a proxy",
        .apply([anchorBundle(bundle)]), after: [source.id], gates: [synced]),
    ]
  }

  /// What istiod hands to proxies is copied to where trust-manager reads, which is one namespace.
  ///
  /// It is public data, whichever way `cacerts` came, and there in remote clusters, too; istiod takes some seconds to
  /// write it. The copy is made anew whenever the plan is carried out, so that clients follow each state of a rotation.
  private func anchorSourceStep(_ bundle: TrustBundle) -> Step {
    let read = kubectl(
      "get", "configmap", "istio-ca-root-cert", "--ignore-not-found", #"--output=jsonpath={.data.root-cert\.pem}"#)
    let name = bundle.source(in: topology.mesh.id)
    let trust = { (arguments: String...) in
      Command(
        Command.kubectl(in: context, "--namespace", bundle.trustNamespace.description).words + arguments)
    }
    let create = trust("create", "configmap", name).shellLine
    let apply = trust("apply", "--server-side", "--force-conflicts", "-f", "-").shellLine
    let script = """
      for attempt in 1 2 3 4 5 6 7 8 9 10 11 12; do
        anchors=$(\(read.shellLine)) && test -n "$anchors" && break
        sleep 5
      done
      test -n "$anchors" || exit 1
      \(create) --dry-run=client --output=yaml --from-literal="root-cert.pem=$anchors" |
        \(apply)
      """
    return Step(
      step(.anchors, "source"), in: cluster.name, .anchors, "Copy the mesh's anchors to where trust-manager reads",
      .run([Command(["sh", "-c", script])]), after: [meshStepID],
      gates: [
        Gate(
          "the copy is there", trust("get", "configmap", name), timeout: 60,
          object: Gate.ObjectReference("v1", "ConfigMap", name, in: bundle.trustNamespace))
      ])
  }

  /// The ConfigMaps go with the Bundle.
  var anchorsRemoval: Removal? {
    topology.certificateAuthority.bundle.map { bundle in
      remove(
        "Take the mesh's anchors back",
        [
          deleteFolder(of: .anchors),
          delete([
            "--namespace", bundle.trustNamespace.description, "configmap", bundle.source(in: topology.mesh.id),
          ]),
        ])
    }
  }
}
