internal import Diagnostics

/// Changes of what is installed.
let releaseKinds: [ChangeKind] = [
  .downgrade, .skippedMinor, .otherInstaller, .minorUpgrade, .patchRelease, .operatorChanged, .images,
]

extension ChangeKind {
  static let downgrade = ChangeKind(
    820, "downgrade", .dangerous,
    "The release is older than before, by a minor release or more.",
    because: """
      Proxies that are newer than their control plane are not supported: they are sent what they do not understand, or \
      not sent what they need. Kinds that the new release has changed stay as they are.
      """,
    instead:
      "Take back an update by its revision, before the old one is gone; or mend what is wrong with the new release.",
    sources: ["istio.io, \"Supported Releases\", control plane and data plane skew"],
    before: "distribution: {name: sail, version: 1.30.3}", after: "distribution: {name: sail, version: 1.29.4}")

  static let skippedMinor = ChangeKind(
    821, "skipped-minor", .dangerous,
    "The release is newer than before by more than one minor release.",
    because: """
      A control plane serves proxies of its own minor release and of the one before. Those of before that restart late are \
      older than that, and what was removed after a release of warnings is gone without one.
      """,
    instead: "Go by one minor release at a time, and restart all workloads before the next one.",
    sources: ["istio.io, \"Supported Releases\", control plane and data plane skew"],
    before: "distribution: {name: sail, version: 1.28.10}", after: "distribution: {name: sail, version: 1.30.3}")

  static let otherInstaller = ChangeKind(
    822, "other-installer", .dangerous,
    "Another distribution installs the mesh, or the control plane is run in another mode.",
    because: """
      Two installers fight for the same objects, and the old one takes down what it has made when it is removed: it is \
      another mesh, and none that this one turns into by itself.
      """,
    instead:
      "Bring the new mesh up beside the old one and move workloads, or follow `meshgen migrate` where there is a way.",
    before: "distribution: {name: sail, version: 1.30.3}", after: "distribution: {name: istio, version: 1.30.3}")

  static let minorUpgrade = ChangeKind(
    823, "minor-upgrade", .rolling,
    "The release is newer by one minor release.",
    because: "Control planes restart, then gateways and workloads; old proxies are served until then.",
    instead: "Read the release's notes, begin with one cluster, and go on once its workloads have restarted.",
    before: "distribution: {name: sail, version: 1.29.4}", after: "distribution: {name: sail, version: 1.30.3}")

  static let patchRelease = ChangeKind(
    824, "patch-release", .rolling,
    "The release has another patch.",
    because: "Control planes restart, then gateways and workloads, one after the other.",
    instead: "A patch that is older than before brings back what the newer one mends.",
    before: "distribution: {name: sail, version: 1.30.2}", after: "distribution: {name: sail, version: 1.30.3}")

  static let operatorChanged = ChangeKind(
    825, "operator-changed", .rolling,
    "The operator comes from another channel, catalog or version, or another way.",
    because: """
      Another operator renders the same objects anew, so that control planes can restart. OLM does not go back to an older \
      operator by itself.
      """,
    instead: "Change the operator and the release in two changes, the operator first.",
    before: "distribution: {name: sail, version: 1.30.3, operator: {channel: stable}}",
    after: "distribution: {name: sail, version: 1.30.3, operator: {channel: candidates}}")

  static let images = ChangeKind(
    826, "image-source", .rolling,
    "Images or charts come from another place.",
    because: "Pods restart with images of the other registry, and wait where a node cannot pull them.",
    instead: "See that every node can pull from it before the first pod restarts.",
    before: "distribution: {name: sail, version: 1.30.3}",
    after: "distribution: {name: sail, version: 1.30.3, hub: registry.example.com/istio}")
}
