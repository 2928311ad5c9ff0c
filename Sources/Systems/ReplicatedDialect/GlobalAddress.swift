internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// The address that a service's `.global` name resolves to.
///
/// No packet ever has it: the client's proxy takes the connection over. It has to be one service's alone within a
/// cluster, and that is all.
enum GlobalAddress {
  /// The address of a service: the one that is written down, or the one that follows from its name.
  static func of(_ service: Service, _ version: Version) -> IPAddress {
    service.global?.address?.value ?? derived(from: fullName(of: service), version, attempt: 0)
  }

  /// The address that follows from a name, and from nothing else.
  ///
  /// So it stays when other services come and go. Two names may get the same one: then one of the two has to be written
  /// down, since whoever moved aside by itself would move back when the other goes.
  ///
  /// - Parameters:
  ///   - name: The name that resolves to it.
  ///   - version: The release of Istio, which decides on the range.
  ///   - attempt: 0, or the number of an address to propose in its place.
  /// - Returns: An address that nothing on any network has.
  static func derived(from name: String, _ version: Version, attempt: Int) -> IPAddress {
    let hash = fnv1a("\(name)\(attempt == 0 ? "" : "#\(attempt)")")
    let host = UInt128(hash % 254 + 1)
    let third = UInt128(hash >> 8 & 0xFF)
    guard version >= firstWithoutLoopback else { return IPAddress(.v4, 127 << 24 | 255 << 16 | third << 8 | host) }
    // Istio of today gives out 240.240.0.0/16 by itself (istio/istio, PILOT_IP_AUTOALLOCATE_IPV4_PREFIX).
    let second = UInt128(hash >> 16 & 0xFF) % 240
    return IPAddress(.v4, 240 << 24 | second << 16 | third << 8 | host)
  }

  /// From 1.3 on, what a pod sends to an address of the machine itself does not pass its proxy (istio/istio#17261).
  static let firstWithoutLoopback = Version(1, 3, 0)

  static func fullName(of service: Service) -> String { "\(service.name.value).\(service.namespace.value).global" }

  /// draft-eastlake-fnv, section 2, with 32 bits.
  private static func fnv1a(_ text: String) -> UInt32 {
    text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
