internal import Diagnostics

/// Changes that the objects of a cluster tell of, whatever the topology says.
let objectKinds: [ChangeKind] = [
  .immutableField, .policyRemoved, .policyAdded, .objectRemoved, .trafficRules, .podsRestart, .controlPlaneRestarts,
  .untilRestart,
]

extension ChangeKind {
  static let immutableField = ChangeKind(
    880, "immutable-field", .dangerous,
    "A field changes that Kubernetes does not let change.",
    because:
      "The object is refused, and everything behind it in the order waits; replaced by hand, it is gone for a time.",
    instead: "Delete it first in the way that the steps of the change say, or give the object a new name.",
    before: "controlPlane: {mode: multi-primary, namespace: istio-system}",
    after: "controlPlane: {mode: multi-primary, namespace: mesh-system}")

  static let policyRemoved = ChangeKind(
    881, "policy-removed", .dangerous,
    "A policy is gone that decides who may speak to whom.",
    because: """
      What it kept out comes in, once the object is gone: kubectl leaves it where it is, a GitOps controller that prunes \
      does not.
      """,
    instead: "Replace it by one that says what is still to be kept out, in the same change.",
    before: "mesh: {networkPolicies: true}", after: "mesh: {networkPolicies: false}")

  static let policyAdded = ChangeKind(
    882, "policy-added", .disruptive,
    "There is another policy that decides who may speak to whom, or one that lets in others.",
    because:
      "What it does not let in is refused from then on: scrapers, probes and clients that nobody has thought of.",
    instead: "Look at who connects to the pods that it selects before it is applied.",
    before: "mesh: {networkPolicies: false}", after: "mesh: {networkPolicies: true}")

  static let objectRemoved = ChangeKind(
    883, "object-removed", .disruptive,
    "A gateway, a Service or a route is no longer in the output.",
    because: """
      kubectl leaves it where it is, so that it goes on as it was, unseen; a GitOps controller that prunes takes it away, \
      and what went through it fails.
      """,
    instead: "See that nothing uses it, and remove it by the steps of the change.",
    before: """
      networks: [{name: network1}, {name: network2}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      networks: [{name: network1}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", pods: 10.1.0.0/16}
        - {name: cluster2, network: network1, apiServer: "https://api.two.example.com:6443", pods: 10.2.0.0/16}
      """)

  static let trafficRules = ChangeKind(
    884, "traffic-rules", .safe,
    "Routes, hosts or gateways' listeners change.",
    because: "Control planes hand them to proxies within seconds, without a restart.",
    instead: "Look at the objects below: meshgen does not know what the hosts in them are for.",
    before: """
      patches: [{target: {kind: Gateway, name: cross-network-gateway}, merge: {metadata: {labels: {team: a}}}}]
      """,
    after: """
      patches:
        - target: {kind: Gateway, name: cross-network-gateway}
          merge: {metadata: {labels: {team: a}}, spec: {selector: {app: istio-eastwestgateway}}}
      """)

  static let podsRestart = ChangeKind(
    885, "pods-restart", .rolling,
    "The template of a gateway's pods changes, so that Kubernetes replaces them.",
    because: "One pod after the other, and the new one has to be ready first.",
    instead: "Connections that stay open for long are cut when their pod goes.",
    before: """
      patches:
        - target: {kind: Deployment, name: istio-eastwestgateway}
          merge: {spec: {template: {metadata: {annotations: {example.com/team: a}}}}}
      """,
    after: """
      patches:
        - target: {kind: Deployment, name: istio-eastwestgateway}
          merge: {spec: {template: {metadata: {annotations: {example.com/team: b}}}}}
      """)

  static let controlPlaneRestarts = ChangeKind(
    886, "control-plane-restarts", .rolling,
    "The control plane's own pods, or those of the nodes, get other settings.",
    because: "They are replaced one after the other; proxies go on with what they know meanwhile.",
    instead: "See that there are two replicas at least.",
    before: "values: {pilot: {resources: {requests: {cpu: 500m}}}}",
    after: "values: {pilot: {resources: {requests: {cpu: 900m}}}}")

  static let untilRestart = ChangeKind(
    887, "until-restart", .rolling,
    "A value changes that proxies read when they start.",
    because: "Nothing happens to pods that run; they differ from new ones until the last has restarted.",
    instead: "Restart the workloads at a time that suits them; those in `namespaces` are restarted by a step.",
    before: "values: {global: {proxy: {logLevel: warning}}}", after: "values: {global: {proxy: {logLevel: debug}}}")
}
