internal import YAMLWriting

extension AppliedMesh {
  /// What a folder of manifests makes, once all of it is applied: an output of this compiler, or a folder for each
  /// cluster with what somebody keeps or has got from it.
  ///
  /// - Parameters:
  ///   - files: The files, in any order.
  ///   - unreadable: Takes the paths of those of which something could not be read.
  package init(reading files: [AppliedFile], unreadable: inout [String]) {
    let files = files.sorted { $0.path < $1.path }
    var clusters: [AppliedCluster] = []
    for name in Set(files.compactMap(\.cluster)).sorted() {
      clusters.append(AppliedCluster(name, contexts: [name]))
    }
    let indices = Dictionary(clusters.indices.map { (clusters[$0].name, $0) }) { first, _ in first }
    var plans: [(document: YAMLValue, file: String)] = []
    var values: [String: YAMLValue] = [:]
    var trust = TrustState()
    for file in files where file.isYAML || file.path.hasSuffix(".json") {
      for document in documents(of: file, unreadable: &unreadable) {
        if document["deliveries"] != nil, document["authorities"] != nil {
          trust.add(document, from: file.path)
        } else if document["steps"] != nil || document["clusters"] != nil {
          plans.append((document, file.path))
        } else if file.isOfHelm {
          values[file.path] = document
        } else if let index = file.cluster.flatMap({ indices[$0] }),
          let object = AppliedObject(document, from: file.path)
        {
          clusters[index].objects.append(object)
        }
      }
    }
    let lists = files.compactMap { file in file.list.map { (file.path, Set($0)) } }
    let secrets = clusters.carryOut(plans, values, Dictionary(lists) { first, _ in first })
    self.init(clusters: clusters, trust: trust, secrets: secrets)
  }
}

extension [AppliedCluster] {
  /// Adds the releases of charts that the commands of a plan make.
  ///
  /// - Returns: The remote secrets that they make.
  fileprivate mutating func carryOut(
    _ plans: [(document: YAMLValue, file: String)], _ values: [String: YAMLValue], _ lists: [String: Set<String>]
  ) -> [RemoteSecret] {
    var secrets: [RemoteSecret] = []
    let described = plans.flatMap {
      ($0.document["clusters"]?.items ?? []) + [$0.document["cluster"]].compactMap { $0 }
    }
    for cluster in described {
      guard let name = cluster["name"]?.text, let context = cluster["context"]?.text else { continue }
      for index in indices where self[index].name == name { self[index].contexts = [context] }
    }
    for (plan, file) in plans {
      for step in plan["steps"]?.items ?? [] {
        let commands = (step["commands"]?.items ?? []).map { $0.items.compactMap(\.text) }
        secrets += commands.compactMap { RemoteSecret($0, of: step["id"]?.text ?? file, reading: lists) }
        guard let index = firstIndex(where: { $0.name == step["cluster"]?.text }) else { continue }
        self[index].releases += commands.compactMap { InstalledChart(installedBy: $0, values) }
      }
    }
    return secrets
  }
}

extension InstalledChart {
  /// Reads `helm … upgrade --install NAME CHART --repo … --version … --namespace … --values …`.
  fileprivate init?(installedBy words: [String], _ values: [String: YAMLValue]) {
    guard words.first == "helm", let install = words.firstIndex(of: "--install"), install + 2 < words.count else {
      return nil
    }
    func option(_ name: String) -> String? {
      words.firstIndex(of: name).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }
    let file = option("--values") ?? ""
    self.init(
      words[install + 1], of: words[install + 2].split(separator: "/").last.map(String.init) ?? "",
      in: option("--namespace") ?? "default", version: option("--version") ?? "", values[file] ?? [:], from: file)
  }
}

extension TrustState {
  /// Adds what a certificate plan delivers.
  fileprivate mutating func add(_ plan: YAMLValue, from file: String) {
    let mesh = plan["mesh"]?.text ?? ""
    let issuers = (plan["authorities"]?.items ?? []).reduce(into: [String: String]()) { issuers, authority in
      if let id = authority["id"]?.text, let issuer = authority["issuer"]?.text { issuers[id] = issuer }
    }
    for delivery in plan["deliveries"]?.items ?? [] {
      guard let cluster = delivery["cluster"]?.text, let namespace = delivery["namespace"]?.text,
        var root = delivery["authority"]?.text
      else { continue }
      // No chain is longer than there are authorities, whatever a plan says.
      for _ in issuers { root = issuers[root] ?? root }
      // cert-manager calls the file otherwise.
      let files = delivery["files"]
      let anchors = ((files?["root-cert.pem"] ?? files?["ca.crt"])?["certificates"]?.items ?? []).compactMap(\.text)
      self[cluster, namespace] = Roots(
        root: "\(mesh)/\(root)", anchors: Set(anchors.map { "\(mesh)/\($0)" }), from: file)
    }
  }
}
