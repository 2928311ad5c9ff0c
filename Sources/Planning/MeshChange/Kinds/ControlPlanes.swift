internal import Diagnostics

/// Changes of what controls the mesh, and how.
let controlPlaneKinds: [ChangeKind] = [
  .controlPlaneElsewhere, .roleChanged, .dataPlane, .otherFleet, .primaryChanged, .updateStrategy,
  .revisionTagRemoved, .platform, .discovery, .effectNotKnown, .revision, .migrationStage, .migrationLeap,
]

extension ChangeKind {
  static let controlPlaneElsewhere = ChangeKind(
    853, "control-plane-elsewhere", .dangerous,
    "A control plane is to live in another namespace or cluster.",
    because: """
      Kubernetes does not move it: a second one comes up, with another CA's key, and the old one goes on serving what it \
      has injected. `spec.namespace` of the operator's objects cannot change at all.
      """,
    instead: "Bring up the new control plane under a revision of its own, move workloads, and take down the old one.",
    before: "controlPlane: {mode: multi-primary, namespace: istio-system}",
    after: "controlPlane: {mode: multi-primary, namespace: mesh-system}")

  static let roleChanged = ChangeKind(
    854, "role-changed", .dangerous,
    "A cluster gets a control plane of its own, or loses it.",
    because: """
      Its proxies know the control plane that they have started with. The old one's CA goes with it, and with its webhook \
      no pod starts until the new one serves it.
      """,
    instead: "Bring up the new control plane first, restart all workloads, and take down the old one last.",
    before: """
      controlPlane: {mode: primary-remote}
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443", gateway: {address: 192.0.2.2}}
        - {name: cluster3, network: network2, role: remote, primary: cluster1, apiServer: "https://api.three.example.com:6443"}
      """,
    after: """
      controlPlane: {mode: primary-remote}
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
        - {name: cluster2, network: network2, role: remote, primary: cluster1, apiServer: "https://api.two.example.com:6443"}
        - {name: cluster3, network: network2, role: remote, primary: cluster1, apiServer: "https://api.three.example.com:6443"}
      """)

  static let dataPlane = ChangeKind(
    855, "data-plane", .dangerous,
    "The mesh goes from proxies beside each pod to proxies of the nodes, or back.",
    because: """
      Both must be there while workloads move. Taken in one leap, the old way is gone before the pods have restarted, and \
      routes and policies of the one are not carried out by the other.
      """,
    instead: "Move one namespace after the other, with `namespaces[].dataPlane`, where the distribution plans both.",
    before: "controlPlane: {mode: multi-primary, dataPlane: sidecar}",
    after: "controlPlane: {mode: multi-primary, dataPlane: ambient}")

  static let otherFleet = ChangeKind(
    857, "other-fleet", .dangerous,
    "The clusters are members of another fleet, under another name there, or another CA signs for them.",
    because: "Mesh ID, trust domain and every identity follow from the fleet: it is another mesh.",
    instead: "Build the other mesh beside this one, and move workloads.",
    before: """
      distribution: {name: cloud-service-mesh, version: 1.28.8-asm.5}
      fleet: {project: fleet-host, projectNumber: 123456789012, certificateAuthority: mesh-ca}
      clusters:
        - {name: cluster1, network: network1, platform: gdc-vmware}
        - {name: cluster2, network: network2, platform: gdc-vmware}
      """,
    after: """
      distribution: {name: cloud-service-mesh, version: 1.28.8-asm.5}
      fleet: {project: other-host, projectNumber: 210987654321, certificateAuthority: mesh-ca}
      clusters:
        - {name: cluster1, network: network1, platform: gdc-vmware}
        - {name: cluster2, network: network2, platform: gdc-vmware}
      """)

  static let primaryChanged = ChangeKind(
    858, "primary-changed", .disruptive,
    "A remote cluster is served by another primary.",
    because: """
      Its proxies stay with the old primary until they restart, and its webhook asks the new one, which has to be able to \
      read the cluster by then.
      """,
    instead: "Give the new primary its remote secret first, then restart the cluster's workloads.",
    before: """
      controlPlane: {mode: primary-remote}
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443", gateway: {address: 192.0.2.2}}
        - {name: cluster3, network: network2, role: remote, primary: cluster1, apiServer: "https://api.three.example.com:6443"}
      """,
    after: """
      controlPlane: {mode: primary-remote}
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443", gateway: {address: 192.0.2.2}}
        - {name: cluster3, network: network2, role: remote, primary: cluster2, apiServer: "https://api.three.example.com:6443"}
      """)

  static let updateStrategy = ChangeKind(
    859, "update-strategy", .disruptive,
    "Control planes are updated in place, or by revisions, other than before.",
    because: """
      The control plane gets another name. The old one goes, and with it what serves the proxies that it has injected; \
      they go on with what they know until they restart.
      """,
    instead: "Change nothing else in the same change, and restart all workloads before the old control plane is gone.",
    before: "controlPlane: {mode: multi-primary, updateStrategy: InPlace}",
    after: "controlPlane: {mode: multi-primary, updateStrategy: RevisionBased}")

  static let revisionTagRemoved = ChangeKind(
    860, "revision-tag-removed", .disruptive,
    "A name that stands for a revision is gone.",
    because: "Pods of namespaces that have it as their label start without a proxy, or not at all.",
    instead: "Give the namespaces another label first.",
    before: "controlPlane: {mode: multi-primary, updateStrategy: RevisionBased, revisionTags: [prod, canary]}",
    after: "controlPlane: {mode: multi-primary, updateStrategy: RevisionBased, revisionTags: [prod]}")

  static let platform = ChangeKind(
    861, "platform", .disruptive,
    "A cluster is said to be of another platform.",
    because: """
      A cluster does not change what it is: either what runs there was made for the wrong one, or it is another cluster. \
      The CNI plug-in and the load balancers are set up otherwise.
      """,
    instead: "Take the cluster out, and bring the other one in under a new name.",
    before: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443", platform: eks}
      """)

  static let discovery = ChangeKind(
    862, "discovery", .disruptive,
    "Control planes see other namespaces or hosts than before, or proxies pass other traffic by.",
    because: "What is no longer seen is not routed, and requests to it fail, or leave the mesh without its protection.",
    instead: "See with `istioctl proxy-config` what workloads use of it.",
    before: "values: {global: {proxy: {excludeIPRanges: 10.1.0.0/16}}}",
    after: "values: {global: {proxy: {excludeIPRanges: 10.0.0.0/8}}}")

  static let effectNotKnown = ChangeKind(
    863, "effect-not-known", .disruptive,
    "A value changes of which meshgen does not know what it does.",
    because: "It is not known: it may do nothing, or stop requests.",
    instead: "Look it up in Istio's own reference, and try it in one cluster first, in `clusters[].values`.",
    before: "values: {pilot: {env: {PILOT_ENABLE_IP_AUTOALLOCATE: \"true\"}}}",
    after: "values: {pilot: {env: {PILOT_ENABLE_IP_AUTOALLOCATE: \"false\"}}}")

  static let revision = ChangeKind(
    864, "revision", .rolling,
    "A control plane has another revision, or a namespace is served by another.",
    because: "Workloads change over to it when they restart; the old one serves them until then.",
    instead: "Keep the old revision until `istioctl proxy-status` no longer shows a proxy of it.",
    before: """
      controlPlane: {mode: multi-primary, updateStrategy: RevisionBased, revisionTags: [prod, canary]}
      namespaces: [{name: shop, revision: prod}]
      """,
    after: """
      controlPlane: {mode: multi-primary, updateStrategy: RevisionBased, revisionTags: [prod, canary]}
      namespaces: [{name: shop, revision: canary}]
      """)

  static let migrationStage = ChangeKind(
    865, "migration-stage", .rolling,
    "The migration goes on by one stage, or back by one.",
    because: "Each stage leaves the way of before open, and can be undone.",
    instead: "Carry it out in all clusters, and wait for its gates before the next one.",
    before: federation("prepare"), after: federation("gateways"))

  static let migrationLeap = ChangeKind(
    866, "migration-leap", .dangerous,
    "The migration leaves a stage out, or ends.",
    because: "The old mesh is removed: there is no way back, and what still goes through it fails.",
    instead: "Go by one stage at a time, and see that nothing uses the old mesh before the last one.",
    before: federation("prepare"), after: federation("services"))

  private static func federation(_ stage: String) -> Explanation.Example {
    let text = """
      apiVersion: meshgen/v1
      kind: Topology
      metadata: {name: example}
      distribution: {name: maistra, version: 2.6}
      controlPlane: {mode: federated}
      clusters: [{name: one, platform: openshift}, {name: two, platform: openshift}]
      meshes:
        - {name: red, cluster: one, members: [shop]}
        - {name: green, cluster: two, members: [shop]}
      peers: all
      migration: {to: sail, stage: \(stage)}
      """
    return Explanation.Example(shown: text, bytes: Array(text.utf8))
  }
}
