package import YAMLWriting

extension Reachability {
  /// The pairs for programs: a document of the kind `Reachability`.
  package var document: YAMLValue {
    [
      "kind": "Reachability", "version": 1, "service": .string(service.inWords),
      "pairs": .sequence(
        pairs.map { pair in
          [
            "from": .string(pair.from), "to": .string(pair.to), "disposition": .string(pair.disposition.rawValue),
            "via": .sequence(pair.via.map(\.document)),
          ]
        }),
      "isolated": .strings(isolated),
      "singlePoints": .sequence(
        singlePoints.map { ["what": .string($0.what), "clusters": .strings($0.clusters)] }),
    ]
  }
}
