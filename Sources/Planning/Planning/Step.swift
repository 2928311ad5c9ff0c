package import Certificates
package import Manifests
package import MeshNames

/// The name of a step: the cluster, the phase, and what is done where a phase has several steps.
package struct StepID: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// A step of one cluster.
  package init(_ cluster: ClusterName, _ phase: Phase, _ detail: String? = nil) {
    description = "\(cluster)/\(phase.folder)" + (detail.map { "/\($0)" } ?? "")
  }

  /// A step of the whole mesh; `*` can be no cluster's name.
  package init(wholeMesh phase: Phase, _ detail: String? = nil) {
    description = "*/\(phase.folder)" + (detail.map { "/\($0)" } ?? "")
  }
}

/// One thing to do, and what must have been done before.
package struct Step: Sendable {
  package let id: StepID
  /// The cluster that it is done in; `nil` for what concerns them all.
  package let cluster: ClusterName?
  package let phase: Phase
  package let description: String
  package var action: Action
  /// The steps whose gates must have opened.
  package let after: [StepID]
  package let gates: [Gate]
  /// The bindings that can be read once the gates have opened.
  package var binds: [String]
  /// The bindings that its objects and files hold.
  package var uses: [String]
  /// The files that its commands read: in the cluster's folder, and those of the whole mesh beside these folders.
  package var files: [PlannedFile]

  package enum Action: Sendable {
    /// `kubectl apply -f` of the phase's folder, which holds these objects.
    case apply([Resource])
    /// Installing a chart with Helm.
    case install(ChartRelease)
    /// What no manifest can do.
    case run([Command])
    /// Carrying out the certificate plan of this folder.
    case certificates(CertificatesFolder)
  }

  package init(
    _ id: StepID, in cluster: ClusterName?, _ phase: Phase, _ description: String, _ action: Action,
    after: [StepID] = [], gates: [Gate] = [], binds: [String] = [], uses: [String] = [], files: [PlannedFile] = []
  ) {
    self.id = id
    self.cluster = cluster
    self.phase = phase
    self.description = description
    self.action = action
    self.after = after
    self.gates = gates
    self.binds = binds
    self.uses = uses
    self.files = files
  }

  /// The release that the step installs.
  package var release: ChartRelease? {
    if case .install(let release) = action { release } else { nil }
  }

  /// The objects that the step applies.
  package var resources: [Resource] {
    if case .apply(let resources) = action { resources } else { [] }
  }
}
