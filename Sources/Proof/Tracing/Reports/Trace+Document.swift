package import YAMLWriting

extension Trace {
  /// The answer for programs.
  ///
  /// - Parameter place: Where the topology speaks of a cluster; `nil` where there is no topology.
  /// - Returns: A document of the kind `Trace`.
  package func document(place: (String) -> String?) -> YAMLValue {
    [
      "kind": "Trace", "version": 1,
      "from": .string(question.client + (question.clientNamespace.map { "/\($0)" } ?? "")),
      "to": .string(
        question.service.inWords + (question.service.port.map { ":\($0)" } ?? "")
          + (question.server.map { "@\($0)" } ?? "")),
      "paths": .sequence(paths.map { $0.document(place: place) }),
    ]
  }
}

extension Path {
  fileprivate func document(place: (String) -> String?) -> YAMLValue {
    [
      "cluster": .string(server), "disposition": .string(disposition.rawValue),
      "via": .sequence(via.map(\.document)),
      "links": .sequence(links.map { $0.document(place: place) }),
      "assumptions": .strings(assumptions),
    ]
  }
}

extension Path.Hop {
  var document: YAMLValue {
    [
      "network": .string(network), "cluster": cluster.map { .string($0) } ?? .null, "address": .string(address),
      "port": .integer(port),
    ]
  }
}

extension Link {
  fileprivate func document(place: (String) -> String?) -> YAMLValue {
    let cluster = objects.lazy.compactMap(\.cluster).first
    return [
      "rule": .string(rule.number), "title": .string(rule.title), "state": .string(state.rawValue),
      "finding": .string(finding),
      "objects": .sequence(
        objects.filter { !$0.file.isEmpty }.map { ["file": .string($0.file), "field": .string($0.field)] }),
      "place": cluster.flatMap(place).map { .string($0) } ?? .null,
      "symptom": state == .broken ? .string(rule.symptom) : .null,
      "remedy": remedy.map { .string($0) } ?? .null,
      "source": .string(rule.source),
    ]
  }
}

extension Link.ObjectField {
  /// The cluster that the file is of, as an output has it.
  fileprivate var cluster: String? {
    let parts = file.split(separator: "/")
    return ["clusters", "verify"].contains(parts.first) && parts.count > 1 ? String(parts[1]) : nil
  }
}
