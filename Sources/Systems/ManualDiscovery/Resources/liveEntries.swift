internal import Manifests
internal import MeshModel
package import MeshNames
package import Planning
internal import YAMLWriting

/// ServiceEntries of services whose ports the topology does not say: a command makes each from the Service.
package struct LiveEntries: Sendable {
  package let commands: [Command]
  /// The templates that the commands read.
  package let files: [PlannedFile]
  /// Take the entries away again.
  package let removal: [Command]
}

extension ManualDiscovery {
  /// The entries that give a mesh's own services the names that peers know them by; `nil` where all are stated.
  ///
  /// - Parameters:
  ///   - mesh: The mesh.
  ///   - id: What every object says that it is part of.
  /// - Returns: The commands.
  package func liveExposingEntries(of mesh: DiscoveryMesh, partOf id: MeshID) -> LiveEntries? {
    live(
      exposed(by: mesh.name).filter { !$0.isStated && !$0.foreignHosts.isEmpty }.map { service in
        LiveEntry(
          entry: entry(of: service), reader: mesh, of: service.name, in: service.namespace, appliedIn: mesh, isOwn: true
        )
      }, partOf: id)
  }

  /// The entries that give a mesh names for services of peers; `nil` where all are stated.
  package func liveImportingEntries(of mesh: DiscoveryMesh, partOf id: MeshID) -> LiveEntries? {
    live(
      imported(into: mesh.name).filter { $0.ports.isEmpty }.compactMap { service in
        service.sources.first.map { source in
          LiveEntry(
            entry: entry(of: service), reader: source.exporter, of: source.name, in: source.namespace, appliedIn: mesh,
            isOwn: false)
        }
      }, partOf: id)
  }

  private func live(_ entries: [LiveEntry], partOf id: MeshID) -> LiveEntries? {
    guard !entries.isEmpty else { return nil }
    return LiveEntries(
      commands: entries.map(\.command), files: entries.map { $0.file(partOf: id) }, removal: entries.map(\.removal))
  }
}

/// A ServiceEntry that is made from a Service of the exporter.
private struct LiveEntry {
  let entry: PartialEntry
  let reader: DiscoveryMesh
  let service: ServiceName
  let namespace: NamespaceName
  let target: DiscoveryMesh
  /// Whether the Service's own pods are behind it.
  let isOwn: Bool

  init(
    entry: PartialEntry, reader: DiscoveryMesh, of service: ServiceName, in namespace: NamespaceName,
    appliedIn target: DiscoveryMesh, isOwn: Bool
  ) {
    (self.entry, self.reader, self.service, self.namespace) = (entry, reader, service, namespace)
    (self.target, self.isOwn) = (target, isOwn)
  }

  private var path: [String] { ["service-entries", "\(entry.namespace).\(entry.name).gotemplate"] }

  var command: Command {
    let template = "clusters/\(target.cluster)/\(path.joined(separator: "/"))"
    let read = reader.kubectl(
      in: namespace, "get", "service", service.description, "--output=go-template-file=\(template)")
    let write = Command.kubectl(in: target.context, "apply", "-f", "-")
    return Command(["sh", "-c", "\(read.shellLine) | \(write.shellLine)"])
  }

  var removal: Command {
    target.kubectl(
      in: entry.namespace, "delete", "--ignore-not-found", "serviceentries.networking.istio.io/\(entry.name)")
  }

  /// The entry, of which `spec` is the last part, and what the Service says behind it.
  func file(partOf id: MeshID) -> PlannedFile {
    PlannedFile(
      path, .text(entry.with([:]).document(partOf: id).yaml + Self.ports(withTarget: isOwn) + (isOwn ? selector : "")))
  }

  private static func ports(withTarget: Bool) -> String {
    """
      ports:
    {{- range .spec.ports}}
    {{- if eq .protocol "TCP"}}
      - name: {{printf "%q" (or .name (printf "port-%v" .port))}}
        number: {{.port}}
    {{- $spoken := or .appProtocol .name ""}}
    \(protocols)
    \(withTarget ? "    targetPort: {{.targetPort}}\n" : "")\
    {{- end}}
    {{- end}}

    """
  }

  private var selector: String {
    """
      workloadSelector:
        labels:
    {{- range $key, $value := .spec.selector}}
          {{printf "%q" $key}}: {{printf "%q" $value}}
    {{- end}}

    """
  }

  /// What a port speaks, as Istio reads it from a Service: from its field, or from its name up to the first `-`
  /// (istio/istio, pkg/config/kube/conversion.go); where neither says it, Istio looks at what is sent.
  private static let protocols: String = {
    let words: KeyValuePairs = [
      "grpc": "GRPC", "http2": "HTTP2", "kubernetes.io/h2c": "HTTP2", "https": "HTTPS", "http": "HTTP",
      "kubernetes.io/ws": "HTTP", "mongo": "MONGO", "mysql": "MySQL", "redis": "Redis", "tls": "TLS", "tcp": "TCP",
    ]
    let cases = words.enumerated().map { index, word in
      let isName = !word.key.contains("/")
      let prefix = "(eq (printf \"%.\(word.key.count + 1)s\" $spoken) \"\(word.key)-\")"
      let condition = "eq $spoken \"\(word.key)\""
      return """
        {{- \(index == 0 ? "if" : "else if") \(isName ? "or (\(condition)) \(prefix)" : condition)}}
            protocol: \(word.value)
        """
    }
    return cases.joined(separator: "\n") + "\n{{- end}}"
  }()
}
