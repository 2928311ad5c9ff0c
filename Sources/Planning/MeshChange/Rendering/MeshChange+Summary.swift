internal import MeshNames
internal import Planning

extension MeshChange {
  /// The change in one line: how bad, and how much.
  package var summary: String {
    guard !isEmpty else { return "nothing changes" }
    let clusters = Set(objects.map(\.object.id.cluster)).count
    let counts = [
      (objects.count { $0.change == .add }, "added"), (objects.count { $0.change == .update }, "updated"),
      (objects.count { $0.change == .replace }, "replaced"), (objects.count { $0.change == .remove }, "removed"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let outcome =
      counts.isEmpty
      ? "no object differs"
      : "objects: \(counts.joined(separator: ", ")) in \(clusters) \(clusters == 1 ? "cluster" : "clusters")"
    return "\(effect.rawValue): \(changes.count) \(changes.count == 1 ? "change" : "changes"), \(outcome)"
  }
}

extension MeshChange {
  /// The objects of clusters that are there on both sides.
  var objectsOfBoth: [ObjectChange] { objects.filter { clustersOfBoth.contains($0.object.id.cluster) } }

  /// How many objects a cluster brings that comes, or takes along that goes; a line each.
  var wholeClusters: [String] {
    let others = Dictionary(grouping: objects.filter { !clustersOfBoth.contains($0.object.id.cluster) }) {
      $0.object.id.cluster
    }
    return others.sorted { $0.key < $1.key }.map { name, changes in
      "\(changes.first?.change == .add ? "+" : "-") cluster \(name)  (\(changes.count) objects)"
    }
  }
}

extension MeshChange {
  /// The steps in words, those that are the same in several clusters once.
  var stepRows: [String] {
    var rows: [(part: String, description: String, clusters: [String])] = []
    for step in steps {
      let part = String(step.id.description.drop { $0 != "/" }.dropFirst())
      let cluster = step.cluster?.description ?? "the mesh"
      if let last = rows.indices.last, rows[last].part == part, rows[last].description == step.description {
        rows[last].clusters.append(cluster)
      } else {
        rows.append((part, step.description, [cluster]))
      }
    }
    return rows.map { part, description, clusters in
      let place = clusters.count > 3 ? "\(clusters.count) clusters" : clusters.joined(separator: ", ")
      return "\(part)  \(description)  (\(place))"
    }
  }
}

extension Change {
  /// Old and new value, as far as there are some, each on one line and no longer than a reader takes in.
  package var values: String? {
    if differs { return "differs by cluster" }
    switch (before.map(shortened), after.map(shortened)) {
    case (let before?, let after?): return "\(before) -> \(after)"
    case (nil, let after?): return "-> \(after)"
    case (let before?, nil): return "\(before) ->"
    case (nil, nil): return nil
    }
  }

  /// Where it happens, in words: the clusters' names where they are few.
  package var scope: String {
    switch clusters.count {
    case 0: "mesh"
    case 1...3: clusters.joined(separator: ", ")
    default: "\(clusters.count) clusters"
    }
  }
}

/// A value on one line, with its middle left out where it is long.
func shortened(_ value: String) -> String {
  let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count <= 72 ? line : "\(line.prefix(48)) … \(line.suffix(16))"
}
