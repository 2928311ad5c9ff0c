internal import Certificates

// What is done with an authority after the ceremony: its successor's acts are those of its own.
extension CeremonyScript {
  /// The commands of one act of upkeep.
  func upkeepLines(of act: UpkeepAct, _ authorities: [String: PlannedAuthority]) -> [String] {
    guard let authority = authorities[act.authority], let issuer = authority.issuer.flatMap({ authorities[$0] }) else {
      return []
    }
    switch act.operation {
    case .nextKey:
      return roomCommands(authority)
        + (act.ceremonyStep.map { commands($0, authority.successor, issuer) } ?? [])
    case .nextRequest, .nextSign: return act.ceremonyStep.map { commands($0, authority.successor, issuer) } ?? []
    case .nextList: return listLines(of: authority.successor)
    case .promote: return ["promote \(authority.folder) \(names(of: authority).joined(separator: " "))"]
    case .reissue: return ["reissue \(authority.certificateFile)"]
    case .forget: return ["needs \(authority.certificateFile)", "rm -rf -- \(authority.predecessor.folder)"]
    case .lists:
      return plan.deliveries.first { $0.authority == authority.id }.map { listBundle($0, in: authority.folder) } ?? []
    case .revoke:
      let certificate = authority.predecessor.certificateFile
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
      # Has a successor take the place of what there is, which is set aside: what it has signed is in use for some time.
      promote() {
        folder=$1
        shift
        needs "$folder/next/ca-cert.pem"
        [ ! -e "$folder/retired" ] || [ ! -e "$folder/ca-cert.pem" ] || {
          echo "$folder/retired is there already: an act forgets it, once nothing that it has signed is in use" >&2
          exit 1
        }
        mkdir -p -- "$folder/retired"
        for file; do
          [ ! -e "$folder/$file" ] || [ -e "$folder/retired/$file" ] || mv -- "$folder/$file" "$folder/retired/$file"
        done
        for file; do
          [ ! -e "$folder/next/$file" ] || [ "$file" = ca-cert.pem ] || mv -- "$folder/next/$file" "$folder/$file"
        done
        mv -- "$folder/next/ca-cert.pem" "$folder/ca-cert.pem"
        rm -rf -- "$folder/next"
      }

      # Makes room for another certificate of the same key.
      reissue() {
        needs "$1"
        mv -f -- "$1" "$1.before"
      }


      """
  }
}
