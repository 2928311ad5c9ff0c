package import Certificates
internal import MeshModel
internal import MeshNames

/// The page that a security team reviews: who does what, in which order, what is checked, and how far a loss reaches.
///
/// - Parameter plan: The plan.
/// - Returns: A page in Markdown.
package func certificateReview(of plan: CertificatePlan) -> String {
  let family = AuthorityTree(plan.authorities)
  return [
    introduction(plan),
    pictureSection(plan, family),
    authoritySection(plan),
    custodySection(plan),
    ceremonySection(plan),
    checkSection(plan, family),
    deliverySection(plan),
    rotationSection(plan),
    renewalSection(plan),
    procedureSection(plan),
    compromiseSection(plan, family),
    remarkSection(plan),
  ].compactMap { $0 }.joined(separator: "\n\n") + "\n"
}

private func introduction(_ plan: CertificatePlan) -> String {
  """
  # Certificates of mesh `\(plan.mesh)`

  Trust domain `\(plan.trustDomain)`, profile `\(plan.profile.rawValue)`. `plan.json` beside this page says the same to \
  programs, every property of every certificate written out. There are durations and no dates: the plan begins when \
  the ceremony does. No key is in this folder, and none belongs here.
  """
}
