internal import Istio
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import Planning
internal import SailOperator
internal import YAMLWriting

/// What brings the mesh of a cluster up, by itself.
extension InstalledMesh {
  var namespacesStep: Step {
    Step(
      step(.namespaces), in: cluster.name, .namespaces, "Make the namespaces, the control plane's with its network",
      .apply(systemNamespaces))
  }

  /// A control plane that starts without the Secret signs with a root of its own making.
  var trustStep: Step? {
    guard let creation = certificates?.secretCreation(kubectl) else { return nil }
    return Step(
      step(.trust), in: cluster.name, .trust, "Give the control plane its CA, from the folder of issued certificates",
      .run([creation]), after: [step(.namespaces)] + (certificates?.ceremony().map { [$0.id] } ?? []),
      gates: [Gate("the Secret `cacerts` exists", kubectl("get", "secret", "cacerts"), timeout: 60)])
  }

  var operatorStep: Step { self.operator.step(in: cluster.name, context, kinds: ["istios", "istiocnis"]) }

  /// OpenShift has the kinds of Gateway API from 4.19 on; then nothing is done.
  var gatewayAPIStep: Step? {
    exposed.isEmpty && imported.isEmpty ? nil : options.sail.istio.gatewayAPIStep(in: cluster.name, context)
  }

  var controlPlaneStep: Step {
    Step(
      step(.controlPlane), in: cluster.name, .controlPlane, "Install the control plane and its CNI plug-in",
      .apply([istioCNI, controlPlane]),
      after: (trustStep.map { [$0.id] } ?? []) + [step(.operator)] + (gatewayAPIStep.map { [$0.id] } ?? []),
      gates: [
        ready("the CNI plug-in is ready", "istiocnis.sailoperator.io/default"),
        ready("the control plane is ready", istio),
      ])
  }

  private func ready(_ description: String, _ object: String) -> Gate {
    Gate(description, clusterCommand("wait", "--for=condition=Ready", object, "--timeout=5m"), timeout: 300)
  }

  /// Has the control plane trust its peers where their roots were not known before they signed with them.
  ///
  /// istiod takes what it reads up while it runs. The patch has all of them, since a list is replaced as a whole; a file
  /// that is applied again leaves it as it is, because it says nothing of roots.
  func rootsStep(among meshes: [InstalledMesh]) -> Step? {
    guard knownRoots == nil else { return nil }
    let unknown = meshes.filter { other in
      peers.contains { $0.name == other.mesh.name } && options.roots[other.mesh.name] == nil
    }
    return Step(
      step(.controlPlane, "roots"), in: cluster.name, .controlPlane,
      "Have the control plane trust the roots of its peers, as far as they are read from their control planes",
      .run([Command(["sh", "-c", rootsScript])]), after: [step(.controlPlane)] + unknown.map { $0.step(.controlPlane) },
      gates: [
        Gate(
          "the control plane trusts \(peers.count) other root\(peers.count == 1 ? "" : "s")",
          Command([
            "sh", "-c",
            "test \"$(\(clusterCommand("get", istio, "--output=go-template={{len .spec.values.meshConfig.caCertificates}}").shellLine))\" = \(peers.count)",
          ]), timeout: 60)
      ])
  }

  /// Go's quotation marks are JSON's as far as certificates are concerned.
  private var rootsScript: String {
    let reads = peers.enumerated().map { index, peer in
      let template = #"--output=go-template={{printf "%q" (index .data "root-cert.pem")}}"#
      let live = peer.kubectl(in: peer.namespace, "get", "configmap", "istio-ca-root-cert", template)
      let known = options.roots[peer.name].map { Command.quoted(String(YAMLValue.string($0).jsonLine.dropLast())) }
      return "root\(index)=" + (known ?? "$(\(live.shellLine)) || exit 1")
    }
    let entries = peers.indices.map { "{\"pem\":$root\($0)}" }.joined(separator: ",")
    let document = "{\"spec\":{\"values\":{\"meshConfig\":{\"caCertificates\":[\(entries)]}}}}"
    let text = document.replacing("\"", with: "\\\"")
    return (reads + ["\(clusterCommand("patch", istio, "--type=merge").shellLine) --patch=\"\(text)\""])
      .joined(separator: "\n")
  }

  var rootsStepID: StepID { knownRoots == nil ? step(.controlPlane, "roots") : step(.controlPlane) }

  var membersStep: Step? {
    guard !members.isEmpty else { return nil }
    return Step(
      step(.members), in: cluster.name, .members, "Take the members into the mesh, with the next start of their pods",
      .apply(members), after: [oldMeshStep?.id ?? rootsStepID])
  }

  /// Brings the members' proxies up to date; beside an old mesh, all of them are restarted anyway.
  var renewalStep: Step? {
    guard restartStep == nil else { return nil }
    return .restart(
      mesh.members, with: proxyStart, as: step(.members, "restart"), in: cluster.name, mesh.context, .members,
      after: [step(.members)])
  }

  var proxyStart: ProxyStart {
    ProxyStart(
      [
        options.sail.istio.imagesInWords, "mesh \(mesh.name)", "network \(mesh.network)",
        "trust domain \(mesh.trustDomain)",
      ] + mesh.clusterDomain.proxyStart)
  }

  /// The step behind which the mesh is one.
  var meshStepID: StepID { restartStep?.id ?? membersStep?.id ?? rootsStepID }
}
