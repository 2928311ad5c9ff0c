internal import Certificates

/// The script that gives a control plane its `cacerts`, from files that are not in the output directory: a key is among
/// them, and the output is committed.
///
/// A Secret that is there is compared: what is the same stays, and another authority below the same root takes its place.
/// Another root would have clusters refuse each other, so it comes by a rotation alone.
///
/// - Parameters:
///   - folder: The folder of issued files, in terms of the shell.
///   - files: The files of the Secret, with their names in the folder.
///   - changesRoot: Whether a rotation is under way.
///   - isApplied: Whether the API server replaces it. It has done so since Kubernetes 1.22; before, it is made anew. A
///     client that applies would leave a copy of the key in an annotation.
///   - kubectl: kubectl in the namespace of the control plane.
/// - Returns: A script for `sh`.
package func cacertsScript(
  from folder: String, _ files: [(name: String, issued: String)], changesRoot: Bool = false, isApplied: Bool = true,
  _ kubectl: (String...) -> Command
) -> String {
  func read(_ file: String) -> String {
    kubectl("get", "secret", "cacerts", "--ignore-not-found", "--output=jsonpath={.data.\(file)\\.pem}").shellLine
  }
  let root = files.first { $0.name == "root-cert.pem" }?.issued ?? "root-cert.pem"
  let guardLines = """
    old=$(\(read("root-cert"))) || exit 1
    test -z "$old" || test "$(printf %s "$old" | base64 -d | sed -n 2p)" = "$(sed -n 2p "$issued/\(root)")" || {
      echo "cacerts has another root than $issued/\(root): a root is replaced by a rotation" >&2
      exit 1
    }
    """
  let arguments = files.map { "--from-file=\($0.name)=\"$issued/\($0.issued)\"" }.joined(separator: " ")
  let create = "\(kubectl("create", "secret", "generic", "cacerts").shellLine)"
  let replacement =
    isApplied
    ? """
    \(create) --dry-run=client --output=yaml \(arguments) |
      \(kubectl("apply", "--server-side", "--force-conflicts", "-f", "-").shellLine)
    """
    : """
    old=$(\(read("ca-cert"))) || exit 1
    test "$(printf %s "$old" | base64 -d | sed -n 2p)" = "$(sed -n 2p "$issued/ca-cert.pem")" || {
      test -z "$old" || \(kubectl("delete", "secret", "cacerts").shellLine) || exit 1
      \(create) \(arguments)
    }
    """
  return "issued=\"\(folder)\"\n" + (changesRoot ? "" : guardLines + "\n") + replacement
}
