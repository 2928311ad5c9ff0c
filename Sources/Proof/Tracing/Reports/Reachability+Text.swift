extension Reachability {
  /// The pairs for people: a table of a few clusters, or what many have in common.
  package var text: String {
    let table = clusters.count <= 12 ? matrix : grouped
    return (["requests to \(service.inWords)", ""] + table + [""] + remarks).joined(separator: "\n") + "\n"
  }

  /// The same as a table that a pull request shows.
  package var markdown: String {
    guard clusters.count <= 12 else { return "```\n\(text)```\n" }
    let head = "| from | " + clusters.map { "`\($0)`" }.joined(separator: " | ") + " |"
    let rule = "| --- |" + String(repeating: " --- |", count: clusters.count)
    let rows = rows.map { "| `\($0.from)` | " + $0.cells.joined(separator: " | ") + " |" }
    return (["Requests to `\(service.inWords)`", "", head, rule] + rows + [""] + remarks.map { "- \($0)" }).joined(
      separator: "\n") + "\n"
  }

  /// One line for each pair, as spreadsheets take them (RFC 4180).
  package var csv: String {
    let lines = pairs.map { pair in
      [pair.from, pair.to, pair.disposition.rawValue, pair.via.compactMap(\.cluster).joined(separator: " ")].joined(
        separator: ",")
    }
    return (["from,to,disposition,via"] + lines).joined(separator: "\r\n") + "\r\n"
  }

  private var rows: [(from: String, cells: [String])] {
    let (width, pairs) = (max(0, clusters.count - 1), pairs)
    return clusters.indices.map { row in
      var cells = pairs[(row * width)..<((row + 1) * width)].map(\.mark)
      cells.insert("-", at: row)
      return (clusters[row], cells)
    }
  }

  private var matrix: [String] {
    let table = [["from"] + clusters] + rows.map { [$0.from] + $0.cells }
    let widths = table[0].indices.map { column in (table.map { $0[column].count }.max() ?? 0) + 2 }
    return table.map { row in
      let line = zip(row, widths).map { $0.padded(to: $1) }.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// How many pairs there are of each kind, and those that fail, up to a number.
  private var grouped: [String] {
    let failing = failures(most: 20)
    let shown = failing.pairs.map { "  \($0.from) -> \($0.to): \($0.disposition.rawValue)" }
    let rest = failing.count > 20 ? ["  … and \(failing.count - 20) more"] : []
    return ["\(clusters.count) clusters, \(pairCount) pairs"]
      + counts.map { "  \($0.count) \($0.disposition.rawValue)" }
      + shown + rest
  }

  private var remarks: [String] {
    let alone = isolated.isEmpty ? [] : ["isolated: \(isolated.joined(separator: ", "))"]
    let points = singlePoints.prefix(20).map { point in
      let clusters =
        point.clusters.count > 6 ? "\(point.clusters.count) clusters" : point.clusters.joined(separator: ", ")
      return "without \(point.what): \(clusters) cannot go on"
    }
    let rest = singlePoints.count > 20 ? ["… and \(singlePoints.count - 20) more of these"] : []
    let open =
      isOpen
      ? ["some addresses are not known before clusters run: `trace FROM TO` names them"] : []
    return (alone + points + rest + open).isEmpty ? ["nothing stands alone"] : alone + points + rest + open
  }
}

extension Reachability.Pair {
  /// The disposition in a cell.
  fileprivate var mark: String {
    switch disposition {
    case .reachesDirect: "direct"
    case .reachesThroughGateway: "gateway"
    case .reachesThroughFederation: "federation"
    default: disposition.rawValue
    }
  }
}
