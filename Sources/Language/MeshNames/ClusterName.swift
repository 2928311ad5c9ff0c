/// The name of a cluster: istiod's cluster ID, the key of its remote secret, its folder.
package struct ClusterName: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    // `istioctl create-remote-secret` takes nothing but an RFC 1123 label (istio/istio, istioctl/pkg/multicluster).
    try NameSyntax.label.check(text)
    description = text
  }
}

extension ClusterName {
  /// The name as that of a shell variable, which must not begin with a digit.
  package var asVariable: String {
    let name = description.uppercased().map { $0 == "-" ? "_" : $0 }
    return (name.first?.isNumber == true ? "_" : "") + String(name)
  }
}
