internal import Certificates
internal import Diagnostics
internal import MeshModel
internal import MeshNames

/// A POSIX shell script that carries out acts of a ceremony, by their names in the plan.
///
/// Each act makes a file under a name of its own and moves it to its place when it is whole; what is there already
/// stays. So a script that was interrupted can be run again, and no key is ever overwritten.
struct CeremonyScript {
  let notice: String
  /// The tool, with the version that it needs.
  let tool: String
  /// The programs that must be there.
  let programs: [String]
  let plan: CertificatePlan
  /// The commands of an act, but for the delivery.
  let commands: (CeremonyStep, PlannedAuthority, PlannedAuthority) -> [String]
  /// The commands that sign an authority's CRL, into the file that they are given; `nil` where the tool signs none.
  var listCommands: (PlannedAuthority, String) -> [String]? = { _, _ in nil }
  /// The commands that put a certificate on the next CRL of its issuer; `nil` where the tool signs none.
  var revokeCommands: (String, PlannedAuthority) -> [String]? = { _, _ in nil }
  /// The commands that make room for an authority's next key, where the tool keeps it.
  var roomCommands: (PlannedAuthority) -> [String] = { _ in [] }
  /// Further files that a tool keeps in the folder of an authority.
  var ownFiles: (PlannedAuthority) -> [String] = { _ in [] }

  var file: ToolFile { ToolFile("ceremony.sh", text) }

  private var text: String {
    """
    #!/bin/sh
    # \(notice)
    #
    # Carries out acts of ../plan.json with \(tool).
    #
    #   sh ceremony.sh FOLDER ACT...   these acts, by their names in ../plan.json
    #   sh ceremony.sh FOLDER all      all acts: for a trial, since one person then holds all keys
    #
    # Keys, requests and certificates that are there already stay as they are; what is put together from them is
    # written anew. The first failure ends it.
    set -eu
    umask 077
    here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

    if [ $# -lt 2 ]; then
      echo "usage: sh ceremony.sh FOLDER ACT..." >&2
      exit 2
    fi
    for program in \(programs.joined(separator: " ")); do
      command -v "$program" >/dev/null || {
        echo "$program is not installed" >&2
        exit 1
      }
    done
    mkdir -p -- "$1"
    cd -- "$1"
    shift

    needs() {
      for file; do
        [ -s "$file" ] || {
          echo "$file is missing: another act makes it" >&2
          exit 1
        }
      done
    }

    is_there() {
      [ -e "$1" ] || return 1
      echo "$1 is there already, and stays" >&2
    }

    place() {
      is_there "$1" || mv -- "$1.new" "$1"
    }

    # The digest of a request, by which its holder and its signer know that they mean the same one.
    show() {
      for program in sha256sum 'shasum -a 256'; do
        command -v "${program%% *}" >/dev/null || continue
        digest=$($program <"$1")
        echo "$1: SHA-256 ${digest%% *}" >&2
        return
      done
      echo "$1: no program for SHA-256 is here; compare the request itself with its holder" >&2
    }

    \(upkeepFunctions)act() {
      case $1 in
    \(acts)    all) for name in \(all); do act "$name"; done ;;
        *)
          echo "../plan.json has no act $1" >&2
          exit 2
          ;;
      esac
    }

    for name; do act "$name"; done

    """
  }

  private var all: String { plan.ceremony.map(\.id).joined(separator: " ") }

  private var acts: String {
    let authorities = Dictionary(plan.authorities.map { ($0.id, $0) }) { first, _ in first }
    let deliveries = Dictionary(plan.deliveries.map { ($0.authority, $0) }) { first, _ in first }
    return plan.ceremony.map { text(of: $0, authorities, deliveries) }.joined()
      + plan.upkeep.map { block($0.id, upkeepLines(of: $0, authorities)) }.joined()
  }

  private func block(_ id: String, _ lines: [String]) -> String {
    "    \(id))\n" + lines.map { "      \($0)\n" }.joined() + "      ;;\n"
  }

  private func text(
    of step: CeremonyStep, _ authorities: [String: PlannedAuthority], _ deliveries: [String: CertificatePlan.Delivery]
  ) -> String {
    guard let authority = authorities[step.authority] else { return "" }
    let issuer = authority.issuer.flatMap { authorities[$0] } ?? authority
    let lines =
      switch step.operation {
      case .deliver: deliveries[authority.id].map { commands(for: $0, of: authority) } ?? []
      case .publishList: listLines(of: authority)
      default: commands(step, authority, issuer)
      }
    return block(step.id, lines)
  }

  /// Puts the files of `cacerts` side by side; the signer of workloads is the first of the chain.
  private func commands(for delivery: CertificatePlan.Delivery, of authority: PlannedAuthority) -> [String] {
    let roots = delivery.anchors.map(\.certificateFile).joined(separator: " ")
    let folder = authority.folder
    let chain = delivery.sentChain.map(\.certificateFile).joined(separator: " ")
    return ["needs \(authority.keyFile) \(chain) \(roots)"]
      + Self.derive("\(folder)/cert-chain.pem", from: chain)
      + Self.derive("\(folder)/\(delivery.rootFile)", from: roots)
      + listBundle(delivery, in: folder) + storeHint(delivery)
  }

  /// A CRL takes the place of the one before; another tool has signed it where this one cannot.
  func listLines(of authority: PlannedAuthority) -> [String] {
    let file = authority.listFile
    guard let commands = listCommands(authority, "\(file).new") else { return ["needs \(file)"] }
    return commands + ["mv -f -- \(file).new \(file)"]
  }

  /// All CRLs side by side, and those of authorities that were replaced, or are to be.
  func listBundle(_ delivery: CertificatePlan.Delivery, in folder: String) -> [String] {
    let lists = delivery.revocationLists.map(\.listFile).joined(separator: " ")
    guard !lists.isEmpty else { return [] }
    let others = delivery.revocationLists.filter { $0.issuer != nil }.flatMap {
      [$0.predecessor.listFile, $0.successor.listFile]
    }
    return ["needs \(lists)", "others=''", "for file in \(others.joined(separator: " ")); do"]
      + ["  [ ! -s \"$file\" ] || others=\"$others $file\"", "done", "# shellcheck disable=SC2086 # a list of names"]
      + Self.derive("\(folder)/ca-crl.pem", from: "\(lists) $others")
  }

  /// What makes a key, and what waits for one that its holder makes with another tool: which, is said.
  static func madeElsewhere(_ file: String, by act: String, of authority: PlannedAuthority, in plan: CertificatePlan)
    -> [String]
  {
    let tools = plan.tools.map(\.value.rawValue).filter { ["certtool", "cfssl", "step"].contains($0) }
    let command =
      tools.first.map { "sh ../\($0)/ceremony.sh FOLDER \(act)" }
      ?? "a tool that keeps keys as files: name certtool, cfssl or step among the tools of the topology"
    return [
      "[ -s \(file) ] || {", "  echo \"\(file) is missing: \(authority.custody.holder) makes it, with \(command)\" >&2",
      "  exit 1", "}",
    ]
  }

  /// What a person has to do next, who alone can write to the store.
  private func storeHint(_ delivery: CertificatePlan.Delivery) -> [String] {
    guard case .externalSecrets(let store) = delivery.way else { return [] }
    let lists = delivery.revocationLists.isEmpty ? "" : "ca-crl.pem, "
    let files =
      "ca-cert.pem, ca-key.pem, \(lists)cert-chain.pem and \(delivery.rootFile), as root-cert.pem, of \(delivery.location)"
    return ["echo \"next: \(files) go into the store \(store.name), see ../PLAN.md\" >&2"]
  }

  /// Puts a file together, anew each time; not every tool ends its answer with a line break, and PEM needs one.
  static func derive(_ file: String, from parts: String) -> [String] {
    ["awk 1 \(parts) >\(file).new", "mv -f -- \(file).new \(file)"]
  }

  /// Makes a file, unless it is there.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - commands: What makes it under the name that they are given.
  /// - Returns: The lines of the script.
  static func make(_ file: String, _ commands: (String) -> [String]) -> [String] {
    ["is_there \(file) || {"] + commands("\(file).new").map { "  \($0)" } + ["  place \(file)", "}"]
  }
}
