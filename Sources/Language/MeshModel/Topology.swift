package import Diagnostics
package import MeshNames
package import YAMLReading

/// A topology as it was written: every field that could be read, with its place.
///
/// A field is `nil` (or a list is shorter) where it was left out or was not right; in the second case there is a
/// finding. `CheckedTopology` is what is left when nothing is wrong.
package struct Topology: Sendable {
  package let name: Located<TopologyName>?
  package let distribution: Distribution?
  package let controlPlane: ControlPlane?
  package let mesh: Mesh?
  package let fleet: Fleet?
  package let networks: [Located<NetworkName>]
  package let clusters: [Cluster]
  /// What the clusters were completed with.
  package let defaults: ClusterDefaults?
  package let certificateAuthority: CertificateAuthority?
  package let remoteAccess: Located<RemoteAccess>?
  package let namespaces: [ApplicationNamespace]
  package let verification: Verification?
  package let gitOps: GitOps?
  package let silences: [Silence]
  package let services: [Service]
  package let routes: [Route]
  /// The meshes that share services, in the mode that has several.
  package let meshes: [FederatedMesh]
  package let peers: PeerGraph?
  package let exports: [ServiceExport]
  package let imports: [ServiceImport]
  /// How far the topology is on its way to, or from, another distribution.
  package let migration: Migration?
  /// Which services clusters share, where it is not all of them.
  package let sharing: Sharing?
  /// Names that are others than in the topology before.
  package let renames: Renames
  let ownModeKeys: [Located<ModeKey>]
  /// Istio's own values for all clusters.
  package let values: Values?
  package let patches: [Patch]
}

extension Topology {
  /// Reads the root of a document.
  package init(reading root: Node, into log: inout FindingLog) {
    guard case .mapping(let mapping) = root else {
      log.report(
        .wrongKind("", wanted: "a mapping", found: root, help: "it begins `apiVersion: meshgen/v1`, without a dash"))
      self = .unreadable
      return
    }
    var whole = mapping
    let defaults = ClusterDefaults.complete(&whole, into: &log)
    var fields = MappingReader(whole, path: "", log: log)
    self.init(reading: &fields, defaults)
    fields.finish()
    log = fields.log
  }

  /// Asks for everything that a topology can have.
  static func survey(_ fields: inout MappingReader) { _ = Topology(reading: &fields, nil) }

  private init(reading fields: inout MappingReader, _ defaults: ClusterDefaults?) {
    guard LanguageVersion(reading: &fields) == .v1 else {
      fields.ignoreRest()
      self = .unreadable
      return
    }
    name = fields.required("metadata", help: "`metadata: {name: …}` names the topology") { $0.required("name") } ?? nil
    distribution = fields.required("distribution", help: "`distribution: {name: sail, version: 1.30.3}`, say") {
      Distribution(reading: &$0)
    }
    let usual: ControlPlane.Mode = distribution?.name?.value == .maistra ? .federated : .multiPrimary
    controlPlane = fields.required("controlPlane", help: "`controlPlane: {mode: \(usual.rawValue)}`, say") {
      ControlPlane(reading: &$0)
    }
    mesh = fields.optional("mesh") { Mesh(reading: &$0) }
    fleet = fields.optional("fleet") { Fleet(reading: &$0) }
    fields.requireKeys(of: controlPlane?.mode?.value ?? usual)
    networks = fields.list("networks") { $0.required("name") }
    meshes = fields.list("meshes") { FederatedMesh(reading: &$0) }
    peers = fields.peers("peers")
    fields.require("clusters")
    clusters = fields.list("clusters", sharing: defaults?.part) { Cluster(reading: &$0) }
    _ = fields.free("defaults")
    self.defaults = defaults
    certificateAuthority = fields.optional("certificateAuthority") { CertificateAuthority(reading: &$0) }
    namespaces = fields.list("namespaces") { ApplicationNamespace(reading: &$0) }
    values = fields.values("values")
    patches = fields.list("patches") { Patch(reading: &$0) }
    silences = fields.list("silence") { Silence(reading: &$0) }
    verification = fields.optional("verification") { Verification(reading: &$0) }
    gitOps = fields.optional("gitops") { GitOps(reading: &$0) }
    remoteAccess = fields.optional("remoteAccess") { access in
      RemoteAccess(reading: &access).map { Located($0, at: access.firstPlace) }
    }
    services = fields.list("services") { Service(reading: &$0) }
    routes = fields.list("routes") { Route(reading: &$0) }
    exports = fields.list("exports") { ServiceExport(reading: &$0) }
    imports = fields.list("imports") { ServiceImport(reading: &$0) }
    migration = fields.optional("migration") { Migration(reading: &$0) }
    sharing = fields.optional("sharing") { Sharing(reading: &$0) }
    renames = fields.optional("renamed") { Renames(reading: &$0) } ?? .none
    ownModeKeys = fields.modeKeys(
      .services, .routes, .meshes, .peers, .exports, .imports, .fleet, .migration, .sharing)
  }

  /// What is left of a document that is not a topology.
  private static let unreadable = Topology(
    name: nil, distribution: nil, controlPlane: nil, mesh: nil, fleet: nil, networks: [], clusters: [], defaults: nil,
    certificateAuthority: nil, remoteAccess: nil, namespaces: [], verification: nil, gitOps: nil, silences: [],
    services: [], routes: [], meshes: [], peers: nil, exports: [], imports: [], migration: nil, sharing: nil,
    renames: .none, ownModeKeys: [],
    values: nil,
    patches: [])
}

extension MappingReader {
  /// What a topology cannot go without depends on whether there is one mesh, or several that federate.
  fileprivate mutating func requireKeys(of mode: ControlPlane.Mode?) {
    guard mode == .federated || mode == .multiPrimary && ModeKey.areOfSeveralMeshes(mapping.entries.map(\.key.text))
    else {
      return require("networks", "clusters on one network reach each other's pods")
    }
    require("meshes", "`meshes: [{name: red-mesh, cluster: cluster-a}, …]`, say")
    require("peers", "`peers: all`, or pairs: `peers: [[red-mesh, green-mesh]]`")
  }
}
