internal import YAMLWriting

/// What is done with the authorities: the ceremony, the Secrets, those who trust them.
extension CertificatePlan {
  static var step: YAMLValue {
    Schema.object([
      "id": Schema.reference("id"),
      "actor": Schema.text,
      "operation": ["enum": .strings(CeremonyStep.Operation.allCases.map(\.rawValue))],
      "authority": Schema.reference("id"),
      "needs": Schema.reference("texts"),
      "makes": Schema.reference("texts"),
      "secretOutputs": Schema.reference("texts"),
    ])
  }

  static var deliverySchema: YAMLValue {
    Schema.object(
      [
        "cluster": Schema.text,
        "namespace": Schema.text,
        "secret": ["const": "cacerts"],
        "authority": Schema.reference("id"),
        "files": ["oneOf": [istioFiles, certManagerFiles]],
      ], optional: ["via": way, "rotationState": Schema.integer(from: 0, to: 3)])
  }

  /// The names of Istio's own.
  private static var istioFiles: YAMLValue {
    Schema.object(
      [
        "ca-cert.pem": Schema.reference("certificates"),
        "ca-key.pem": Schema.object(["privateKeyOf": Schema.reference("id")]),
        "cert-chain.pem": Schema.reference("certificates"),
        "root-cert.pem": Schema.reference("certificates"),
      ], optional: ["ca-crl.pem": Schema.object(["crlsOf": Schema.list(Schema.reference("id"), atLeast: 1)])])
  }

  /// The names of a Secret of type kubernetes.io/tls.
  private static var certManagerFiles: YAMLValue {
    Schema.object([
      "tls.crt": Schema.reference("certificates"),
      "tls.key": Schema.object(["privateKeyOf": Schema.reference("id")]),
      "ca.crt": Schema.reference("certificates"),
    ])
  }

  /// How the files get there, where it is more than a person with files.
  private static var way: YAMLValue {
    Schema.object(
      ["way": ["enum": ["external-secrets", "cert-manager", "sealed-secrets", "sops"]]],
      optional: [
        "store": Schema.object(["kind": Schema.text, "name": Schema.text]),
        "key": Schema.text,
        "issuer": Schema.object(["group": Schema.text, "kind": Schema.text, "name": Schema.text]),
        "reason": Schema.text,
      ])
  }

  static var trustBundle: YAMLValue {
    Schema.object([
      "name": Schema.text,
      "anchors": Schema.list(Schema.reference("id"), atLeast: 1),
      "consumers": Schema.list(
        Schema.object(
          [
            "cluster": Schema.text,
            "kind": ["enum": ["istiod", "trust-manager", "federation-configmap", "mesh-config"]],
            "via": Schema.text,
          ])),
    ])
  }

  static var finding: YAMLValue {
    Schema.object([
      "rule": ["type": "string", "pattern": "^pki/"],
      "severity": ["enum": ["warning"]],
      "authority": Schema.reference("id"),
      "detail": Schema.text,
    ])
  }
}
