internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// `cacerts` as the External Secrets Operator makes it: those who hold the key put the issued files into the store.
extension ClusterScope {
  /// All files lie under one key of the store, so that certificate and key always change together.
  func storedCertificates(in store: ExternalStore) -> Resource {
    Resource(
      "external-secrets.io/v1", "ExternalSecret", "cacerts", in: system,
      [
        "spec": [
          "refreshInterval": "1h",
          "secretStoreRef": ["kind": .string(store.kind.rawValue), "name": "\(store.name)"],
          // Without `cacerts`, an istiod that restarts would sign with a root of its own.
          "target": ["name": "cacerts", "deletionPolicy": "Retain"],
          "data": .sequence(
            topology.certificateAuthority.secretFiles.map { file in
              [
                "secretKey": .string(file),
                "remoteRef": ["key": .string(store.path(of: cluster.name)), "property": .string(file)],
              ]
            }),
        ]
      ])
  }

  func storedCertificatesStep(_ store: ExternalStore) -> Step {
    Step(
      step(.trust), in: cluster.name, .trust, "Give istiod its intermediate CA, from the store of secrets",
      .apply([storedCertificates(in: store)]), after: beforeCertificates,
      gates: [
        Gate(
          "the Secret `cacerts` exists",
          kubectl("wait", "--for=condition=Ready", "externalsecrets.external-secrets.io/cacerts", "--timeout=5m"),
          timeout: 300)
      ])
  }
}
