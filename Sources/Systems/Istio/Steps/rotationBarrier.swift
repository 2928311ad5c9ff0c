internal import Certificates
internal import MeshModel
internal import MeshNames
internal import Planning

/// What must be true of all clusters before the first of them enters the furthest state of a plan.
///
/// Two clusters refuse each other when one is signed by a root that the other does not trust. So all proxies can take
/// further roots before there is one, all trust both roots before the new one signs anywhere, and nothing that the old
/// one has signed is in use any more when it is forgotten.
func rotationBarrier(_ plan: CertificatePlan, _ scopes: [ClusterScope]) -> [Gate] {
  let primaries = scopes.filter(\.isPrimary)
  switch plan.deliveries.compactMap(\.rotation).max() {
  case nil, .prepared: return []
  case .trustsBoth: return scopes.filter { !$0.isAmbient }.map(\.takesFurtherRootsGate)
  case .signsWithNew:
    guard let root = plan.newestRoot else { return [] }
    return scopes.map { $0.trustsGate(root) } + scopes.compactMap { $0.clientsTrustGate(root) }
  case .done:
    guard let root = plan.newestRoot else { return [] }
    return primaries.compactMap { scope in
      plan.deliveries.first { $0.cluster == scope.cluster.name }?.chain.first.map {
        scope.signsWithNewGate($0, below: root, for: plan.workloads)
      }
    }
  }
}

extension CertificatePlan {
  /// The root that takes the place of the other.
  fileprivate var newestRoot: PlannedAuthority? { authorities.last { $0.issuer == nil } }
}

extension PlannedAuthority {
  /// What is in the certificate and in no other, in terms of the shell: the first line of its Base64, in which its serial
  /// number is.
  fileprivate var mark: String { "$(sed -n 2p \"\(CertificatesFolder.ofOneMesh.issued)/\(certificateFile)\")" }
}

extension ClusterScope {
  /// Sidecars and gateways that were started before know nothing of further roots: those are restarted first.
  fileprivate var takesFurtherRootsGate: Gate {
    let proxy = #"?(@.name=="istio-proxy")"#
    let setting = #"?(@.name=="PROXY_CONFIG_XDS_AGENT")"#
    let container = { (list: String) in "{.spec.\(list)[\(proxy)].name}={.spec.\(list)[\(proxy)].env[\(setting)].value}"
    }
    let read = Command.kubectl(
      in: context, "get", "pods", "--all-namespaces", "--field-selector=status.phase=Running",
      "--output=jsonpath={range .items[*]}{.metadata.namespace}/{.metadata.name} \(container("containers")) "
        + "\(container("initContainers")){\"\\n\"}{end}")
    let script = """
      pods=$(\(read.shellLine)) || exit 1
      printf '%s\\n' "$pods" | awk '/ istio-proxy=/ && !/ istio-proxy=true/ { print $1 " is to be restarted"; old = 1 } END { exit old }'
      """
    return Gate(
      "the proxies of \(cluster.name) take further roots", Command(["sh", "-c", script]), timeout: 60)
  }

  /// istiod writes what it trusts into a ConfigMap of every namespace.
  fileprivate func trustsGate(_ root: PlannedAuthority) -> Gate {
    trustGate("\(cluster.name) trusts both roots", root, in: "istio-ca-root-cert", of: system)
  }

  /// So do clients without a proxy, where trust-manager hands the anchors to them.
  fileprivate func clientsTrustGate(_ root: PlannedAuthority) -> Gate? {
    topology.certificateAuthority.bundle.map { bundle in
      trustGate(
        "clients of \(cluster.name) trust both roots", root, in: bundle.source(in: topology.mesh.id),
        of: bundle.trustNamespace)
    }
  }

  private func trustGate(
    _ description: String, _ root: PlannedAuthority, in configMap: String, of namespace: NamespaceName
  ) -> Gate {
    let read = Command.kubectl(
      in: context, "--namespace", namespace.description, "get", "configmap", configMap,
      #"--output=jsonpath={.data.root-cert\.pem}"#)
    return Gate(
      description, Command(["sh", "-c", "\(read.shellLine) | grep -qxF -- \"\(root.mark)\""]), timeout: 600)
  }

  /// The authority is that below the new root, and has been for as long as workloads' certificates live.
  ///
  /// A cluster that has forgotten the old root already was asked before: it trusts the new one and no other.
  fileprivate func signsWithNewGate(
    _ authority: PlannedAuthority, below root: PlannedAuthority, for lifetimes: WorkloadLifetimes
  ) -> Gate {
    let read = { (file: String) in
      "\(kubectl("get", "secret", "cacerts", "--output=jsonpath={.data.\(file)\\.pem}").shellLine) | base64 -d"
    }
    let changed = kubectl(
      "get", "secret", "cacerts", "--show-managed-fields", "--output=jsonpath={.metadata.managedFields[*].time}")
    let script = """
      \(read("ca-cert")) | grep -qxF -- "\(authority.mark)" || exit 1
      roots=$(\(read("root-cert"))) || exit 1
      test "$roots" = "$(cat "\(CertificatesFolder.ofOneMesh.issued)/\(root.certificateFile)")" && exit 0
      changed=$(\(changed.shellLine) | tr ' ' '\\n' | sort | tail -n 1)
      \(elapsedTest(since: "$changed", hours: lifetimes.usual))
      """
    return Gate(
      "the new root has signed for \(cluster.name) for \(lifetimes.usual.hoursInWords)",
      Command(["sh", "-c", script]), timeout: 60)
  }

  /// Whether so many hours have gone since a moment of RFC 3339: POSIX has no way to count with dates but awk's.
  private func elapsedTest(since moment: String, hours: Int) -> String {
    """
    awk -v old="\(moment)" -v new="$(date -u +%Y-%m-%dT%H:%M:%SZ)" '
      function minutes(time, part, year, month) {
        split(time, part, /[-T:Z]/); year = part[1]; month = part[2]
        if (month < 3) { year--; month += 12 }
        return ((365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * month - 457) / 5) + part[3]) * 24 + part[4]) * 60 + part[5]
      }
      BEGIN { exit !(old != "" && minutes(new) - minutes(old) >= \(hours * 60)) }'
    """
  }
}

extension Int {
  /// So many hours, in days where they are whole.
  fileprivate var hoursInWords: String {
    self == 24 ? "a day" : isMultiple(of: 24) ? "\(self / 24) days" : "\(self) hours"
  }
}
