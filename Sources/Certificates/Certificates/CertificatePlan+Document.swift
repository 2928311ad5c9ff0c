internal import Diagnostics
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
      "workloads": [
        "defaultLifetimeHours": .integer(workloads.usual), "maxLifetimeHours": .integer(workloads.longest),
      ],
      "authorities": .sequence(authorities.map(\.value)),
      "ceremony": .sequence(ceremony.map(\.value)),
      "deliveries": .sequence(deliveries.map(\.value)),
      "upkeep": .sequence(upkeep.map(\.value)),
      "procedures": .sequence(procedures.map(\.value)),
      "trustBundles": [
        [
          "name": "\(mesh)", "anchors": .strings(anchors.map(\.id)),
          "consumers": .sequence(
            deliveries.map(\.consumer) + (bundle?.consumers ?? []) + peers.map(\.consumer)),
        ]
      ],
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
      "subjectAltNames": ["dns": .strings(dnsNames), "uri": .strings(uriNames)],
      "nameConstraints": nameConstraints?.value ?? .null,
      "keyIdentifiers": ["subject": true, "authority": .boolean(hasAuthorityKeyIdentifier)],
      "custody": custody.value,
      "rotation": rotation,
      "revocation": revocation.value(signedBy: key),
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
      "keyLeavesHolder": .boolean(leavesHolder),
      "quorum": quorum.map { .string($0) } ?? .null,
    ]
  }
}

extension PlannedAuthority.Revocation {
  fileprivate func value(signedBy key: KeyAlgorithm) -> YAMLValue {
    switch self {
    case .crl(let days):
      ["mode": "crl", "nextUpdateDays": .integer(days), "signatureHash": .string(key.usualHash)]
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
  fileprivate var value: YAMLValue {
    [
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

extension UpkeepAct {
  fileprivate var value: YAMLValue {
    [
      "id": .string(id), "actor": .string(actor), "operation": .string(operation.rawValue),
      "authority": .string(authority),
    ]
  }
}

extension Procedure {
  fileprivate var value: YAMLValue {
    [
      "id": .string(id), "kind": .string(kind.rawValue), "authority": .string(authority),
      "dueAfterDays": dueAfter.map { .integer($0) } ?? .null, "stages": .sequence(stages.map(\.value)),
    ]
  }
}

extension Procedure.Stage {
  fileprivate var value: YAMLValue {
    let clusters: YAMLValue =
      switch recipients {
      case .all: "all"
      case .clusters(let names): .strings(names.map(\.description))
      }
    return [
      "acts": .strings(acts), "deliverTo": clusters, "files": .string(files.rawValue),
      "waitFor": .string(wait.rawValue),
    ]
  }
}

extension CertificatePlan.Delivery {
  fileprivate var value: YAMLValue {
    .fields([
      "cluster": "\(cluster)",
      "namespace": "\(namespace)",
      "secret": "cacerts",
      "authority": .string(authority),
      "files": files,
      "issued": issuedFiles,
      "via": way.value(for: cluster),
      "rotationState": rotation.map { .integer($0.rawValue) },
    ])
  }

  /// Where the ceremony leaves each file of the Secret; cert-manager makes its own.
  private var issuedFiles: YAMLValue? {
    guard let folder = chain.first?.folder, case .mapping(let entries) = files else { return nil }
    if case .certManager = way { return nil }
    return .mapping(entries.map { .init($0.key, .string("\(folder)/\(issuedFile(for: $0.key))")) })
  }

  /// cert-manager has other names for the files than Istio.
  private var files: YAMLValue {
    let ids = sentChain.map(\.id)
    if case .certManager = way {
      return [
        "tls.crt": ["certificates": .strings(ids)],
        "tls.key": ["privateKeyOf": .string(authority)],
        "ca.crt": ["certificates": .strings(anchors.map(\.id))],
      ]
    }
    return .fields([
      "ca-cert.pem": ["certificates": [.string(authority)]],
      "ca-key.pem": ["privateKeyOf": .string(authority)],
      "cert-chain.pem": ["certificates": .strings(ids)],
      "root-cert.pem": ["certificates": .strings(anchors.map(\.id))],
      "ca-crl.pem": revocationLists.isEmpty ? nil : ["crlsOf": .strings(revocationLists.map(\.id))],
    ])
  }

  fileprivate var consumer: YAMLValue {
    let file = if case .certManager = way { "ca.crt" } else { "root-cert.pem" }
    return
      ["cluster": "\(cluster)", "kind": "istiod", "via": .string("cacerts/\(file)")]
  }
}

extension CertificatePlan.Bundle {
  fileprivate var consumers: [YAMLValue] {
    clusters.map { ["cluster": "\($0)", "kind": "trust-manager", "via": .string("\(name)/root-cert.pem")] }
  }
}

extension CertificatePlan.Peer {
  fileprivate var consumer: YAMLValue {
    switch place {
    case .configMap(let name, let namespace):
      ["cluster": "\(cluster)", "kind": "federation-configmap", "via": .string("\(namespace)/\(name)/root-cert.pem")]
    case .meshConfiguration(let istio):
      [
        "cluster": "\(cluster)", "kind": "mesh-config",
        "via": .string("Istio/\(istio): spec.values.meshConfig.caCertificates"),
      ]
    }
  }
}

extension CertificateDelivery {
  /// The way, where it is more than a person with files.
  fileprivate func value(for cluster: ClusterName) -> YAMLValue? {
    switch self {
    case .manual: nil
    case .externalSecrets(let store):
      [
        "way": "external-secrets", "store": ["kind": .string(store.kind.rawValue), "name": "\(store.name)"],
        "key": .string(store.path(of: cluster)),
      ]
    case .certManager(let issuer):
      [
        "way": "cert-manager",
        "issuer": ["group": .string(issuer.group), "kind": .string(issuer.kind), "name": "\(issuer.name)"],
      ]
    case .encrypted(let encryption, let reason):
      ["way": .string(encryption.word), "reason": .string(reason.value.description)]
    }
  }
}

extension CertificateDelivery.Encryption {
  /// The encryption as the plan names it.
  package var word: String {
    switch self {
    case .sealedSecrets: "sealed-secrets"
    case .sops: "sops"
    }
  }
}

extension CertificatePlan.Remark {
  fileprivate var value: YAMLValue {
    ["rule": .string(rule), "severity": "warning", "authority": .string(authority), "detail": .string(detail)]
  }
}
