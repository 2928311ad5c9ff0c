import Diagnostics
import FileTrees
import Foundation
import Manifests
import MeshCompiler
import MeshNames
import Planning
import Testing
import YAMLReading

/// What an API server would say of the goldens, of which it knows no more than what needs what.
struct ApplyingTests {
  /// An object as a file has it.
  struct Object: Hashable {
    let cluster: String
    let kind: String
    let namespace: String?
    let name: String
  }

  private func node(_ data: Data) throws -> Node {
    var log = FindingLog()
    return try #require(readYAML(SourceText(name: "object.yaml", bytes: Array(data)), into: &log))
  }

  private func object(_ node: Node, in cluster: String) throws -> Object {
    Object(
      cluster: cluster, kind: try #require(node.value(at: "kind")?.text),
      namespace: node.value(at: "metadata.namespace")?.text, name: try #require(node.value(at: "metadata.name")?.text))
  }

  /// kubectl takes the files of a folder by name, and stops at nothing; what comes too early is refused.
  @Test(arguments: Repository.compiling)
  func `every folder can be applied in kubectl's own order`(topology: Repository.Case) throws {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: try topology.bytes))
    let plan = try #require(compilation.plan)
    let files = try #require(compilation.files).files.map { (path: $0.path.text, bytes: Data($0.bytes)) }
    for cluster in plan.clusters.map(\.name.description) {
      var namespaces: Set = ["default", "kube-system", "openshift-operators"]
      let steps = plan.steps.filter { $0.cluster?.description == cluster && !$0.resources.isEmpty }
      for folder in steps.map({ "clusters/\(cluster)/\($0.phase.folder)/" }) + ["verify/\(cluster)/"] {
        let inside = files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(".yaml") }
        for file in inside.sorted(by: { $0.path < $1.path }) {
          let object = try object(node(file.bytes), in: cluster)
          if let namespace = object.namespace {
            #expect(namespaces.contains(namespace), "\(file.path) comes before its namespace")
          }
          if object.kind == "Namespace" { namespaces.insert(object.name) }
        }
      }
    }
  }

  /// What Kubernetes does not let change, by kind (k8s.io/kubernetes, pkg/apis/*/validation).
  private static let immutable: [String: [String]] = [
    "Deployment": ["spec.selector"], "StatefulSet": ["spec.selector", "spec.serviceName", "spec.volumeClaimTemplates"],
    "DaemonSet": ["spec.selector"], "Job": ["spec.selector", "spec.template"], "Service": ["spec.clusterIP"],
    "Secret": ["type"], "RoleBinding": ["roleRef"], "ClusterRoleBinding": ["roleRef"],
    "StorageClass": ["provisioner", "parameters"], "OperatorGroup": [], "PodDisruptionBudget": [],
  ]

  /// What people change in a topology, each as a pattern and what takes its place.
  private static let edits = [
    (#"(?<=version: )1\.30\.3\b"#, "1.29.6"), (#"\b(network1|frankfurt|paris|n1)\b"#, "elsewhere"),
    (#"(?<= id: )[a-z0-9-]+"#, "another"), (#"(?<=trustDomain: )[a-z0-9.-]+"#, "another.example.com"),
    (#"(?<=dataPlane: )ambient"#, "sidecar"),
  ]

  @Test(arguments: Repository.compiling)
  func `nothing that a topology changes stands where Kubernetes lets nothing change`(topology: Repository.Case) throws {
    let text = String(decoding: try topology.bytes, as: UTF8.self)
    let before = try frozenFields(of: text)
    for (old, new) in Self.edits {
      let edited = text.replacingOccurrences(of: old, with: new, options: .regularExpression)
      guard edited != text else { continue }
      for (object, fields) in try frozenFields(of: edited) {
        #expect(before[object] == nil || before[object] == fields, "\(object) changes in what cannot change")
      }
    }
  }

  /// The fields of each object that may never change, as texts; nothing where the text does not compile.
  private func frozenFields(of text: String) throws -> [Object: [String]] {
    let compilation = compile(SourceText(name: "topology.yaml", bytes: Array(text.utf8)))
    var fields: [Object: [String]] = [:]
    for file in compilation.files?.files ?? [] {
      let parts = file.path.text.split(separator: "/").map(String.init)
      guard parts.count > 2, ["clusters", "verify"].contains(parts[0]), file.path.text.hasSuffix(".yaml") else {
        continue
      }
      let node = try node(Data(file.bytes))
      guard let kind = node.value(at: "kind")?.text, let frozen = Self.immutable[kind] else { continue }
      fields[try object(node, in: parts[1])] = frozen.map { path in
        node.value(at: path).map { String(describing: textOf($0)) } ?? ""
      }
    }
    return fields
  }

  private func textOf(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.text
    case .sequence(let sequence): "[\(sequence.items.map(textOf).joined(separator: ","))]"
    case .mapping(let mapping):
      "{\(mapping.entries.map { "\($0.key.text):\(textOf($0.value))" }.joined(separator: ","))}"
    }
  }

  /// Every namespace that the topology does not name is the plan's own, and goes with it; those of applications stay.
  @Test(arguments: Repository.compiling)
  func `what a plan makes, its removal removes`(topology: Repository.Case) throws {
    let text = String(decoding: try topology.bytes, as: UTF8.self)
    let plan = try #require(compile(SourceText(name: "topology.yaml", bytes: Array(text.utf8))).plan)
    for cluster in plan.clusters.map(\.name) {
      let commands = plan.removal.filter { $0.cluster == cluster }.flatMap(\.commands).map(\.shellLine)
      for step in plan.steps where step.cluster == cluster && !step.resources.isEmpty {
        guard !commands.contains(where: { $0.contains("clusters/\(cluster)/\(step.phase.folder)") }) else { continue }
        for namespace in step.resources where namespace.kind == "Namespace" && !text.contains(namespace.name) {
          #expect(commands.contains { $0.contains(namespace.name) }, "\(namespace.name) of \(cluster) stays")
        }
      }
    }
  }
}
