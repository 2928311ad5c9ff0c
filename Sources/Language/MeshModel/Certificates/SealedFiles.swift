package import Diagnostics
package import MeshNames

/// The files of one cluster's `cacerts`, each sealed for the controller of that cluster: ciphertext, which is public.
package struct SealedFiles: Sendable {
  /// The values by the names of the files.
  package let values: [String: Located<SealedValue>]
  /// The place of the section's first key.
  package let place: SourceRange

  init(reading fields: inout MappingReader) {
    place = fields.firstPlace
    var values: [String: Located<SealedValue>] = [:]
    for file in Self.files + [Self.lists] { values[file] = fields.optional(file) }
    self.values = values
  }

  /// The names under which istiod reads the files.
  package static let files = ["ca-cert.pem", "ca-key.pem", "root-cert.pem", "cert-chain.pem"]

  /// The name of the file with the CRLs, where there are any.
  package static let lists = "ca-crl.pem"
}

/// The controller of Sealed Secrets, whose key opens what is sealed.
package struct SealingController: Sendable {
  package let name: ObjectName
  package let namespace: NamespaceName

  /// Reads `{name, namespace}`; what is left out is as kubeseal has it (Sealed Secrets, cmd/kubeseal/main.go).
  init?(reading fields: inout MappingReader) {
    let name: Located<ObjectName>? = fields.optional("name")
    let namespace: Located<NamespaceName>? = fields.optional("namespace")
    self.init(name: name?.value, namespace: namespace?.value)
  }

  init?(name: ObjectName?, namespace: NamespaceName?) {
    guard let name = name ?? (try? ObjectName(parsing: "sealed-secrets-controller")),
      let namespace = namespace ?? (try? NamespaceName(parsing: "kube-system"))
    else { return nil }
    self.name = name
    self.namespace = namespace
  }
}
