/// Names and labels of a Mermaid flowchart, in which no text can end its node.
package enum Mermaid {
  /// The name of a node for a text, different for different texts.
  ///
  /// Two hyphens would be a link, and `end` the end of a box.
  package static func node(_ kind: String, _ text: String) -> String {
    kind + "_"
      + text.unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
        case "-": "_"
        default: "_u\(scalar.value)_"
        }
      }.joined()
  }

  /// A text in a node, or on a link, as HTML that Mermaid shows.
  package static func label(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "<", ">", "#", "&", ";", "`", "\\", "|", "[", "]", "{", "}", "(", ")": "#\(scalar.value);"
        case "\n", "\r", "\t": " "
        default: String(scalar)
        }
      }.joined() + "\""
  }
}
