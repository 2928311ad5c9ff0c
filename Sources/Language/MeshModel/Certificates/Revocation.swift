package import Diagnostics
package import MeshNames

/// How the certificate of an authority stops being good before its time.
package struct Revocation: Sendable {
  package let mode: Located<Mode>
  /// How long a CRL is good, of each kind of authority.
  package let nextUpdate: NextUpdate
  /// Why nothing can be revoked.
  package let reason: String?

  package enum Mode: String, Choice {
    /// Every authority signs CRLs, and proxies check them.
    case crl
    /// Another root takes the place of the one that has signed.
    case rotateRoot = "rotate-root"
    case never = "none"
  }

  /// The rarer an authority signs, the harder it is to get at its key.
  package struct NextUpdate: Sendable {
    package let root: Located<Lifetime>?
    package let tiers: Located<Lifetime>?
    package let intermediates: Located<Lifetime>?
  }

  /// Reads `{mode: crl, nextUpdate: {root: 180d}}`, `{mode: rotate-root}` or `{mode: none, reason: …}`.
  init?(reading fields: inout MappingReader) {
    let mode: Located<Mode>? = fields.required("mode", help: "`crl`, `rotate-root` or `none`")
    // Where the mode cannot be read, nobody knows what belongs to it.
    let update = (mode?.value ?? .crl) == .crl ? fields.optional("nextUpdate") { NextUpdate(reading: &$0) } : nil
    if mode?.value == .never { fields.require("reason", "say why nothing has to be revoked") }
    let reason: Located<PlainText>? = (mode?.value ?? .never) == .never ? fields.optional("reason") : nil
    guard let mode else { return nil }
    nextUpdate = update ?? NextUpdate()
    self.reason = reason?.value.description
    self.mode = mode
  }
}

extension Revocation.NextUpdate {
  init(reading fields: inout MappingReader) {
    root = fields.optional("root")
    tiers = fields.optional("tiers")
    intermediates = fields.optional("intermediates")
  }

  init() { (root, tiers, intermediates) = (nil, nil, nil) }

  /// What is said of an authority.
  package func written(for authority: Authority) -> Located<Lifetime>? {
    authority.issuer == nil ? root : authority.cluster == nil ? tiers : intermediates
  }
}
