internal import Diagnostics
internal import MeshModel
internal import YAMLReading

extension FindingCode {
  static let foreignHost = FindingCode(
    471, "foreign-host", .error, restsOn: ["mesh", "values", "patches"],
    Explanation(
      meaning: "A host among Istio's own values is under another cluster domain than the mesh's.",
      harm: """
        No Service has this name. istiod says nothing: what is set for the host holds for no one, and a tracer, a rate limiter \
        or an authorizer of this name is never asked, or always in vain.
        """,
      sources: ["istio/istio#29692"],
      wrong: """
        mesh: {clusterDomain: k8s.example.com}
        values: {meshConfig: {extensionProviders: [{name: z, zipkin: {service: zipkin.tracing.svc.cluster.local, port: 9411}}]}}
        """,
      right: """
        mesh: {clusterDomain: k8s.example.com}
        values: {meshConfig: {extensionProviders: [{name: z, zipkin: {service: zipkin.tracing.svc.k8s.example.com, port: 9411}}]}}
        """))
}

extension Finding {
  static func foreignHost(_ host: Node.Scalar, domain: String, said: SourceRange?) -> Finding {
    Finding(
      .foreignHost, "no cluster of the mesh has `\(host.text)`: their domain is `\(domain)`", at: host.range,
      notes: said.map { [Annotation($0, "the domain")] } ?? [],
      help: said == nil ? "say `mesh.clusterDomain` if the clusters have another one" : "end it in `svc.\(domain)`")
  }
}
