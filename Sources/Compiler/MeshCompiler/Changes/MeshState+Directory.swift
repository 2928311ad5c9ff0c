internal import Diagnostics
package import FileTrees
package import MeshChange
internal import YAMLReading
internal import YAMLWriting

extension MeshState {
  /// The files of an output directory that a comparison reads: objects, values, certificate plans, and the plan's parts.
  package static func reads(_ path: RelativePath) -> Bool {
    let parts = path.text.split(separator: "/")
    switch parts.first {
    case "clusters": return parts.count > 2 && (path.text.hasSuffix(".yaml") || path.text.hasSuffix(".json"))
    case "certificates": return parts.last == "plan.json"
    default: return path == FileTree.index
    }
  }

  /// The mesh that an output directory holds, be it of this meshgen or of an older one.
  ///
  /// - Parameters:
  ///   - name: What the user calls the directory.
  ///   - files: Its files; those that no comparison reads are left out.
  /// - Throws: The file that cannot be read.
  package init(directory name: String, files: [FileTree.File]) throws(UnreadableFile) {
    var objects: [ClusterObject] = []
    var certificates: [String: YAMLValue] = [:]
    var charts: [String: String] = [:]
    for file in files where Self.reads(file.path) {
      let path = file.path.text
      let parts = path.split(separator: "/").map(String.init)
      let document = YAMLValue(try file.document())
      if parts.last == "plan.json", parts.first == "certificates" {
        certificates[path] = document
      } else if path.hasSuffix(".json") {
        collectCharts(document, of: parts.count > 2 ? parts[1] : nil, into: &charts)
      } else if parts.count > 3 {
        let folder = parts[2..<(parts.count - 1)].joined(separator: "/")
        // A phase's folder begins with its number; the others have files that no API server takes.
        let object =
          folder.first?.isNumber == true
          ? ClusterObject(document, in: parts[1], phase: folder)
          : ClusterObject(file: parts[parts.count - 1], document, in: parts[1], folder: folder)
        if let object { objects.append(object) }
      }
    }
    let clusters = Set(
      files.compactMap { file -> String? in
        let parts = file.path.text.split(separator: "/")
        return parts.first == "clusters" && parts.count > 2 ? String(parts[1]) : nil
      })
    self.init(
      name: name, page: nil, clusters: clusters.sorted(), objects: objects, certificates: certificates, charts: charts,
      plan: nil)
  }
}

extension FileTree.File {
  /// The file as a document; JSON is YAML, so the reader is the same.
  func document() throws(UnreadableFile) -> Node {
    var log = FindingLog()
    let limits = ReadingLimits(bytes: 1 << 30, depth: 64)
    guard let root = readYAML(SourceText(name: path.text, bytes: bytes), limits: limits, into: &log), !log.hasErrors
    else { throw UnreadableFile(path: path, problem: log.sorted.first?.message ?? "there is nothing in it") }
    return root
  }
}

/// A file of an output directory that is no longer what a build has written.
package struct UnreadableFile: Error {
  package let path: RelativePath
  package let problem: String
}

/// The versions of the charts that steps install, wherever in the plan's parts the steps stand.
private func collectCharts(_ value: YAMLValue, of cluster: String?, into charts: inout [String: String]) {
  switch value {
  case .sequence(let items): for item in items { collectCharts(item, of: cluster, into: &charts) }
  case .mapping(let entries):
    let cluster = value["cluster"]?.text ?? cluster
    if let cluster, let name = value[path: ["release", "name"]]?.text {
      charts["\(cluster)/\(name)"] = value[path: ["release", "version"]]?.text
    }
    for entry in entries { collectCharts(entry.value, of: cluster, into: &charts) }
  default: break
  }
}
