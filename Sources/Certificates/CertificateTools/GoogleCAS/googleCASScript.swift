internal import Certificates
internal import MeshModel
internal import MeshNames

/// In this service, key, request and certificate of an authority are made at once: where the plan has its certificate.
func googleCASScript(for plan: CertificatePlan, in google: GoogleCAS, _ notice: String) -> CeremonyScript {
  let service = GoogleCommands(plan: plan, google: google)
  var script = CeremonyScript(notice: notice, tool: "the gcloud CLI", programs: ["gcloud"], plan: plan) {
    step, authority, issuer in
    switch step.operation {
    case .generateKey:
      authority.cluster == nil
        ? service.creation(of: authority)
        : CeremonyScript.madeElsewhere(authority.keyFile, by: step.id, of: authority, in: plan)
    case .request:
      authority.cluster == nil
        ? []
        : CeremonyScript.madeElsewhere(authority.requestFile, by: step.id, of: authority, in: plan)
          + ["show \(authority.requestFile)"]
    case .selfSign: service.retrieval(of: authority)
    case .sign:
      authority.cluster == nil ? service.retrieval(of: authority) : service.signing(of: authority, by: issuer)
    case .publishList, .deliver: []
    }
  }
  script.roomCommands = { authority in
    authority.cluster == nil
      ? [
        "echo \"this service gives a name once: have \(authority.id) followed by a tier of another name\" >&2",
        "exit 1",
      ] : []
  }
  return script
}

private struct GoogleCommands {
  let plan: CertificatePlan
  let google: GoogleCAS

  private var place: String { "--project=\(google.project) --location=\(google.location)" }

  private func kind(_ authority: PlannedAuthority) -> String { authority.issuer == nil ? "roots" : "subordinates" }

  /// An authority that is there already stays.
  func creation(of authority: PlannedAuthority) -> [String] {
    let id = plan.googleID(of: authority.id)
    let command = "gcloud privateca \(kind(authority))"
    let issuer = authority.issuer.map {
      "--issuer-pool=\(google.pool) --issuer-location=\(google.location) --issuer-ca=\(plan.googleID(of: $0)) "
    }
    return [
      "mkdir -p \(authority.folder)",
      "\(command) describe \(id) \(place) --pool=\(google.pool) >/dev/null 2>&1 ||",
      "  \(command) create \(id) \(place) --pool=\(google.pool) --auto-enable \\",
      "    \(issuer ?? "")--flags-file=\"$here/\(authority.id).flags.json\"",
    ]
  }

  func retrieval(of authority: PlannedAuthority) -> [String] {
    CeremonyScript.make(authority.certificateFile) {
      [
        "gcloud privateca \(kind(authority)) describe \(plan.googleID(of: authority.id)) \(place) \\",
        "  --pool=\(google.pool) --format='value(pemCaCertificates[0])' >\($0)",
      ]
    }
  }

  /// By a template of the authority's own, from which its issuer for cert-manager has it signed, too.
  func signing(of authority: PlannedAuthority, by issuer: PlannedAuthority) -> [String] {
    let id = plan.googleID(of: authority.id)
    return [
      "needs \(authority.requestFile)", "show \(authority.requestFile)",
      "gcloud privateca templates describe \(id) \(place) >/dev/null 2>&1 ||",
      "  gcloud privateca templates create \(id) \(place) --copy-subject --copy-sans \\",
      "    --identity-cel-expression=\"$(cat \"$here/\(authority.id).cel\")\" \\",
      "    --predefined-values-file=\"$here/\(authority.id).template.json\"",
    ]
      + CeremonyScript.make(authority.certificateFile) {
        [
          "gcloud privateca certificates create --project=\(google.project) \\",
          "  --issuer-location=\(google.location) --issuer-pool=\(google.pool) \\",
          "  --ca=\(plan.googleID(of: issuer.id)) --csr=\(authority.requestFile) --template=\(id) \\",
          "  --template-location=\(google.location) --validity=P\(authority.lifetime.days)D --cert-output-file=\($0).chain",
          "sed '/-END CERTIFICATE-/q' \($0).chain >\($0)",
          "rm -- \($0).chain",
        ]
      }
  }
}
