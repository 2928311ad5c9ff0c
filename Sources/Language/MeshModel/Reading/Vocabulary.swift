internal import Diagnostics
internal import YAMLReading

/// The keys and the words of the language, and where they belong.
///
/// Nobody writes them down a second time: the readers are asked what they look for.
struct Vocabulary: Sendable {
  private var keys: [String: [String]] = [:]
  private var words: [String: [String]] = [:]

  /// That of topologies.
  static let language: Vocabulary = {
    var fields = MappingReader(.init(entries: [], range: SourceRange(at: 0)), path: "", log: FindingLog())
    fields.vocabulary = Vocabulary()
    Topology.survey(&fields)
    return fields.vocabulary ?? Vocabulary()
  }()

  mutating func add(key: String, of path: String) {
    if !(keys[key]?.contains(path) ?? false) { keys[key, default: []].append(path) }
  }

  mutating func add(words: [String], of path: String) {
    for word in words where !(self.words[word]?.contains(path) ?? false) { self.words[word, default: []].append(path) }
  }

  /// Where the language has a key, by the places that somebody can have meant: those below, or else a few others.
  ///
  /// - Parameters:
  ///   - key: The key, in whichever case.
  ///   - path: The mapping that it was found in.
  /// - Returns: The paths of the key, as people write them: `clusters[].gateway.service.annotations`.
  func places(of key: String, seenFrom path: String) -> [String] {
    let wanted = key.lowercased()
    let here = Self.pattern(path)
    let known = keys.filter { $0.key.lowercased() == wanted }.flatMap { key, paths in
      paths.map { $0.isEmpty ? key : "\($0).\(key)" }
    }.sorted()
    let below = known.filter { $0.hasPrefix(here + ".") }
    if !here.isEmpty, !below.isEmpty { return below.count <= 3 ? below : [] }
    return known.count <= 2 ? known : []
  }

  /// Whether a mapping can have a key: those of which the language knows none take any.
  func takes(_ key: String, in path: String) -> Bool {
    keys[key]?.contains(path) ?? false || !keys.values.contains { $0.contains(path) }
  }

  /// Whether the language has a key in a mapping.
  func has(_ key: String, in path: String) -> Bool { keys[key]?.contains(Self.pattern(path)) ?? false }

  /// The fields beside a given one that take a word; none where there are many.
  func fields(taking word: String, beside path: String) -> [String] {
    let fields = (words[word] ?? []).filter { $0 != Self.pattern(path) }
    return fields.count <= 2 ? fields : []
  }

  /// A word under the keys that lead to the field of a mapping that takes it: `{service: {type: NodePort}}`.
  ///
  /// `nil` where there is no such field, or several.
  func mapping(around word: String, of path: String) -> String? {
    let prefix = Self.pattern(path) + "."
    let fields = (words[word] ?? []).filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
    guard let field = fields.first, fields.count == 1, !field.contains("[") else { return nil }
    return field.split(separator: ".").reversed().reduce(word) { "{\($1): \($0)}" }
  }

  /// The key of a mapping through which the way to a place below it leads.
  static func step(to place: String, from path: String) -> String? {
    let here = path.isEmpty ? "" : pattern(path) + "."
    guard place.hasPrefix(here) else { return nil }
    return place.dropFirst(here.count).split(separator: ".").first.map { String($0.prefix { $0 != "[" }) }
  }

  /// A path without the numbers of items: `clusters[].gateway` for `clusters[3].gateway`, and for `defaults.gateway`.
  static func pattern(_ path: String) -> String {
    var isInside = false
    let path = path == "defaults" || path.hasPrefix("defaults.") ? "clusters[]" + path.dropFirst(8) : path
    return String(
      path.filter { character in
        if character == "]" { isInside = false }
        defer { if character == "[" { isInside = true } }
        return !isInside
      })
  }

  /// The same of a key of a mapping.
  static func pattern(_ path: String, _ key: String) -> String { pattern(path.isEmpty ? key : "\(path).\(key)") }

  /// What the language calls a thing for which other tools have another word.
  static func synonym(of key: String, in path: String) -> String? {
    let key = key.lowercased().filter(\.isLetter)
    return path.isEmpty ? sections[key] : synonyms[key]
  }

  /// The word of a field for which other tools, or other people, have another one.
  static func word(for word: String, in path: String) -> String? {
    words[pattern(path)]?[word.lowercased().filter { $0.isLetter || $0.isNumber }]
  }

  private static let words = [
    "clusters[].platform": [
      "aws": "eks", "amazon": "eks", "azure": "aks", "gcp": "gke", "google": "gke", "googlecloud": "gke",
      "ocp": "openshift", "okd": "openshift", "rosa": "openshift", "aro": "openshift", "rke": "rke2",
      "rancher": "rke2", "k3d": "k3s", "kind": "kubernetes", "minikube": "kubernetes", "kubeadm": "kubernetes",
      "vanilla": "kubernetes", "onprem": "kubernetes", "baremetal": "kubernetes",
    ],
    "distribution.name": [
      "ossm": "sail", "ossm3": "sail", "openshiftservicemesh": "sail", "servicemesh": "sail", "sailoperator": "sail",
      "ossm2": "maistra", "asm": "cloud-service-mesh", "csm": "cloud-service-mesh", "anthos": "cloud-service-mesh",
      "gcp": "cloud-service-mesh", "helm": "istio", "istioctl": "istio", "upstream": "istio",
    ],
  ]

  private static let sections = [
    "meshid": "mesh.id", "meshname": "mesh.id", "istioversion": "distribution.version", "ca": "certificateAuthority",
    "pki": "certificateAuthority", "certificates": "certificateAuthority", "mtls": "mesh.mutualTLS",
    "istio": "distribution", "platform": "defaults.platform", "federation": "meshes", "helmvalues": "values",
    "argocd": "gitops.argoCD", "flux": "gitops.flux", "name": "metadata.name", "istiod": "controlPlane",
  ]

  private static let synonyms = [
    "server": "apiServer", "url": "apiServer", "endpoint": "apiServer", "controlplaneendpoint": "apiServer",
    "podcidr": "pods", "podcidrs": "pods", "podsubnet": "pods", "clustercidr": "pods", "podnetwork": "pods",
    "servicecidr": "services", "servicecidrs": "services", "servicesubnet": "services",
    "kubeconfig": "context", "kubecontext": "context", "provider": "platform", "cloud": "platform",
    "clustername": "name", "clusterid": "name", "networkname": "name", "meshid": "id", "meshname": "id",
    "ca": "certificateAuthority", "mtls": "mutualTLS", "ttl": "lifetime", "duration": "lifetime",
    "validity": "lifetime", "istioversion": "version", "release": "version", "topology": "mode",
    "replicacount": "replicas", "hpa": "autoscaling", "pdb": "disruptionBudget", "cn": "commonName",
    "maxpathlen": "pathLength", "pathlen": "pathLength", "ns": "namespace",
  ]
}
