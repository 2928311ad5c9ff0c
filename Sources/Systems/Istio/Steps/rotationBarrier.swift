internal import Certificates
internal import MeshModel
internal import MeshNames
internal import Planning

/// What must be true of all clusters before the first of them enters the furthest state of a plan.
///
/// Two clusters refuse each other when one is signed by a root that the other does not trust. So all trust both roots
/// before the new one signs anywhere, and nothing that the old one has signed is in use any more when it is forgotten.
func rotationBarrier(_ plan: CertificatePlan, _ scopes: [ClusterScope]) -> [Gate] {
  switch plan.deliveries.compactMap(\.rotation).max() {
  case nil, .prepared, .trustsBoth: []
  case .signsWithNew: scopes.map(\.trustsBothGate) + scopes.compactMap(\.clientsTrustBothGate)
  case .done:
    scopes.compactMap { scope in
      plan.deliveries.first { $0.cluster == scope.cluster.name }?.chain.first.map(scope.signsWithNewGate)
    }
  }
}

extension ClusterScope {
  /// istiod writes what it trusts into a ConfigMap of every namespace.
  fileprivate var trustsBothGate: Gate {
    bothRootsGate("\(cluster.name) trusts both roots", in: "istio-ca-root-cert", of: system)
  }

  /// So do clients without a proxy, where trust-manager hands the anchors to them.
  fileprivate var clientsTrustBothGate: Gate? {
    topology.certificateAuthority.bundle.map { bundle in
      bothRootsGate(
        "clients of \(cluster.name) trust both roots", in: bundle.source(in: topology.mesh.id),
        of: bundle.trustNamespace)
    }
  }

  private func bothRootsGate(_ description: String, in configMap: String, of namespace: NamespaceName) -> Gate {
    let read = Command.kubectl(
      in: context, "--namespace", namespace.description, "get", "configmap", configMap,
      #"--output=jsonpath={.data.root-cert\.pem}"#)
    return Gate(
      description, Command(["sh", "-c", "test \"$(\(read.shellLine) | grep -c BEGIN)\" -ge 2"]), timeout: 600)
  }

  /// The authority is that below the new root, and has been for a day: a workload's certificate lives that long
  /// (DEFAULT_WORKLOAD_CERT_TTL).
  ///
  /// A cluster that has forgotten the old root already was asked before. The first line of a certificate's Base64 tells
  /// it from every other: the serial number is in it. POSIX has no other way than the time zone to ask for yesterday.
  fileprivate func signsWithNewGate(_ authority: PlannedAuthority) -> Gate {
    let read = { (field: String) in
      "$(\(kubectl("get", "secret", "cacerts", "--output=jsonpath={\(field)}").shellLine)"
    }
    let changed = kubectl(
      "get", "secret", "cacerts", "--show-managed-fields", "--output=jsonpath={.metadata.managedFields[*].time}")
    let script = """
      new=$(sed -n 2p "\(CertificatesFolder.ofOneMesh.issued)/\(authority.certificateFile)")
      \(read(#".data.ca-cert\.pem"#).dropFirst(2)) | base64 -d | grep -qF -- "$new" || exit 1
      roots=\(read(#".data.root-cert\.pem"#)) | base64 -d | grep -c BEGIN)
      changed=$(\(changed.shellLine) | tr ' ' '\\n' | sort | tail -n 1)
      test "$roots" -eq 1 || printf '%s\\n%s\\n' "$changed" "$(TZ=UTC+24 date +%Y-%m-%dT%H:%M:%SZ)" | sort -c
      """
    return Gate(
      "the new root has signed for \(cluster.name) for a day", Command(["sh", "-c", script]), timeout: 60)
  }
}
