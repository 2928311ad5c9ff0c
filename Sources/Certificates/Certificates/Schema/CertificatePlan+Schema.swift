internal import MeshModel
package import YAMLWriting

extension CertificatePlan {
  /// What a plan's document looks like, as JSON Schema (draft 2020-12).
  ///
  /// `schemas/certificate-plan.schema.json` is this value.
  package static var schema: YAMLValue {
    var document: [YAMLValue.Entry] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", "Certificate plan of meshgen, version 1"),
    ]
    if case .mapping(let root) = root { document += root }
    return .mapping(document + [.init("$defs", definitions)])
  }

  private static var root: YAMLValue {
    Schema.object(
      [
        "kind": ["const": "CertificatePlan"],
        "version": ["const": 1],
        // As a label of Kubernetes has it.
        "mesh": ["type": "string", "pattern": "^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$", "maxLength": 63],
        "trustDomain": Schema.text,
        "profile": Schema.oneOf(CertificateProfile.allCases),
        "workloads": Schema.object([
          "defaultLifetimeHours": Schema.integer(from: 1), "maxLifetimeHours": Schema.integer(from: 1),
        ]),
        "authorities": Schema.list(Schema.reference("authority"), atLeast: 1),
        "ceremony": Schema.list(Schema.reference("step")),
        "deliveries": Schema.list(Schema.reference("delivery")),
        "upkeep": Schema.list(Schema.reference("upkeepAct")),
        "procedures": Schema.list(Schema.reference("procedure")),
        "trustBundles": Schema.list(Schema.reference("trustBundle")),
        "findings": Schema.list(Schema.reference("finding")),
      ], optional: ["generated": Schema.text])
  }

  private static var definitions: YAMLValue {
    [
      // `cluster-` and a cluster's name are at most 71 characters.
      "id": ["type": "string", "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "maxLength": 71],
      "texts": Schema.list(Schema.text),
      "certificates": Schema.object(["certificates": Schema.list(Schema.reference("id"), atLeast: 1)]),
      "names": Schema.object(["dns": Schema.reference("texts"), "uri": Schema.reference("texts")]),
      "authority": authority,
      "key": ["oneOf": [rsaKey, ecdsaKey]],
      "step": step,
      "delivery": deliverySchema,
      "upkeepAct": upkeepAct,
      "procedure": procedure,
      "trustBundle": trustBundle,
      "finding": finding,
    ]
  }
}
