internal import Diagnostics
internal import MeshModel

extension FindingCode {
  static let kubeconfigFilesTooOld = FindingCode(
    409, "kubeconfig-files-too-old", .error,
    Explanation(
      meaning: "Kubeconfigs are to be read from files, and the release of Istio cannot do that.",
      harm: """
        istiod reads files from 1.30 on. An older one ignores the setting and watches for Secrets with its label, of         which there are none: the mesh comes up as separate clusters.
        """,
      sources: ["istio/istio#58927"],
      wrong: """
        distribution: {name: sail, version: 1.29.6}
        remoteAccess: {delivery: kubeconfigFiles}
        """,
      right: """
        distribution: {name: sail, version: 1.30.3}
        remoteAccess: {delivery: kubeconfigFiles}
        """))

  static let pluginNotAllowed = FindingCode(
    410, "plugin-not-allowed", .error,
    Explanation(
      meaning: "A control plane is to fetch its credentials with a program, and is not allowed to.",
      harm: """
        istiod refuses kubeconfigs that start programs ("exec is not allowed"), since whoever can write a remote         secret could run code in it. It accepts them where         `PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS` has `exec` in its list. The name says what the setting is:         write it down where a reviewer sees it. The program must be in istiod's image, too.
        """,
      sources: ["istio/istio#53992", "istio/istio#56358"],
      wrong: #"""
        remoteAccess: {exec: {command: aws, args: [eks, get-token, --cluster-name, "{cluster}"]}}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", certificateAuthorityData: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1J}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443", certificateAuthorityData: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1J}
        """#,
      right: #"""
        remoteAccess: {exec: {command: aws, args: [eks, get-token, --cluster-name, "{cluster}"]}}
        values: {pilot: {env: {PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS: exec}}}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", certificateAuthorityData: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1J}
          - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443", certificateAuthorityData: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1J}
        """#))

  static let unknownAuthority = FindingCode(
    451, "unknown-authority", .warning,
    Explanation(
      meaning: "A control plane reads an API server whose CA it is not told.",
      harm: """
        Without `certificateAuthorityData`, only the public CAs of istiod's image are trusted. Most API servers have a         CA of their own, and then nothing is read: `x509: certificate signed by unknown authority`.
        """,
      sources: ["istio/istio#32102", "istio/istio#51376"],
      wrong: """
        remoteAccess: {exec: {command: aws, args: [eks, get-token]}}
        values: {pilot: {env: {PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS: exec}}}
        """,
      right: """
        remoteAccess: {delivery: tokenSecret}
        values: {pilot: {env: {PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS: exec}}}
        """))
}

extension Finding {
  static func kubeconfigFilesTooOld(_ range: SourceRange, version: Located<PlainText>?) -> Finding {
    Finding(
      .kubeconfigFilesTooOld, "istiod reads kubeconfigs from files from Istio 1.30 on", at: range,
      notes: version.map { [Annotation($0.range, "the release")] } ?? [], help: "use `tokenSecret`, say")
  }

  static func pluginNotAllowed(_ plugin: CredentialPlugin, in primary: Cluster, value: SourceRange?) -> Finding {
    Finding(
      .pluginNotAllowed, "istiod of \(primary.inWords) refuses kubeconfigs that start a program", at: plugin.place,
      notes: [Annotation(value ?? primary.place, value == nil ? "this control plane" : "without `exec`")],
      help:
        "add `values: {pilot: {env: {PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS: exec}}}`, knowing what it means",
      mistake: "plug-ins are not allowed")
  }

  static func unknownAuthority(of cluster: Cluster, plugin: CredentialPlugin) -> Finding {
    Finding(
      .unknownAuthority, "nothing says which CA the API server of \(cluster.inWords) has its certificate from",
      at: cluster.place, notes: [Annotation(plugin.place, "it is read with what this program fetches")],
      help: "add `certificateAuthorityData`, as a kubeconfig has it")
  }
}
