internal import Diagnostics

/// Changes that no request notices.
let harmlessKinds: [ChangeKind] = [
  .valueAtOnce, .objectsApplied, .delivery, .sample, .topologyRenamed, .bindingKnown, .words,
]

extension ChangeKind {
  static let valueAtOnce = ChangeKind(
    890, "value-at-once", .safe,
    "A value changes that takes effect at once.",
    because: "Control planes hand it to proxies that run; it bears on what is recorded, not on who reaches whom.",
    instead: "See that there is room for what is recorded.",
    before: "values: {meshConfig: {accessLogFile: /dev/stdout}}",
    after: "values: {meshConfig: {accessLogFile: /dev/stderr}}")

  static let objectsApplied = ChangeKind(
    891, "objects-applied", .safe,
    "Objects come, or change in fields that nothing restarts for.",
    because: "They are applied, and what runs goes on.",
    instead: "Look at the fields below.",
    before: """
      patches: [{target: {kind: Namespace, name: istio-system}, merge: {metadata: {annotations: {example.com/team: a}}}}]
      """,
    after: """
      patches: [{target: {kind: Namespace, name: istio-system}, merge: {metadata: {annotations: {example.com/team: b}}}}]
      """)

  static let delivery = ChangeKind(
    892, "delivery", .safe,
    "A GitOps controller gets the output from another place, or there is one where there was none.",
    because: "It takes over objects that it finds as they should be.",
    instead: "Have the output there before the controller looks for it; one that prunes removes what it does not find.",
    before: "gitops: {argoCD: {repository: https://git.example.com/mesh.git}}",
    after: "gitops: {argoCD: {repository: https://git.example.com/platform.git}}")

  static let sample = ChangeKind(
    893, "sample", .safe,
    "The sample workload lives elsewhere.",
    because: "No phase applies it.",
    instead: "Remove the old one, if it was tried out.",
    before: "verification: {namespace: sample}", after: "verification: {namespace: trial}")

  static let topologyRenamed = ChangeKind(
    894, "topology-renamed", .safe,
    "The topology has another name, and the mesh keeps its own.",
    because: "The name stands in the first line of each file.",
    instead: "Build it into a directory of its own where the old topology goes on, else into the same one.",
    before: "metadata: {name: one}\nmesh: {id: shop}", after: "metadata: {name: two}\nmesh: {id: shop}")

  static let bindingKnown = ChangeKind(
    895, "binding-known", .none,
    "A value that was read when the plan was carried out is said in the topology.",
    because: "It is what runs already.",
    instead: "See that it is the value that was read.",
    before: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """)

  static let words = ChangeKind(
    896, "words", .none,
    "Something changes that only people and checks read.",
    because: "No object and no step has it in it.",
    instead: "Nothing needs to be done.",
    before: "certificateAuthority: {tools: [certtool]}", after: "certificateAuthority: {tools: [certtool, cfssl]}")
}
