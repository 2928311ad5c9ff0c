internal import Diagnostics
internal import YAMLReading

/// How `cacerts` reaches a cluster.
package enum CertificateDelivery: Sendable {
  /// A person makes the Secret from the issued files.
  case manual
  /// The files lie in a store of secrets, and the External Secrets Operator makes the Secret of them.
  case externalSecrets(ExternalStore)
}

extension MappingReader {
  /// Reads `delivery`: the word `manual`, or a mapping whose one key is the way.
  mutating func readDelivery() -> Located<CertificateDelivery>? {
    guard let node = mapping.entries.first(where: { $0.key.text == "delivery" })?.value, case .mapping = node else {
      let word: Located<DeliveryWord>? = optional("delivery")
      return word?.map { _ in .manual }
    }
    let delivery: CertificateDelivery?? = optional("delivery") { fields in
      let store = fields.optional("externalSecrets") { ExternalStore(reading: &$0, prefix: "istio/cacerts") }
      fields.refuse("certManager", "sealedSecrets", "sops")
      if fields.mapping.entries.isEmpty { fields.require("externalSecrets", "or write `delivery: manual`") }
      return store.map { .externalSecrets($0) }
    }
    return (delivery ?? nil).map { Located($0, at: node.range) }
  }
}

/// The ways that are one word.
private enum DeliveryWord: String, Choice {
  case manual
}
