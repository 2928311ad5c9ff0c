internal import Certificates
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
    # What is there already stays as it is: no key is ever overwritten. The first failure ends it.
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

    act() {
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
    return "    \(step.id))\n" + lines.map { "      \($0)\n" }.joined() + "      ;;\n"
  }

  /// Puts the files of `cacerts` side by side; the signer of workloads is the first of the chain.
  private func commands(for delivery: CertificatePlan.Delivery, of authority: PlannedAuthority) -> [String] {
    let roots = delivery.anchors.map(\.certificateFile).joined(separator: " ")
    let folder = authority.folder
    let chain = delivery.sentChain.map(\.certificateFile).joined(separator: " ")
    return ["needs \(authority.keyFile).pem \(chain) \(roots)"]
      + Self.make("\(folder)/cert-chain.pem") {
        ["cat \(chain) >\($0)"]
      }
      + Self.make("\(folder)/\(delivery.rootFile)") { ["cat \(roots) >\($0)"] }
      + listBundle(delivery, in: folder) + storeHint(delivery)
  }

  /// A CRL takes the place of the one before; another tool has signed it where this one cannot.
  private func listLines(of authority: PlannedAuthority) -> [String] {
    let file = authority.listFile
    guard let commands = listCommands(authority, "\(file).new") else { return ["needs \(file)"] }
    return commands + ["mv -f -- \(file).new \(file)"]
  }

  /// All CRLs side by side, anew each time.
  private func listBundle(_ delivery: CertificatePlan.Delivery, in folder: String) -> [String] {
    let lists = delivery.revocationLists.map(\.listFile).joined(separator: " ")
    guard !lists.isEmpty else { return [] }
    let file = "\(folder)/ca-crl.pem"
    return ["needs \(lists)", "cat \(lists) >\(file).new", "mv -f -- \(file).new \(file)"]
  }

  /// What a person has to do next, who alone can write to the store.
  private func storeHint(_ delivery: CertificatePlan.Delivery) -> [String] {
    guard case .externalSecrets(let store) = delivery.way else { return [] }
    let lists = delivery.revocationLists.isEmpty ? "" : "ca-crl.pem, "
    let files =
      "ca-cert.pem, ca-key.pem, \(lists)cert-chain.pem and \(delivery.rootFile), as root-cert.pem, of \(delivery.location)"
    return ["echo \"next: \(files) go into the store \(store.name), see ../PLAN.md\" >&2"]
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
