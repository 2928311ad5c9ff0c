internal import YAMLReading

/// How long workloads' certificates live, as Istio's own values have it.
package struct WorkloadLifetimes: Equatable, Sendable {
  /// In hours, the longest that a workload has that asks for nothing special.
  package let usual: Int
  /// In hours, the longest that istiod gives to whoever asks for it.
  package let longest: Int

  /// The longest in whole days.
  package var longestDays: Int { (longest + 23) / 24 }

  /// Of all control planes of a topology, and of the proxies that they inject.
  ///
  /// A proxy asks for SECRET_TTL, a day; who asks for nothing gets DEFAULT_WORKLOAD_CERT_TTL, a day; nobody gets more
  /// than MAX_WORKLOAD_CERT_TTL, 90 days (istio/istio 1.30.3, pkg/security/security.go, pilot/pkg/features/security.go,
  /// pilot/cmd/pilot-agent/options).
  init(of topology: Topology) {
    let most = { (paths: [String], standard: Int) in
      topology.clusters.flatMap { cluster in
        paths.map { topology.value($0, for: cluster)?.text.flatMap(wholeHours) ?? standard }
      }
      .max() ?? standard
    }
    let asked = most(["pilot.env.DEFAULT_WORKLOAD_CERT_TTL", "meshConfig.defaultConfig.proxyMetadata.SECRET_TTL"], 24)
    longest = max(most(["pilot.env.MAX_WORKLOAD_CERT_TTL"], 2160), 1)
    usual = max(asked, 24)
  }
}

/// The hours of a duration as Go writes it, `168h0m0s`, the last one begun counted whole; `nil` where it is none.
private func wholeHours(_ text: String) -> Int? {
  var (seconds, digits) = (0, "")
  for character in text {
    if character.isASCII, character.isNumber {
      digits.append(character)
      continue
    }
    guard let number = Int(digits), number < 10_000_000, let unit = ["h": 3600, "m": 60, "s": 1][character] else {
      return nil
    }
    (seconds, digits) = (seconds + number * unit, "")
  }
  return digits.isEmpty && seconds > 0 ? (seconds + 3599) / 3600 : nil
}
