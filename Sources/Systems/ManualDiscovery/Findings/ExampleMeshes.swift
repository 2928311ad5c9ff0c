package import Diagnostics

/// The meshes that the examples of manual pages have in common.
extension Explanation.Example {
  /// Two meshes with a control plane each, of which one takes a service of the other, and these sections in place of
  /// theirs.
  package static func meshes(_ sections: String = "", version: String = "1.30.3") -> Self {
    let standard = [
      "apiVersion: meshgen/v1",
      "kind: Topology",
      "metadata: {name: example}",
      "distribution: {name: sail, version: \(version)}",
      "controlPlane: {mode: multi-primary}",
      """
      clusters:
        - {name: cluster-a, gateway: {address: 192.0.2.10}}
        - {name: cluster-b}
      """,
      """
      meshes:
        - {name: red, cluster: cluster-a, members: [red-shop], rootCertificate: *red*}
        - {name: green, cluster: cluster-b, members: [green-shop], rootCertificate: *green*}
      """,
      "peers: all",
      """
      exports:
        - from: red
          services:
            - name: ratings
              namespace: red-shop
              ports: [{name: http, number: 9080, protocol: http}]
              workload: {labels: {app: ratings}, serviceAccount: ratings}
      """,
      "imports: [{into: green, from: red, services: [{name: ratings, namespace: red-shop}]}]",
    ]
    let own = Set(sections.split(separator: "\n").map { $0.prefix { $0 != ":" } })
    let others = standard.filter { !own.contains($0.prefix { $0 != ":" }) }
    let text = (others + [sections]).filter { !$0.isEmpty }.joined(separator: "\n")
    return Self(
      stringLiteral: text.replacing("*red*", with: root("UmVkJ3Mgcm9vdCBpcyBoZXJlLg=="))
        .replacing("*green*", with: root("R3JlZW4ncyByb290IGlzIGhlcmUu")))
  }

  /// A certificate on one line.
  private static func root(_ base64: String) -> String {
    #""-----BEGIN CERTIFICATE-----\n\#(base64)\n-----END CERTIFICATE-----\n""#
  }
}
