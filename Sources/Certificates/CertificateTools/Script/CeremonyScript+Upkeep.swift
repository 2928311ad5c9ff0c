internal import Certificates

// What is done with an authority after the ceremony: its successor's acts are those of its own.
extension CeremonyScript {
  /// The commands of one act of upkeep.
  func upkeepLines(of act: UpkeepAct, _ authorities: [String: PlannedAuthority]) -> [String] {
    guard let authority = authorities[act.authority], let issuer = authority.issuer.flatMap({ authorities[$0] }) else {
      return []
    }
    switch act.operation {
    case .reissue: return ["reissue \(authority.certificateFile)"]
    case .retire:
      return retireCommands(authority) + ["retire \(authority.folder) \(names(of: authority).joined(separator: " "))"]
    case .forget: return ["needs \(authority.certificateFile)", "rm -rf -- \(authority.retiredFolder)"]
    case .lists:
      return plan.deliveries.first { $0.authority == authority.id }.map { listBundle($0, in: authority.folder) } ?? []
    case .revoke:
      let certificate = authority.retiredCertificateFile
      guard let commands = revokeCommands(certificate, issuer) else {
        return ["echo \"this tool signs no CRL: have \(issuer.custody.holder) revoke \(certificate)\" >&2", "exit 1"]
      }
      return ["needs \(certificate)"] + commands
    }
  }

  /// The files that are the authority's own.
  private func names(of authority: PlannedAuthority) -> [String] {
    let files = [
      authority.keyFile, authority.requestFile, authority.certificateFile, authority.listFile,
    ]
    return files.map { String($0.dropFirst(authority.folder.count + 1)) } + ownFiles(authority)
  }

  /// The functions of the shell that these acts call.
  var upkeepFunctions: String {
    plan.upkeep.isEmpty
      ? ""
      : """
      # Sets aside what a successor takes the place of: what it has signed is in use for some time.
      retire() {
        folder=$1
        shift
        [ ! -e "$folder/retired" ] || {
          echo "$folder/retired is there already: an act forgets it, once nothing that it has signed is in use" >&2
          exit 1
        }
        mkdir -p -- "$folder/retired.new"
        for file; do
          [ ! -e "$folder/$file" ] || mv -- "$folder/$file" "$folder/retired.new/$file"
        done
        mv -- "$folder/retired.new" "$folder/retired"
      }

      # Makes room for another certificate of the same key.
      reissue() {
        needs "$1"
        mv -f -- "$1" "$1.before"
      }


      """
  }
}
