internal import MeshModel
internal import YAMLWriting

/// An authority, with every property of its certificate.
extension CertificatePlan {
  static var authority: YAMLValue {
    Schema.object([
      "id": Schema.reference("id"),
      "tier": Schema.integer(from: 0, to: 3),
      "issuer": Schema.orNull(Schema.reference("id")),
      "cluster": Schema.orNull(Schema.text),
      "subject": Schema.list(subjectPart, atLeast: 1),
      "key": Schema.reference("key"),
      "signatureHash": hash,
      "lifetimeDays": Schema.integer(from: 1, to: 36500),
      "basicConstraints": Schema.object([
        "critical": ["const": true], "ca": ["const": true], "pathLength": Schema.orNull(Schema.integer(from: 0)),
      ]),
      "keyUsage": keyUsage,
      // An extended key usage of a CA bounds that of the workloads, too, for Go and for istiod.
      "extendedKeyUsage": ["type": "array", "maxItems": 0],
      "subjectAltNames": Schema.reference("names"),
      "nameConstraints": Schema.orNull(
        Schema.object([
          "critical": ["const": true], "permitted": Schema.reference("names"), "excluded": Schema.reference("names"),
        ])),
      "keyIdentifiers": Schema.object(["subject": ["const": true], "authority": ["type": "boolean"]]),
      "custody": custody,
      "rotation": Schema.object([
        "signingPeriodDays": Schema.integer(from: 0),
        "supersedeAfterDays": Schema.orNull(Schema.integer(from: 1)),
        "rekey": ["const": true],
      ]),
      "revocation": Schema.object(
        ["mode": ["enum": ["crl", "rotate-root", "none"]]],
        optional: ["reason": Schema.text, "nextUpdateDays": Schema.integer(from: 1), "signatureHash": hash]),
    ])
  }

  private static var hash: YAMLValue { ["enum": ["SHA-256", "SHA-384", "SHA-512"]] }

  /// One part of a distinguished name, at most 64 characters long (RFC 5280, appendix A.1).
  private static var subjectPart: YAMLValue {
    [
      "type": "object", "minProperties": 1, "maxProperties": 1,
      "propertyNames": ["enum": ["C", "ST", "L", "O", "OU", "CN"]],
      "additionalProperties": ["type": "string", "minLength": 1, "maxLength": 64],
    ]
  }

  static var rsaKey: YAMLValue {
    Schema.object(["algorithm": ["const": "RSA"], "size": ["enum": [2048, 3072, 4096]]])
  }

  static var ecdsaKey: YAMLValue {
    Schema.object([
      "algorithm": ["const": "ECDSA"], "curve": ["enum": .strings(KeyAlgorithm.Curve.allCases.map(\.rawValue))],
    ])
  }

  private static var keyUsage: YAMLValue {
    let bits: YAMLValue = [
      "type": "array", "items": ["enum": .strings(PlannedAuthority.KeyUsage.allCases.map(\.rawValue))],
      "contains": ["const": "keyCertSign"], "uniqueItems": true,
    ]
    return Schema.object(["critical": ["const": true], "bits": bits])
  }

  private static var custody: YAMLValue {
    Schema.object([
      "keyHolder": Schema.text,
      "keyStorage": Schema.oneOf(Custody.KeyStorage.allCases),
      "keyLeavesHolder": ["type": "boolean"],
      "quorum": Schema.orNull(["type": "string", "pattern": "^[0-9]+-of-[0-9]+$"]),
    ])
  }
}
