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

  static var upkeepAct: YAMLValue {
    Schema.object([
      "id": Schema.reference("id"),
      "actor": Schema.text,
      "operation": ["enum": .strings(UpkeepAct.Operation.allCases.map(\.rawValue))],
      "authority": Schema.reference("id"),
    ])
  }

  static var procedure: YAMLValue {
    let stage = Schema.object([
      "acts": Schema.list(Schema.reference("id"), atLeast: 1),
      "deliverTo": ["oneOf": [["const": "all"], Schema.reference("texts")]],
      "files": ["enum": .strings(Procedure.Files.allCases.map(\.rawValue))],
      "waitFor": ["enum": .strings(Procedure.Wait.allCases.map(\.rawValue))],
    ])
    return Schema.object([
      "id": ["type": "string", "pattern": "^(renew|replace)-[a-z0-9]([-a-z0-9]*[a-z0-9])?$"],
      "kind": ["enum": .strings(Procedure.Kind.allCases.map(\.rawValue))],
      "authority": Schema.reference("id"),
      "dueAfterDays": Schema.orNull(Schema.integer(from: 1)),
      "stages": Schema.list(stage, atLeast: 1),
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
      ], optional: ["issued": issuedFiles, "via": way, "rotationState": Schema.integer(from: 0, to: 3)])
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

  /// The paths of issued files, by their names in the Secret.
  private static var issuedFiles: YAMLValue {
    Schema.object(
      [
        "ca-cert.pem": Schema.text, "ca-key.pem": Schema.text, "cert-chain.pem": Schema.text,
        "root-cert.pem": Schema.text,
      ], optional: ["ca-crl.pem": Schema.text])
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
