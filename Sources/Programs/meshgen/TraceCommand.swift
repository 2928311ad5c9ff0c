internal import AppliedMesh
internal import ArgumentParser
internal import Console
internal import Diagnostics
internal import FileTrees
internal import MeshCompiler
internal import Tracing
internal import YAMLWriting

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Follows requests from a cluster to a service of another, link by link.",
    discussion: """
      Reads the manifests that a topology compiles to, or those of a directory: an output that somebody has edited, or a \
      folder for each cluster of what is there. Says of each link on the way whether it holds, what it rests on, and what \
      a client sees where it is broken; and what no manifest can say, as assumptions.

      FROM is CLUSTER or CLUSTER/NAMESPACE/WORKLOAD, TO is SERVICE.NAMESPACE[:PORT][@CLUSTER]. With --all, every cluster \
      is asked about every other. Followed are meshes of today's Istio, by Helm or by the Sail operator, with sidecars \
      or ambient; of other systems the answer is 'insufficient-information'.

      Exit status: 0 requests arrive, 1 some do not or the topology has errors, 2 unusable arguments, 3 the file system \
      said no.
      """)

  @Argument(
    help: "The topology, or a directory of manifests. '-' is a topology on standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var source: String

  @Argument(help: "The cluster of the client.")
  var from: String?

  @Argument(help: "The service.")
  var to: String?

  @Flag(help: "Ask about every pair of clusters.")
  var all = false

  @Option(help: .init("How to show the answer: text, json, and with --all markdown and csv.", valueName: "format"))
  var output = TraceFormat.text

  func validate() throws {
    if all, to != nil {
      throw ValidationError("'--all' asks about every pair: leave FROM out, or name a service alone.")
    }
    if !all, from == nil || to == nil { throw ValidationError("Name FROM and TO, or say '--all'.") }
    if !all, output.isOfAll { throw ValidationError("'\(output.rawValue)' is a format of '--all'.") }
  }

  func run() throws {
    let traced = try TracedSource(source)
    let tracer = Tracer(traced.mesh)
    let holds = try all ? printReachability(of: tracer) : printTrace(of: tracer, traced)
    guard holds else { throw ExitStatus.findings.code }
  }

  private func printReachability(of tracer: Tracer) throws -> Bool {
    let service = try from.map { try question(tracer.clusters.first ?? "", $0).service }
    let reachability = tracer.reachability(of: service)
    switch output {
    case .text: try Terminal.print(reachability.text)
    case .markdown: try Terminal.print(reachability.markdown)
    case .csv: try Terminal.print(reachability.csv)
    case .json: try Terminal.print(reachability.document.json)
    }
    return reachability.holds
  }

  private func printTrace(of tracer: Tracer, _ traced: TracedSource) throws -> Bool {
    let question = try question(from ?? "", to ?? "")
    for name in [question.client, question.server].compactMap({ $0 }) where !tracer.clusters.contains(name) {
      throw ValidationError(
        "No cluster is called '\(name)'. There are \(listed(tracer.clusters, most: 20)).")
    }
    let trace = tracer.trace(question)
    try Terminal.print(output == .json ? trace.document(place: traced.place(of:)).json : trace.text)
    return trace.holds
  }

  private func question(_ from: String, _ to: String) throws -> Question {
    do throws(MalformedQuestion) {
      return try Question(from: from, to: to)
    } catch {
      throw ValidationError(error.message)
    }
  }
}

/// How an answer is shown.
enum TraceFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, csv

  var isOfAll: Bool { self == .markdown || self == .csv }
}

/// The manifests that are asked about.
private struct TracedSource {
  let mesh: AppliedMesh
  private let compilation: Compilation?

  init(_ path: String) throws {
    let directory = Directory(path: path)
    if path != "-", let entries = try? directory.entries(), !entries.isEmpty {
      mesh = try TracedSource.mesh(of: directory, entries)
      compilation = nil
      return
    }
    let compilation = compile(try readTopology(path))
    guard let plan = compilation.plan else {
      compilation.complainOfErrors()
      throw ExitStatus.findings.code
    }
    mesh = AppliedMesh(of: plan)
    self.compilation = compilation
  }

  private static func mesh(of directory: Directory, _ entries: [DirectoryEntry]) throws -> AppliedMesh {
    let files = try entries.filter { $0.kind == .file && AppliedFile.reads($0.path.text) }.map { entry in
      AppliedFile(path: entry.path.text, bytes: try readFile("\(directory.path)/\(entry.path.text)", limit: 64 << 20))
    }
    var unreadable: [String] = []
    let mesh = AppliedMesh(reading: files, unreadable: &unreadable)
    for path in unreadable { Terminal.complain("\(printable(path)) cannot be read as YAML, and is left out\n") }
    guard !mesh.clusters.isEmpty else {
      throw ValidationError("\(directory.path) has no folder of a cluster's manifests.")
    }
    return mesh
  }

  /// Where the topology speaks of a cluster.
  func place(of cluster: String) -> String? {
    compilation.flatMap { compilation in
      compilation.clusterPlaces[cluster].map { range in
        let position = compilation.source.position(of: range.start)
        return "\(compilation.source.name):\(position.line):\(position.column)"
      }
    }
  }
}
