package import Certificates
package import Manifests
package import MeshNames

/// Everything that it takes to bring a mesh up, to see that it is up, and to take it down.
package struct Plan: Sendable {
  package let topology: TopologyName
  package let mesh: MeshID
  /// What the manifests are for, in words: `Istio 1.30.3 by the Sail operator`.
  package let summary: String
  package let clusters: [PlannedCluster]
  /// In an order in which they can be done one after the other.
  package var steps: [Step]
  package var bindings: [Binding]
  /// One for each root; none where the control planes make their own, or are given theirs.
  package let certificates: [CertificatePlan]
  package var verifications: [PlannedVerification]
  /// In the order in which things are taken down.
  package var removal: [Removal]
  /// The objects that take Istio's own values.
  package let slots: [ValuesSlot]
  /// What stands for the parts of the published set-up that the plan follows; empty where it follows none.
  package let counterparts: [Counterpart]
  /// The meshes, where they are several that share services; empty where all clusters are of one.
  package let meshes: [PlannedMesh]

  package init(
    topology: TopologyName, mesh: MeshID, summary: String, clusters: [PlannedCluster], steps: [Step],
    bindings: [Binding], certificates: [CertificatePlan], verifications: [PlannedVerification], removal: [Removal],
    slots: [ValuesSlot] = [], counterparts: [Counterpart] = [],
    meshes: [PlannedMesh] = []
  ) {
    self.topology = topology
    self.mesh = mesh
    self.summary = summary
    self.clusters = clusters
    self.steps = steps
    self.bindings = bindings
    self.certificates = certificates
    self.verifications = verifications
    self.removal = removal
    self.slots = slots
    self.counterparts = counterparts
    self.meshes = meshes
  }
}

/// A cluster as the plan's readers need to know it.
package struct PlannedCluster: Sendable {
  package let name: ClusterName
  package let context: ContextName
  package let network: NetworkName
  /// What it is to the mesh: `primary`.
  package let role: String
  /// The cluster whose control plane serves it; `nil` where it has its own.
  package let primary: ClusterName?

  package init(
    name: ClusterName, context: ContextName, network: NetworkName, role: String, primary: ClusterName? = nil
  ) {
    self.name = name
    self.context = context
    self.network = network
    self.role = role
    self.primary = primary
  }
}

/// How one cluster is tried out: a workload, and what it must answer.
package struct PlannedVerification: Sendable {
  package let cluster: ClusterName
  package var resources: [Resource]
  package var checks: [Check]
  /// What people read, and programs, and no API server.
  package let files: [PlannedFile]

  package init(cluster: ClusterName, resources: [Resource], checks: [Check], files: [PlannedFile] = []) {
    self.cluster = cluster
    self.resources = resources
    self.checks = checks
    self.files = files
  }

  /// One question and its answers.
  package struct Check: Sendable {
    package let description: String
    package let command: Command
    /// How often the command is run for each answer; the answers may come from different runs.
    package let times: Int
    /// Texts that must all occur in what the command prints.
    package let answers: [String]
    /// Texts that must not occur in it.
    package let never: [String]
    /// The bindings that the command refers to.
    package let uses: [String]
    /// Whether the answers are the same in every cluster that has the check, so that they are written down once.
    package let isShared: Bool

    package init(
      _ description: String, _ command: Command, times: Int = 1, answers: [String] = [], never: [String] = [],
      uses: [String] = [], isShared: Bool = false
    ) {
      self.description = description
      self.command = command
      self.times = times
      self.answers = answers
      self.never = never
      self.uses = uses
      self.isShared = isShared
    }
  }
}

/// One thing to take down.
package struct Removal: Sendable {
  package let cluster: ClusterName
  package let description: String
  package let commands: [Command]

  package init(_ cluster: ClusterName, _ description: String, _ commands: [Command]) {
    self.cluster = cluster
    self.description = description
    self.commands = commands
  }
}
