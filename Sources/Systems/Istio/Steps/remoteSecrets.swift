internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

extension ClusterScope {
  /// Gives the other clusters' control planes the right to read this one.
  ///
  /// The token goes from one command to the next and is never written to a disk. The Secret's key is the cluster's
  /// name, which is what istiod knows the cluster by.
  func remoteSecretStep(
    readers: some Sequence<String>, after: [StepID] = [StepID(wholeMesh: .discovery)]
  ) -> Step {
    let script = hasTokenSecrets ? tokenScript : "for context in \"$@\"; do \(istioctlPipe) || exit 1; done"
    return Step(
      step(.discovery, "remote-secret"), in: cluster.name, .discovery,
      "Let other clusters' control planes read the cluster",
      .run([Command(["sh", "-c", script, "sh"] + readers)]), after: after)
  }

  /// With a store of secrets, the remote secrets come by themselves once every cluster has pushed its token.
  var remoteSecretsArrivedStep: Step {
    Step(
      step(.discovery, "remote-secret"), in: cluster.name, .discovery,
      "Wait until the control plane has what it reads the other clusters with", .run([]),
      after: [StepID(wholeMesh: .discovery)],
      gates: [
        Gate(
          "the remote secrets are there",
          kubectl(
            "wait", "--for=condition=Ready", "externalsecrets.external-secrets.io",
            "--selector=app.kubernetes.io/managed-by=meshgen", "--timeout=5m"),
          timeout: 300)
      ])
  }

  private var hasTokenSecrets: Bool {
    if case .tokenSecret = topology.remoteAccess.credentials { true } else { false }
  }

  /// Puts the remote secret together from the reader's token, with kubectl alone.
  ///
  /// The shell's own `printf` takes the token in. As an argument of a program, everybody on the machine could see it, and
  /// a here-document is a temporary file to some shells.
  private var tokenScript: String {
    let read = { (field: String) in
      kubectl("get", "secret", Self.readerToken, "--output=jsonpath={.data.\(field)}").shellLine
    }
    return """
      token=$(\(read("token")) | base64 -d) || exit 1
      authority=$(\(read(#"ca\.crt"#))) || exit 1
      for context in "$@"; do
        printf %s "\(remoteSecretDocument)" | kubectl --context="$context" apply -f - || exit 1
      done
      """
  }

  /// The remote secret within a shell's double quotes, where two variables are filled in and nothing else.
  private var remoteSecretDocument: String {
    let secret = remoteSecret(kubeconfig(user: ["token": "@token@"], certificateAuthority: "@authority@"))
    let text = secret.document(partOf: topology.mesh.id).yaml
    let escaped = ["\\", "$", "`", "\""].reduce(text) { $0.replacing($1, with: "\\" + $1) }
    return escaped.replacing("@token@", with: "$token").replacing("@authority@", with: "$authority")
  }

  private var istioctlPipe: String {
    "\(istioctlCommand.shellLine) | kubectl --context=\"$context\" apply -f -"
  }

  private var istioctlCommand: Command {
    Command(
      [
        "istioctl", "create-remote-secret", "--context=\(context)", "--name=\(cluster.name)",
        "--server=\(cluster.apiServer)", "--namespace=\(system)", "--istioNamespace=\(system)",
      ] + (cluster.tlsServerName.map { ["--tls-server-name=\($0)"] } ?? []) + [
        // The installer made the account. If istioctl makes it first, Helm refuses to adopt it (sail-operator#202).
        "--create-service-account=false"
      ])
  }
}

/// The remote secrets of a mesh: every primary reads every other cluster, remotes of other primaries, too.
func remoteSecretSteps(of scopes: [ClusterScope]) -> [Step] {
  let primaries = scopes.filter(\.isPrimary)
  guard let first = scopes.first else { return [] }
  switch first.topology.remoteAccess.credentials {
  case .externalSecrets: return primaries.map(\.remoteSecretsArrivedStep)
  case .exec: return []
  case .manual, .tokenSecret: return handedOver(of: scopes, to: primaries)
  }
}

/// Someone takes each cluster's credentials to every control plane but its own.
private func handedOver(of scopes: [ClusterScope], to primaries: [ClusterScope]) -> [Step] {
  let contexts = primaries.map(\.context.description)
  let places = Dictionary(primaries.enumerated().map { ($1.index, $0) }) { first, _ in first }
  return scopes.filter(\.isRead).map { scope in
    let own = places[scope.index] ?? contexts.endIndex
    return scope.remoteSecretStep(readers: contexts[..<own] + contexts[min(own + 1, contexts.endIndex)...])
  }
}
