package import Diagnostics
package import MeshNames
internal import YAMLReading

/// Where in AWS Private CA the authorities above the clusters are.
package struct AWSPrivateCA: Sendable {
  package let region: CloudRegion
  /// The authority that signs those of the clusters, once it exists: AWS makes up its name.
  package let arn: Located<AuthorityARN>?

  init?(reading fields: inout MappingReader) {
    let region: Located<CloudRegion>? = fields.required("region", help: "`eu-central-1`, say")
    arn = fields.optional("arn")
    guard let region else { return nil }
    self.region = region.value
  }
}

/// Where in Google's Certificate Authority Service the authorities above the clusters are.
package struct GoogleCAS: Sendable {
  package let project: ProjectID
  package let location: CloudRegion
  package let pool: PoolName

  init?(reading fields: inout MappingReader) {
    let project: Located<ProjectID>? = fields.required("project", help: "the project's ID")
    let location: Located<CloudRegion>? = fields.required("location", help: "`europe-west3`, say")
    let pool: Located<PoolName>? = fields.required("pool", help: "the pool of the authorities, of the tier ENTERPRISE")
    guard let project, let location, let pool else { return nil }
    (self.project, self.location, self.pool) = (project.value, location.value, pool.value)
  }
}

/// What has to be known of a cloud before its tool can be used.
package struct CloudAuthorities: Sendable {
  package let aws: AWSPrivateCA?
  package let google: GoogleCAS?
  /// Where the tools stand for which a section is missing, with its key.
  let missing: [(key: String, tool: Located<CertificateTool>)]

  /// Sections of tools that the topology does not ask for.
  let unneeded: [(key: Located<String>, tool: CertificateTool)]

  init(reading fields: inout MappingReader, for tools: [Located<CertificateTool>]) {
    aws = fields.optional("awsPrivateCA") { AWSPrivateCA(reading: &$0) } ?? nil
    google = fields.optional("googleCAS") { GoogleCAS(reading: &$0) } ?? nil
    let needs: [(String, CertificateTool)] = [("awsPrivateCA", .awsPrivateCA), ("googleCAS", .googleCAS)]
    let (entries, meant) = (fields.mapping.entries, fields.keysMeant)
    unneeded = needs.compactMap { key, tool in
      guard !tools.contains(where: { $0.value == tool }) else { return nil }
      return entries.first { $0.key.text == key }.map { (Located(key, at: $0.key.range), tool) }
    }
    missing = needs.compactMap { key, needed in
      tools.first { $0.value == needed && !meant.contains(key) }.map { (key, $0) }
    }
  }
}
