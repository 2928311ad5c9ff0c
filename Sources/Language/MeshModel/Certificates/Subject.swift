internal import Diagnostics

/// The distinguished name of an authority.
///
/// Each part is at most 64 characters (RFC 5280, appendix A.1, upper bounds).
package struct Subject: Equatable, Sendable {
  package let commonName: String?
  package let organization: String?
  package let organizationalUnit: String?
  package let country: String?

  package init(
    commonName: String?, organization: String?, organizationalUnit: String? = nil, country: String? = nil
  ) {
    self.commonName = commonName
    self.organization = organization
    self.organizationalUnit = organizationalUnit
    self.country = country
  }

  init(reading fields: inout MappingReader) {
    let commonName: Located<NamePart>? = fields.optional("commonName")
    let organization: Located<NamePart>? = fields.optional("organization")
    let organizationalUnit: Located<NamePart>? = fields.optional("organizationalUnit")
    let country: Located<CountryCode>? = fields.optional("country")
    self.init(
      commonName: commonName?.value.description, organization: organization?.value.description,
      organizationalUnit: organizationalUnit?.value.description, country: country?.value.description)
  }
}
