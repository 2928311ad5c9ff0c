internal import Diagnostics
internal import YAMLReading
internal import YAMLWriting

/// The documents of a file, one behind the other; what cannot be read is left out, and its place says why.
///
/// - Parameters:
///   - file: The file.
///   - unreadable: Takes the paths of files of which something could not be read.
/// - Returns: The documents; items of a list, as `kubectl get -o yaml` prints one, stand for themselves.
func documents(of file: AppliedFile, unreadable: inout [String]) -> [YAMLValue] {
  var documents: [YAMLValue] = []
  for part in file.bytes.documents {
    var log = FindingLog()
    let node = readYAML(SourceText(name: file.path, bytes: part), limits: .state, into: &log)
    if log.hasErrors, !log.findings.contains(where: { $0.code.slug == "no-document" }) { unreadable.append(file.path) }
    guard let node else { continue }
    let document = YAMLValue(node)
    let isList = document["kind"]?.text?.hasSuffix("List") ?? false
    documents += isList && document["items"] != nil ? document["items"]?.items ?? [] : [document]
  }
  return documents
}

extension ReadingLimits {
  /// A file of the state: 64 MiB, as deep as a topology.
  fileprivate static let state = ReadingLimits(bytes: 64 << 20, depth: 64)
}

extension [UInt8] {
  /// The parts between lines that begin a document: `---`.
  fileprivate var documents: [[UInt8]] {
    let mark = Array("---".utf8)
    var parts: [[UInt8]] = [[]]
    for line in split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: mark), line.dropFirst(3).allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") })
      {
        parts.append([])
      } else {
        parts[parts.count - 1] += line + [UInt8(ascii: "\n")]
      }
    }
    return parts
  }
}

extension YAMLValue {
  /// A document as the objects of a plan have it: the types are those that an API server sees.
  init(_ node: Node) {
    switch node {
    case .mapping(let mapping): self = .mapping(mapping.entries.map { Entry($0.key.text, YAMLValue($0.value)) })
    case .sequence(let sequence): self = .sequence(sequence.items.map { YAMLValue($0) })
    case .scalar(let scalar): self.init(scalar)
    }
  }

  private init(_ scalar: Node.Scalar) {
    self =
      if Node.scalar(scalar).isNull {
        .null
      } else if scalar.isPlain, let number = Int(scalar.text) {
        .integer(number)
      } else if scalar.isPlain, scalar.text == "true" || scalar.text == "false" {
        .boolean(scalar.text == "true")
      } else {
        .string(scalar.text)
      }
  }
}
