package import Diagnostics

/// Between whom mutual TLS is demanded.
package struct ControlPlaneSecurity: Sendable {
  /// Between proxies and the components of the control plane.
  package let controlPlane: Located<Bool>?
  /// Between the proxies of applications.
  package let mutualTLS: Located<Bool>?

  init(reading fields: inout MappingReader) {
    controlPlane = fields.switch("controlPlane")
    mutualTLS = fields.switch("mutualTLS")
  }
}
