internal import AppliedMesh
internal import MeshNames
internal import YAMLWriting

/// A control plane, or what a cluster has in its place, as its values say it.
struct ControlPlane {
  /// The cluster that it is installed in.
  let host: String
  let namespace: String
  let revision: String
  let version: Version?
  /// Whether it is no istiod, and leads to one elsewhere.
  let isRemote: Bool
  let isAmbient: Bool
  private let values: YAMLValue
  private let file: String
  /// Where in the file the values stand: `spec.values.`.
  private let prefix: String

  /// Reads the object by which the Sail operator installs Istio; `nil` for any other.
  init?(_ object: AppliedObject, in host: String) {
    guard object.kind == "Istio", object.group == "sailoperator.io" else { return nil }
    let spec = object.content["spec"] ?? [:]
    self.host = host
    namespace = spec["namespace"]?.text ?? "istio-system"
    revision = object.name
    version = spec["version"]?.text.flatMap { try? Version(parsing: String($0.drop { $0 == "v" })) }
    let profiles = [spec["profile"]?.text, spec.at("values.profile")?.text]
    isRemote = profiles.contains("remote")
    isAmbient = profiles.contains("ambient")
    values = spec["values"] ?? [:]
    (file, prefix) = (object.file, "spec.values.")
  }

  /// Reads a release of istiod's chart; `nil` for any other.
  init?(_ release: InstalledChart, in host: String) {
    guard release.chart == "istiod" else { return nil }
    self.host = host
    namespace = release.namespace
    values = release.values
    revision = values["revision"]?.text ?? "default"
    version = try? Version(parsing: String(release.version.prefix { $0.isNumber || $0 == "." }))
    isRemote = values["profile"]?.text == "remote"
    isAmbient = values["profile"]?.text == "ambient"
    (file, prefix) = (release.file, "")
  }

  func value(_ path: String) -> YAMLValue? { values.at(path) }

  func text(_ path: String) -> String? { value(path)?.scalarText }

  /// A variable of istiod's environment.
  func variable(_ name: String) -> String? { value("pilot.env")?[name]?.scalarText }

  /// The place of a value in its file.
  func field(_ path: String) -> Link.ObjectField { .init(file, path.isEmpty ? "" : prefix + path) }

  /// The ID of the cluster whose proxies are its own.
  var clusterID: String { text("global.multiCluster.clusterName") ?? variable("CLUSTER_ID") ?? "Kubernetes" }

  var trustDomain: String { text("meshConfig.trustDomain") ?? "cluster.local" }

  var trustDomainAliases: Set<String> {
    Set((value("meshConfig.trustDomainAliases")?.items ?? []).compactMap(\.text))
  }

  /// All trust domains of which its proxies take clients.
  var trustDomains: Set<String> {
    let certified = (value("meshConfig.caCertificates")?.items ?? []).flatMap { $0["trustDomains"]?.items ?? [] }
    return trustDomainAliases.union([trustDomain]).union(certified.compactMap(\.text))
  }

  var clusterDomain: String { text("global.proxy.clusterDomain") ?? "cluster.local" }

  /// Whether a release is this one or a later one; what is not known counts as the newest.
  func isAtLeast(_ minor: Int) -> Bool { version.map { $0 >= Version(1, minor, 0) } ?? true }
}

extension ControlPlane {
  /// What a webhook's path says of the proxies that it injects: `/inject/cluster/ID/net/NETWORK`.
  var injected: (cluster: String?, network: String?) {
    let words = (text("istiodRemote.injectionPath") ?? "").split(separator: "/").map(String.init)
    func word(behind key: String) -> String? {
      words.firstIndex(of: key).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }
    return (word(behind: "cluster"), word(behind: "net"))
  }
}
