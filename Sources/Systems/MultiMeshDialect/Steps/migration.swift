internal import Istio
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning
internal import SailOperator

/// What becomes of the mesh of OpenShift Service Mesh 2 that was there before (openshift-service-mesh/sail-operator,
/// docs/ossm/ossm2-migration).
extension InstalledMesh {
  /// Moves the members' pods to the new control plane; the old one goes on with those that have not been restarted.
  var restartStep: Step? {
    guard options.stage == .sideBySide, !mesh.members.isEmpty else { return nil }
    let commands = mesh.members.flatMap { member in
      let workloads = mesh.kubectl(in: member, "get", "deployments,statefulsets,daemonsets", "--output=name").shellLine
      let restart = mesh.kubectl(in: member, "rollout", "restart").shellLine
      return [
        // In a mesh for the whole cluster, this label is the old control plane's.
        clusterCommand("label", "namespace", member.description, "istio-injection-"),
        Command(["sh", "-c", "\(workloads) | xargs -r \(restart)"]),
        clusterCommand(
          "annotate", "--overwrite", "namespace", member.description, "\(ProxyStart.annotation)=\(proxyStart)"),
      ]
    }
    return Step(
      step(.members, "restart"), in: cluster.name, .members,
      "Restart the members' pods, so that the new control plane has them",
      .run(commands), after: [step(.members)],
      gates: mesh.members.map { member in
        Gate(
          "all pods of \(member) are the new control plane's", Command(["sh", "-c", noOldPods(in: member)]),
          timeout: 600)
      })
  }

  /// Exits with 0 where no pod has a proxy of another revision.
  private func noOldPods(in member: NamespaceName) -> String {
    let revisions = mesh.kubectl(
      in: member, "get", "pods",
      #"--output=jsonpath={range .items[*]}{.metadata.annotations.istio\.io/rev}{"\n"}{end}"#)
    return "test -z \"$(\(revisions.shellLine) | grep -vx -e '' -e \(Command.quoted(options.sail.istio.revision)))\""
  }

  /// Has the old control plane let go of the gateway, or the two would make it in turns.
  var handOverStep: Step? {
    guard options.stage == .sideBySide, !exposed.isEmpty else { return nil }
    // The stage `prepare` has switched it on.
    let patch =
      #"--patch={"spec":{"techPreview":{"gatewayAPI":{"enabled":false}},"#
      + #""runtime":{"components":{"pilot":{"container":{"env":{"PILOT_ENABLE_GATEWAY_API":"false"}}}}}}}"#
    return Step(
      step(.gateways, "hand-over"), in: cluster.name, .gateways,
      "Have the old control plane leave the gateway to the new one",
      .run([kubectl("patch", oldControlPlane, "--type=merge", patch)]), after: [meshStepID],
      gates: [
        Gate(
          "the old control plane is ready",
          kubectl("wait", "--for=condition=Ready", oldControlPlane, "--timeout=10m"), timeout: 600)
      ])
  }

  private var oldControlPlane: String { "servicemeshcontrolplanes.maistra.io/\(mesh.name)" }

  /// Removes the old mesh, once no pod is left in it; its operator goes with the last mesh of the cluster.
  ///
  /// Peers and their roots were kept until now, since the old control plane knew roots by them alone
  /// (maistra/istio, pkg/servicemesh/federation/discovery/controller.go).
  var oldMeshStep: Step? {
    guard options.stage == .done else { return nil }
    let peers = self.peers.map { "servicemeshpeers.federation.maistra.io/\($0.name)" }
    let roots = self.peers.map { "configmap/\($0.name)-ca-root-cert" }
    let own = [peers, ["servicemeshmemberrolls.maistra.io/default"], [oldControlPlane], roots].filter { !$0.isEmpty }
    let checks = mesh.members.map { Command(["sh", "-c", noOldPods(in: $0)]) }
    let deletions =
      mesh.members.map { mesh.kubectl(in: $0, "delete", "--ignore-not-found", "servicemeshmembers.maistra.io/default") }
      + own.map { Command(kubectl("delete", "--ignore-not-found", "--timeout=10m").words + $0) }
    return Step(
      step(.controlPlane, "old-mesh"), in: cluster.name, .controlPlane, "Remove the mesh of OpenShift Service Mesh 2",
      .run(checks + deletions + [operatorRemoval]), after: [rootsStepID],
      gates: [
        Gate(
          "the old control plane is gone",
          kubectl("wait", "--for=delete", oldControlPlane, "--timeout=5m"), timeout: 300)
      ])
  }

  /// The subscription and what OLM has installed for it, unless somebody else has a control plane in the cluster.
  private var operatorRemoval: Command {
    let others = clusterCommand(
      "get", "servicemeshcontrolplanes.maistra.io", "--all-namespaces", "--output=name"
    ).shellLine
    let delete = clusterCommand("delete", "--ignore-not-found", "--namespace", "openshift-operators").words
    let subscription = Command(delete + ["subscriptions.operators.coreos.com/servicemeshoperator"]).shellLine
    let version = Command(
      delete + ["clusterserviceversion", "--selector=operators.coreos.com/servicemeshoperator.openshift-operators"]
    ).shellLine
    return Command(["sh", "-c", "test -n \"$(\(others))\" || { \(subscription) && \(version); }"])
  }
}
