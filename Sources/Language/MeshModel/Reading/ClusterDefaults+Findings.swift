package import Diagnostics

extension ClusterDefaults {
  /// The findings, with those on a shared value as one that names the other clusters.
  ///
  /// What is wrong with a value that each cluster should have of its own is nothing but that.
  package func oneForAllClusters(_ findings: [Finding]) -> [Finding] {
    var joined: [Finding] = []
    var firsts: [Subject: Int] = [:]
    var others: [Subject: [String]] = [:]
    for finding in findings {
      let place = finding.place.range
      guard range.contains(place) else {
        joined.append(finding)
        continue
      }
      if finding.code != .ownedByEach, ownedByEach.contains(where: { $0.contains(place) }) { continue }
      let names = namesOfClusters(in: finding.message)
      let message = saidOfDefaults(finding.message)
      let subject = Subject(code: finding.code, place: place, message: names.isEmpty ? message : "")
      if firsts[subject] == nil {
        firsts[subject] = joined.count
        joined.append(finding)
        joined[joined.count - 1].message = message
      } else {
        others[subject, default: []] += names
      }
    }
    for (subject, names) in others {
      guard let first = firsts[subject] else { continue }
      joined[first].notes += places(of: names.filter { !joined[first].message.contains("`\($0)`") })
    }
    return joined
  }

  /// What findings of several clusters have in common.
  private struct Subject: Hashable {
    let code: FindingCode
    let place: SourceRange
    /// Empty where it names a cluster, by which alone it differs from those of the others.
    let message: String
  }

  /// A message in which a path leads to the defaults in place of the cluster that took a value.
  private func saidOfDefaults(_ message: String) -> String {
    guard let start = message.firstRange(of: "`clusters["), let end = message[start.upperBound...].firstIndex(of: "]")
    else {
      return message
    }
    return message[..<start.lowerBound] + "`defaults" + message[message.index(after: end)...]
  }

  private func namesOfClusters(in message: String) -> [String] {
    message.split(separator: "`").map(String.init).filter { clusters[$0] != nil }
  }

  /// The first of the clusters, and how many more there are.
  private func places(of names: [String], most: Int = 8) -> [Finding.Annotation] {
    let ranges = Set(names.compactMap { clusters[$0] }).sorted { $0.start < $1.start }
    return ranges.prefix(most).enumerated().map { index, range in
      let more = index == most - 1 ? ranges.count - most : 0
      return .init(range, more > 0 ? "of this cluster, too, and of \(more) more" : "of this cluster, too")
    }
  }
}
