/// What the values of load balancers' annotations say: switches, lists of ports, lines of JSON.
extension String {
  /// Whether the value of a switch is anything but one of the words for "no".
  var isOn: Bool { !["", "false", "off", "none", "no", "0", "disabled"].contains(self) }

  var parts: [String] {
    split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
  }

  var isListOfPorts: Bool { parts.allSatisfy { Int($0) != nil } }

  /// `443:a;8443:b`: the ports.
  var partsBeforeColons: String {
    parts.compactMap { $0.split(separator: ":").first.map(String.init) }.joined(separator: ",")
  }

  /// `https:443,tcp:80`: the ports of what is not passed on as it is.
  var partsOfHTTP: String {
    parts.compactMap { part in
      let pair = part.split(separator: ":")
      return pair.count == 2 && !["tcp", "udp"].contains(pair[0]) ? String(pair[1]) : nil
    }.joined(separator: ",")
  }

  /// The text of a field in a line of JSON that has no deeper objects.
  func json(_ field: String) -> String? {
    guard let range = firstRange(of: "\"\(field)\"") else { return nil }
    let rest = self[range.upperBound...].drop { $0 == ":" || $0.isWhitespace }
    guard rest.first == "\"" else { return String(rest.prefix { $0 != "," && $0 != "}" }) }
    return String(rest.dropFirst().prefix { $0 != "\"" })
  }

  /// The object of a field in a line of JSON.
  func json(of field: String) -> String? {
    guard let range = firstRange(of: "\"\(field)\"") else { return nil }
    return String(self[range.upperBound...].prefix { $0 != "}" })
  }
}
