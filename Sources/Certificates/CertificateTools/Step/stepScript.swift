internal import Certificates
internal import MeshModel
internal import MeshNames

/// With a template, a certificate is good for a day unless something else is said (command/certificate/create.go).
func stepScript(for plan: CertificatePlan, _ notice: String) -> CeremonyScript {
  CeremonyScript(notice: notice, tool: "step 0.25 or later", programs: ["step"], plan: plan) {
    step, authority, issuer in
    let (key, request, certificate) = (authority.keyFile, authority.requestFile, authority.certificateFile)
    let template = "--template \"$here/\(authority.id).tpl\" --not-after \(authority.lifetime.days * 24)h"
    switch step.operation {
    case .generateKey:
      return ["mkdir -p \(authority.folder)"]
        + CeremonyScript.make(key) {
          [
            "step crypto keypair \(authority.key.stepArguments) --no-password --insecure --force \(key).pub \($0)",
            "rm -f -- \(key).pub",
          ]
        }
    case .selfSign:
      return ["needs \(key)"]
        + CeremonyScript.make(certificate) {
          ["step certificate create --key \(key) \(template) --force \(authority.id) \($0)"]
        }
    case .request:
      return ["needs \(key)"]
        + CeremonyScript.make(request) {
          ["step certificate create --csr --key \(key) --force \(authority.id) \($0)"]
        } + ["show \(request)"]
    case .sign:
      // It takes the key alone of a request whose signature verifies; the template says the rest.
      return ["needs \(issuer.keyFile) \(issuer.certificateFile) \(request)", "show \(request)"]
        + CeremonyScript.make(certificate) {
          [
            "step certificate sign \(template) \\",
            "  \(request) \(issuer.certificateFile) \(issuer.keyFile) >\($0)",
          ]
        }
    case .publishList, .deliver: return []
    }
  }
}
