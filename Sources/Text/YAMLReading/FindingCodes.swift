package import Diagnostics

/// What can be wrong with a text as YAML, in the order of the numbers.
package enum YAMLFindings {
  package static let codes: [FindingCode] = [
    .notYAML, .notUTF8, .nulByte, .tooLarge, .nestedTooDeeply, .alias, .anchor, .tag, .severalDocuments,
    .duplicateKey, .noDocument, .keyIsNoText,
  ]
}
