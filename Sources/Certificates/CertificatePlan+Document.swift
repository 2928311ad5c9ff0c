internal import MeshModel
internal import MeshNames
package import YAMLWriting

extension CertificatePlan {
  /// The plan as a document; `schemas/certificate-plan.schema.json` describes it.
  package var document: YAMLValue {
    [
      "kind": "CertificatePlan",
      "version": 1,
      "mesh": "\(mesh)",
      "trustDomain": "\(trustDomain)",
      "profile": .string(profile.rawValue),
      // istiod's defaults: DEFAULT_WORKLOAD_CERT_TTL and MAX_WORKLOAD_CERT_TTL.
      "workloads": ["defaultLifetimeHours": 24, "maxLifetimeHours": 2160],
      "authorities": .sequence(authorities.map(\.value)),
      "ceremony": .sequence(ceremony.enumerated().map { $1.value(order: $0 + 1) }),
      "deliveries": .sequence(deliveries.map(\.value)),
      "trustBundles": [["name": "\(mesh)", "anchors": ["root"], "consumers": .sequence(deliveries.map(\.consumer))]],
      "findings": .sequence(remarks.map(\.value)),
    ]
  }
}

extension PlannedAuthority {
  fileprivate var value: YAMLValue {
    [
      "id": .string(id),
      "tier": .integer(tier),
      "issuer": issuer.map { .string($0) } ?? .null,
      "cluster": cluster.map { "\($0)" } ?? .null,
      "subject": .sequence(subject.map { .mapping([.init($0.type, .string($0.value))]) }),
      "key": key.value,
      "signatureHash": .string(signatureHash),
      "lifetimeDays": .integer(lifetime.days),
      "basicConstraints": ["critical": true, "ca": true, "pathLength": pathLength.map { .integer($0) } ?? .null],
      "keyUsage": ["critical": true, "bits": .strings(keyUsage.map(\.rawValue))],
      "extendedKeyUsage": [],
      "subjectAltNames": ["dns": .strings(dnsNames), "uri": []],
      "nameConstraints": nameConstraints?.value ?? .null,
      "keyIdentifiers": ["subject": true, "authority": .boolean(hasAuthorityKeyIdentifier)],
      "custody": custody.value,
      "rotation": rotation,
      "revocation": revocation.value,
    ]
  }

  private var rotation: YAMLValue {
    [
      "signingPeriodDays": .integer(signingPeriod),
      "supersedeAfterDays": supersededAfter.map { .integer($0) } ?? .null,
      "rekey": true,
    ]
  }
}

extension PlannedAuthority.Constraints {
  package var value: YAMLValue {
    ["critical": true, "permitted": permitted.value, "excluded": excluded.value]
  }
}

extension PlannedAuthority.Subtrees {
  fileprivate var value: YAMLValue { ["dns": .strings(dns), "uri": .strings(uri)] }
}

extension PlannedAuthority.KeyCustody {
  fileprivate var value: YAMLValue {
    [
      "keyHolder": .string(holder),
      "keyStorage": .string(storage.rawValue),
      "keyLeavesHolder": false,
      "quorum": quorum.map { .string($0) } ?? .null,
    ]
  }
}

extension PlannedAuthority.Revocation {
  fileprivate var value: YAMLValue {
    switch self {
    case .crl(let days): ["mode": "crl", "nextUpdateDays": .integer(days)]
    case .rotateRoot: ["mode": "rotate-root"]
    case .none(let reason): ["mode": "none", "reason": .string(reason)]
    }
  }
}

extension KeyAlgorithm {
  fileprivate var value: YAMLValue {
    switch self {
    case .rsa(let bits): ["algorithm": "RSA", "size": .integer(bits)]
    case .ecdsa(let curve): ["algorithm": "ECDSA", "curve": .string(curve.rawValue)]
    }
  }
}

extension CeremonyStep {
  fileprivate func value(order: Int) -> YAMLValue {
    [
      "order": .integer(order),
      "id": .string(id),
      "actor": .string(actor),
      "operation": .string(operation.rawValue),
      "authority": .string(authority),
      "needs": .strings(needs),
      "makes": .strings(makes),
      "secretOutputs": .strings(secretOutputs),
    ]
  }
}

extension CertificatePlan.Delivery {
  fileprivate var value: YAMLValue {
    [
      "cluster": "\(cluster)",
      "namespace": "\(namespace)",
      "secret": "cacerts",
      "authority": .string(authority),
      "files": [
        "ca-cert.pem": ["certificates": [.string(authority)]],
        "ca-key.pem": ["privateKeyOf": .string(authority)],
        "cert-chain.pem": ["certificates": .strings(chain.map(\.id))],
        "root-cert.pem": ["certificates": .strings(chain.suffix(1).map(\.id))],
      ],
    ]
  }

  fileprivate var consumer: YAMLValue {
    ["cluster": "\(cluster)", "kind": "istiod", "via": "cacerts/root-cert.pem"]
  }
}

extension CertificatePlan.Remark {
  fileprivate var value: YAMLValue {
    ["rule": .string(rule), "severity": "warning", "authority": .string(authority), "detail": .string(detail)]
  }
}
