/// One file of a folder that holds the state of a mesh.
package struct AppliedFile: Sendable {
  /// Below the folder: `clusters/east/50-gateways/service-istio-eastwestgateway.yaml`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Whether anything of a path is read: manifests, Helm's values, plans, and lists that their commands read.
  package static func reads(_ path: String) -> Bool {
    !path.hasPrefix("gitops/") && [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) || isList(path)
  }

  /// The cluster that the file is of: of an output, the folder below `clusters` or `verify`; otherwise the first folder.
  var cluster: String? {
    let parts = path.split(separator: "/").map(String.init)
    if ["clusters", "verify"].contains(parts.first) { return parts.count > 2 ? parts[1] : nil }
    return parts.count > 1 && !["certificates", "gitops"].contains(parts[0]) ? parts[0] : nil
  }

  /// Whether a file of an output lists what commands are done for, a line each.
  private static func isList(_ path: String) -> Bool { path.hasPrefix("clusters/") && path.hasSuffix(".txt") }

  /// The lines of such a list, without the comment that says whose file it is; `nil` where it is none.
  var list: [String]? {
    guard Self.isList(path) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter { !$0.hasPrefix("# ") }
  }

  var isYAML: Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

  /// A folder of an output in which Helm's values lie.
  var isOfHelm: Bool { path.hasSuffix(".values.yaml") }
}
