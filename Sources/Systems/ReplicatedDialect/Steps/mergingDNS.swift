internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames
internal import Planning

/// How the domain gets into a cluster's DNS without anything else being lost there.
extension LegacyCluster {
  /// Takes an older block of the domain out of the Corefile and adds the new one; a cluster without a Corefile gets one.
  ///
  /// The files' headers stay behind.
  ///
  /// A Corefile with a directive that the server does not know takes the cluster's DNS down, so its version is looked at
  /// first (istio/istio.io#4715).
  var coreDNSMerge: (script: String, files: [PlannedFile]) {
    let version = cluster.dns?.version?.value.description ?? ""
    let (whole, block) = (path("dns", "Corefile"), path("dns", "global.server"))
    let script = """
      image=$(\(system("get", "deployment", "coredns", "--output=jsonpath={.spec.template.spec.containers[0].image}"))) || exit 1
      case "$image-" in
        *:\(version)-* | *:v\(version)-*) ;;
        *) echo "the topology says that \(name) has CoreDNS \(version), and it runs $image" >&2; exit 1 ;;
      esac
      current=$(\(readConfiguration("coredns", "Corefile").shellLine)) || exit 1
      merged=$(
        if [ -n "$current" ]; then printf '%s\\n' "$current"; else sed '/^#/d' \(whole); fi |
          awk '/^global:53[ {]/ {leave = 1} !leave {print} leave && /^}/ {leave = 0}'
        sed '/^#/d' \(block)
      )
      \(patch("coredns", "Corefile"))
      """
    return (
      script,
      [PlannedFile(["dns", "Corefile"], .text(corefile)), PlannedFile(["dns", "global.server"], .text(domainBlock))]
    )
  }

  /// Adds the domain to those that kube-dns already passes on.
  var kubeDNSMerge: (script: String, files: [PlannedFile]) {
    let entry = "sed -e 's/^{//' -e 's/}$//' \(path("dns", "stubDomains.json"))"
    let script = """
      current=$(\(readConfiguration("kube-dns", "stubDomains").shellLine)) || exit 1
      current=$(printf %s "$current" | tr '\\n' ' ')
      entry=$(\(entry)) || exit 1
      case "$current" in
        *'"global"'*) merged=$(printf %s "$current" | sed -e 's/"global": *\\[[^]]*\\]/'"$entry"'/') ;;
        *'"'*) merged=$(printf %s "$current" | sed -e 's/{/{'"$entry"', /') ;;
        *) merged="{$entry}" ;;
      esac
      \(patch("kube-dns", "stubDomains"))
      """
    return (
      script, [PlannedFile(["dns", "stubDomains.json"], .verbatim("{\"global\": [\"\(nameServerAddress)\"]}\n"))]
    )
  }

  /// Puts `$merged` into a key of a ConfigMap, as JSON that neither jq nor a new kubectl is needed for.
  private func patch(_ configMap: String, _ key: String) -> String {
    """
    escaped=$(printf '%s\\n' "$merged" | sed -e 's/\\\\/\\\\\\\\/g' -e 's/"/\\\\"/g' -e "s/$(printf '\\t')/\\\\\\\\t/g" | awk '{printf "%s\\\\n", $0}')
    \(system("get", "configmap", configMap)) >/dev/null 2>&1 || \(system("create", "configmap", configMap)) || exit 1
    \(system("patch", "configmap", configMap, "--type=merge", "--patch")) "{\\"data\\": {\\"\(key)\\": \\"$escaped\\"}}"
    """
  }

  private func system(_ arguments: String...) -> String {
    Command(["kubectl", "--context", context.description, "--namespace", "kube-system"] + arguments).shellLine
  }
}
