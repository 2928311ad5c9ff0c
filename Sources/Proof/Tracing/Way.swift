internal import AppliedMesh
internal import YAMLWriting

/// Requests on their way from a client's cluster to a service's, as far as they have been followed.
///
/// What is outside of manifests is assumed and said: routes and firewalls, ready pods, policies of application teams.
struct Way {
  let view: MeshView
  let client: ClusterView
  let server: ClusterView
  let service: ServiceReference
  let clientNamespace: String
  private(set) var links: [Link] = []
  var via: [Path.Hop] = []
  var assumptions: [String] = []
  /// What is known of the end: that of the first broken link, or how requests arrive.
  private var end: Disposition?

  init(
    _ view: MeshView, from client: ClusterView, to server: ClusterView, _ service: ServiceReference,
    clientNamespace: String?
  ) {
    self.view = view
    self.client = client
    self.server = server
    self.service = service
    self.clientNamespace = clientNamespace ?? service.namespace
  }

  var path: Path {
    Path(
      client: client.name, server: server.name, disposition: end ?? .insufficientInformation, via: via, links: links,
      assumptions: assumptions)
  }

  /// Whether nothing on the way so far is broken.
  var goesOn: Bool { end == nil }

  /// Adds a link; the first one that is broken is the end.
  mutating func add(_ link: Link) {
    guard goesOn else { return }
    links.append(link)
    if link.state == .broken { end = link.rule.disposition }
  }

  /// Nothing on the way is broken.
  mutating func arrive(_ disposition: Disposition) { if goesOn { end = disposition } }

  mutating func assume(_ sentence: String) { if !assumptions.contains(sentence) { assumptions.append(sentence) } }
}

extension Way {
  /// Follows the requests to their end.
  mutating func follow() {
    guard let plane = view.controlPlane(of: client), let other = view.controlPlane(of: server) else {
      return missControlPlane()
    }
    followControlPlane(of: client, plane)
    followControlPlane(of: server, other)
    assume("the service `\(service.inWords)` is in `\(server.name)`, and its pods are ready and have proxies")
    if view.reader(of: server, by: plane) == nil, view.configuration(of: plane)?.hasEntries ?? false {
      assume("what ServiceEntries of `\(client.name)` bring from other meshes is not followed")
      return arrive(.insufficientInformation)
    }
    if plane.isAmbient { followAmbient(plane, other) } else { followSidecars(plane, other) }
  }

  private mutating func followSidecars(_ plane: ControlPlane, _ other: ControlPlane) {
    followKnowledge(of: plane)
    followSharing(by: plane)
    followVisibility(to: clientNamespace, by: plane)
    followNetworkView(of: plane)
    let isAway = followRoute(of: plane)
    followTrust(plane, other)
    followIdentity(plane, other)
    followPolicy(of: other)
    arrive(isAway ? .reachesThroughGateway : .reachesDirect)
  }

  private mutating func missControlPlane() {
    let missing = view.controlPlane(of: client) == nil ? client : server
    let isUnknown = missing.controlPlanes.isEmpty
    if isUnknown {
      assume("nothing that was read says what the control plane of `\(missing.name)` is")
      return arrive(.insufficientInformation)
    }
    add(
      .broken(
        .controlPlane, "no control plane serves `\(missing.name)`",
        mend: "name its primary in the annotation `topology.istio.io/controlPlaneClusters` of its system namespace",
        missing.controlPlanes[0].field("")))
  }
}
