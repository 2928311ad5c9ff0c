package import MeshModel
package import MeshNames
package import Planning

/// The way from one distribution to another: what is there now, and what each stage makes of it.
package struct MigrationPlan: Sendable {
  package let topology: TopologyName
  /// The release of Istio that is installed in the end.
  package let version: String
  /// What the topology compiles to as it is.
  package let start: Plan
  package let stages: [Stage]
  /// The services that meshes take of each other.
  package let services: [Service]
  /// Take away what commands have made of Services: names for peers, and names of peers' services.
  let liveExposures: [Command]
  let liveDiscoveries: [Command]
  /// Give gateways and workloads back to the old control planes.
  let returns: [Command]

  /// A stage, the file that has its topology, and what that compiles to.
  package struct Stage: Sendable {
    package let stage: Migration.Stage
    package let file: String
    package let plan: Plan

    package init(_ stage: Migration.Stage, file: String, _ plan: Plan) {
      (self.stage, self.file, self.plan) = (stage, file, plan)
    }
  }

  /// A service as its clients know it, and where it is.
  package struct Service: Sendable {
    let importer: String
    let host: String
    let sources: [String]
  }

  /// Makes a plan of the stages of a topology.
  package init(of topology: Topology, named name: TopologyName, version: String, from start: Plan, stages: [Stage]) {
    self.topology = name
    self.version = version
    self.start = start
    self.stages = stages
    services = Self.services(of: topology)
    (liveExposures, liveDiscoveries) = Self.liveRemovals(of: topology, partOf: start.mesh)
    returns = Self.returns(of: topology)
  }
}
