internal import Diagnostics

/// How a control plane gets to read another cluster's API server.
enum RemoteAccess: String, Choice {
  /// A person runs the commands of the plan.
  case manual
  case tokenSecret, externalSecrets, kubeconfigFiles, exec
}

extension MappingReader {
  /// Reads `remoteAccess`, of which only manual delivery is planned so far.
  mutating func readRemoteAccess() {
    _ = optional("remoteAccess") { fields in
      let delivery: Located<RemoteAccess>? = fields.optional("delivery")
      if let delivery, delivery.value != .manual {
        fields.log.report(
          .notSupportedYet(
            "`delivery: \(delivery.value.rawValue)`", at: delivery.range, help: "`manual` is supported"))
      }
      fields.refuse("tokenSecret", "externalSecrets", "kubeconfigFiles", "exec")
      return delivery
    }
  }
}
