package import Diagnostics

/// A kind of warning that the topology's authors have looked at, and why they do not want to see it again.
package struct Silence: Sendable {
  /// The code, as they named it.
  package let code: Located<PlainText>
  /// Why it may be so.
  package let reason: Located<PlainText>

  /// Reads `{code: MG402, reason: the upgrade is planned}`; without a reason nobody would know why, a year later.
  init?(reading fields: inout MappingReader) {
    let code: Located<PlainText>? = fields.required("code", help: "`code: MG402`, say")
    let reason: Located<PlainText>? = fields.required("reason", help: "say why it may be so")
    guard let code, let reason else { return nil }
    self.code = code
    self.reason = reason
  }
}
