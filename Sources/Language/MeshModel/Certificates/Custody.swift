internal import Diagnostics
package import MeshNames

/// Who holds an authority's key, and where.
package struct Custody: Sendable {
  /// The people or the system, as the ceremony calls them.
  package let holder: String?
  package let storage: KeyStorage?
  package let quorum: Quorum?

  package enum KeyStorage: String, Choice {
    case offline, hsm, vault
    case cloudKMS = "cloud-kms"
    case kubernetesSecret = "kubernetes-secret"
    case secretStore = "secret-store"
  }

  package init(holder: String?, storage: KeyStorage?, quorum: Quorum? = nil) {
    self.holder = holder
    self.storage = storage
    self.quorum = quorum
  }

  init(reading fields: inout MappingReader) {
    let holder: Located<PlainText>? = fields.optional("holder")
    let storage: Located<KeyStorage>? = fields.optional("storage")
    let quorum: Located<Quorum>? = fields.optional("quorum")
    self.init(holder: holder?.value.description, storage: storage?.value, quorum: quorum?.value)
  }
}
