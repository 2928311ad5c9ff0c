internal import MeshModel

/// What people have to know of a stage beyond what it changes.
struct StageNotes {
  /// What the stage is for, in a cell of a table.
  let purpose: String
  /// What happens while it is carried out, and what to look at.
  let conduct: [String]
  /// How it is undone.
  let wayBack: String

  init(_ stage: Migration.Stage) {
    switch stage {
    case .prepare: self = .prepare
    case .gateways: self = .gateways
    case .services: self = .services
    case .leave: self = .leave
    case .sideBySide: self = .sideBySide
    case .done: self = .done
    }
  }

  private init(purpose: String, conduct: [String], wayBack: String) {
    (self.purpose, self.conduct, self.wayBack) = (purpose, conduct, wayBack)
  }
}

extension StageNotes {
  private static let prepare = StageNotes(
    purpose: "Control planes accept the trust domains of peers and read gateways of Gateway API",
    conduct: [
      """
      Every istiod starts anew, since its environment changes. A new istiod of a federation is ready before it has heard \
      of its peers' services (maistra/istio, pilot/pkg/serviceregistry/federation, `HasSynced`), so proxies that connect \
      to it in its first seconds may not know them. Have two replicas of istiod, and carry the stage out one cluster at \
      a time, in a quiet hour.
      """,
      """
      The operator takes away the NetworkPolicies that it made. Where namespaces have policies of their own that deny \
      what is not allowed, allow before: members to and from each other, port 15012 and 15017 of istiod, ports 8188 and \
      15443 of the gateways for peers.
      """,
      "Requests go the way they went.",
    ],
    wayBack: "Build the topology of before and apply it: no object is new.")

  private static let gateways = StageNotes(
    purpose: "East-west gateways are there and let in exactly what is imported; nobody uses them",
    conduct: [
      """
      The gates ask from each importing mesh whether the gateways of its peers answer on port 15443. If one does not \
      open, it is a firewall or a load balancer, and nobody has noticed.
      """,
      """
      Give the addresses in the topology once they are known, as `clusters[].gateway.address`, so that they are reviewed \
      like everything else. A load balancer that has a name and no IP address of its own needs it there.
      """,
      "Requests go the way they went.",
    ],
    wayBack: "Delete what is new, then build the topology of the stage before and apply it.")

  private static let services = StageNotes(
    purpose: "Each imported service is found by what is written down, too; clients start anew and use the gateways",
    conduct: [
      """
      One service at a time, if that is wanted: `discovery: manual` of a rule of `imports[].services[]` is that rule's \
      alone, and without it the service stays with federation. Begin with one that can be missed, commit, carry out, look, \
      go on.
      """,
      """
      Clients start anew because a proxy that knows a service from federation may not be told of the other way to it. \
      The gate then asks every proxy of every member whether it has an endpoint for the service that is not federation's.
      """,
      """
      From here on the server sees the client's own identity, not that of a gateway. An AuthorizationPolicy that names \
      the account of a gateway for peers must name the clients' accounts, too, before this stage.
      """,
    ],
    wayBack: """
      Remove `discovery: manual`, build, delete what is new, and run the commands of `70-discovery/clients` once more: \
      federation still knows the services.
      """)

  private static let leave = StageNotes(
    purpose: "Nothing is federated any more, and the gateways for federation go",
    conduct: [
      """
      Commands and objects are in an order that counts: the ImportedServiceSets go before the ExportedServiceSets, and the \
      gateways last. A controller that applies and prunes everything at once would take the gateways away while proxies \
      still use them: let it wait, carry the commands out, then let it sync.
      """,
      """
      ServiceMeshPeers and the ConfigMaps with peers' roots stay, and lead nowhere. istiod takes the roots from there and \
      holds them in memory alone: without them, the first istiod that is moved to another node would refuse the peers' \
      certificates, and with them every request between meshes.
      """,
    ],
    wayBack: """
      Build the topology of the stage `services` and apply it: the gateways, sets and peers come back, and meshes are \
      connected after some minutes. Requests do not depend on it. Addresses of load balancers may be others then.
      """)

  private static let sideBySide = StageNotes(
    purpose: "OpenShift Service Mesh 3 is beside 2; namespaces, workloads and gateways change over",
    conduct: [
      """
      What OpenShift Service Mesh 2 has is no longer in the output, and must stay in the clusters until the next stage. \
      Have Argo CD or Flux stand still before this stage is merged, or they would prune it; that is why the topologies of \
      this stage and the next have no `gitops`.
      """,
      """
      Namespaces change over, and workloads start anew, a few pods at a time. Proxies of both control planes \
      talk to each other: both sign with the CA whose Secret is in the namespace that they share, and trust domains and \
      accounts stay. A pod that asks for its proxy by the annotation \
      `sidecar.istio.io/inject` needs it as a label: OpenShift Service Mesh 3 does not read the annotation.
      """,
      """
      The ingress and egress gateways that come with a control plane of OpenShift Service Mesh 2 do not change over: make \
      gateways of your own by injection before, and move traffic to them.
      """,
    ],
    wayBack: """
      The old control planes take the gateways back; then the topology of the stage `leave` is built and applied; then, a \
      namespace at a time, workloads start anew, and are the old control plane's again. The new control planes may stay \
      where they are.
      """)

  private static let done = StageNotes(
    purpose:
      "OpenShift Service Mesh 2 is removed: control planes, members, peers, roots and, with the last of them, the operator",
    conduct: [
      """
      The commands begin with a look at every pod of the members, and end there if one has a proxy of the old control \
      plane. Pods elsewhere are not looked at: gateways of your own, and whatever was injected by hand.
      """,
      """
      Afterwards, take `topology.yaml`: it has no `migration` any more, and no output changes by it but what is run. \
      Controllers may go on then.
      """,
    ],
    wayBack: "None: from here on it is a new installation of OpenShift Service Mesh 2.")
}
