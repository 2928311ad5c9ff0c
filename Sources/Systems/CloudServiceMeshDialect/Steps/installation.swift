internal import Certificates
internal import Istio
internal import MeshModel
internal import MeshNames
internal import Planning

/// What brings a control plane into the cluster, and its gateway.
extension FleetMember {
  /// asmcli leaves the label of the network alone where there is one, so it is there before.
  var namespacesStep: Step {
    Step(
      scope.step(.namespaces), in: name, .namespaces, "Make the namespaces, the control plane's with its network",
      .apply([scope.systemNamespace, scope.ownGatewayNamespace].compactMap { $0 }))
  }

  var controlPlaneStep: Step {
    let trust = options.trustSteps.map(\.id)
    return Step(
      scope.controlPlaneStepID, in: name, .controlPlane, "Install the control plane",
      .run([Command(["sh", "-c", installScript])]), after: trust + [scope.step(.operator, "membership")],
      gates: [
        Gate(
          "the control plane is ready",
          scope.kubectl("wait", "--for=condition=Available", "deployment/\(scope.options.istiodName)", "--timeout=10m"),
          timeout: 600)
      ], files: [overlay])
  }

  private var installScript: String {
    """
    \(Self.folderScript)
    \(copyScript)
    \(certificatesScript)HUB_MEMBERSHIP_ID=\(name) asmcli install --fleet_id \(options.project) --kubeconfig \(copy) \
    --platform multicloud --enable_all --network_id \(scope.network) \(authorityOptions)\(platformOptions) \
    --custom_overlay clusters/\(name)/asmcli/overlay.yaml
    """
  }

  /// asmcli puts the files into the Secret `cacerts`, and refuses to where there is one.
  ///
  /// The files have the names that istiod looks for: asmcli makes them the Secret's keys.
  private var certificatesScript: String {
    guard let delivery else { return "" }
    let secret = scope.kubectl("get", "secret", "cacerts").shellLine
    let flags = [
      ("ca_cert", "ca-cert.pem"), ("ca_key", "ca-key.pem"), ("root_cert", "root-cert.pem"),
      ("cert_chain", "cert-chain.pem"),
    ]
    let arguments = flags.map { "--\($0.0) \"$issued/\($0.1)\"" }.joined(separator: " ")
    let folder = delivery.chain.first?.folder ?? "\(scope.cluster.location)"
    return """
      \(secret) || {
        issued="\(CertificatesFolder.ofOneMesh.issued)/\(folder)"
        set -- \(arguments)
      }

      """
  }

  private var authorityOptions: String {
    switch options.authority {
    case .istioCA: "--ca citadel \"$@\""
    case .meshCA: "--ca mesh_ca"
    case .caService: "--ca gcp_cas --ca_pool \(pool)"
    }
  }

  private var pool: String {
    options.caPool.map { Command.quoted("\($0)") }
      ?? "\"${CA_POOL:?name the CA pool: projects/P/locations/R/caPools/POOL}\""
  }

  private var platformOptions: String {
    (scope.cluster.platform.isAttached ? " --option attached-cluster" : "")
      + (ownRevision.map { " --revision_name \($0)" } ?? "")
  }

  var gatewayStep: Step? { scope.gatewayStep(.apply(scope.gatewayResources), files: [gatewayInput]) }
}
