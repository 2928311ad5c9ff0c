internal import Manifests
internal import MeshModel
internal import MeshNames
package import Planning

extension ClusterScope {
  /// What the cluster itself has a part in: what it is read with, and unless that is handed over, what it reads others
  /// with.
  func discoveryStep(among scopes: [ClusterScope]) -> Step? {
    let others = isPrimary && (hasStore || hasPlugin) ? scopes.filter { $0.index != index } : []
    let resources = (isRead ? ownAccess : []) + others.flatMap(access)
    guard !resources.isEmpty else { return nil }
    return Step(
      step(.discovery), in: cluster.name, .discovery,
      hasPlugin ? "Let the clusters read each other" : "Ask for the token that other clusters read with",
      .apply(resources), after: [exposureStep?.id ?? step(.controlPlane)],
      gates: isRead && !hasPlugin ? [tokenGate] : [])
  }

  /// What others read this cluster with.
  private var ownAccess: [Resource] {
    switch topology.remoteAccess.credentials {
    case .manual, .tokenSecret: [readerTokenRequest]
    case .externalSecrets(let store): [readerTokenRequest, tokenPush(to: store)]
    case .exec(let plugin): plugin.group.map(readerAccess) ?? []
    }
  }

  /// What this cluster reads another with.
  private func access(to other: ClusterScope) -> [Resource] {
    switch topology.remoteAccess.credentials {
    case .manual, .tokenSecret: []
    case .externalSecrets(let store): [remoteSecret(of: other, from: store)]
    case .exec(let plugin): [other.remoteSecret(by: plugin)]
    }
  }

  var tokenGate: Gate {
    Gate(
      "the token is there", kubectl("wait", "--for=jsonpath={.data.token}", "secret/\(Self.readerToken)"), timeout: 60)
  }

  /// The step behind which the primary can read this remote: where that is not handed over, it is the primary's own.
  fileprivate var remoteSecretStepID: StepID {
    guard hasStore || hasPlugin, let primary else { return step(.discovery, "remote-secret") }
    return primary.step(.discovery, hasPlugin ? nil : "remote-secret")
  }
}

extension Installation {
  /// A remote is ready when its primary has read it and has patched its webhook.
  var servedStep: Step {
    Step(
      scope.servedStepID, in: cluster.name, .discovery, "Wait until the primary serves the cluster", .run([]),
      after: [scope.remoteSecretStepID], gates: [servedGate])
  }
}

/// The steps that others wait for, by what they bring about.
extension ClusterScope {
  /// The control plane is there: a primary's runs, and a remote's is reached.
  package var controlPlaneStepID: StepID { step(.controlPlane) }

  fileprivate var servedStepID: StepID { step(.discovery, "ready") }

  /// The control plane makes proxies for the cluster: a remote's only when the primary has read it.
  var meshStepID: StepID { isPrimary ? controlPlaneStepID : servedStepID }
}

/// What it takes until every control plane sees every cluster.
///
/// All remote secrets wait for one step that waits for everybody, so that the plan grows with the clusters and not with their pairs.
func discoverySteps(of scopes: [ClusterScope]) -> [Step] {
  let own = scopes.compactMap { $0.discoveryStep(among: scopes) }
  guard !own.isEmpty, !(scopes.first?.hasPlugin ?? false) else { return own }
  let everybody = Step(
    StepID(wholeMesh: .discovery), in: nil, .discovery, "Wait until every cluster can be read", .run([]),
    after: own.map(\.id), files: isHandedOver(scopes) ? [ClusterScope.readers(scopes)] : [])
  return own + [everybody] + remoteSecretSteps(of: scopes)
}

/// Whether somebody takes each cluster's credentials to the control planes.
private func isHandedOver(_ scopes: [ClusterScope]) -> Bool {
  switch scopes.first?.topology.remoteAccess.credentials {
  case .manual, .tokenSecret: scopes.contains(where: \.isRead)
  case .externalSecrets, .exec, nil: false
  }
}
