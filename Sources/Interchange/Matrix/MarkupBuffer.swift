// HTML as bytes: markup goes in as it is, words go in escaped, and a template is filled once.

/// A growing piece of HTML.
struct MarkupBuffer {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Markup of our own.
  init(markup: String) { self.markup(markup) }

  /// Words, escaped.
  init(words: String) { self.words(words) }

  /// Adds markup of our own.
  mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Adds words, fit for an element's text and for an attribute in double quotes. Control characters,
  /// which HTML does not allow, become spaces.
  mutating func words(_ words: String) {
    var words = words
    words.withUTF8 { utf8 in
      var start = 0
      for (i, byte) in utf8.enumerated() {
        guard let escaped = Self.escaped(byte) else { continue }
        bytes.append(contentsOf: utf8[start..<i])
        bytes.append(contentsOf: escaped.utf8)
        start = i + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
  }

  /// Adds an element with nothing but words in it; nothing where there are none.
  mutating func element(_ name: String, _ words: String) {
    guard !words.isEmpty else { return }
    markup("<\(name)>")
    self.words(words)
    markup("</\(name)>")
  }

  /// Adds a template, each `{{name}}` in it replaced by what is given. What is put in is not read
  /// again, so that words that look like a placeholder stay words.
  mutating func template(_ template: String, _ parts: [String: MarkupBuffer]) {
    for (number, piece) in template.split(separator: "{{", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard number > 0, let end = piece.firstRange(of: "}}") else {
        bytes.append(contentsOf: piece.utf8)
        continue
      }
      let name = String(piece[..<end.lowerBound])
      guard let part = parts[name] else { preconditionFailure("nothing given for \(name)") }
      bytes.append(contentsOf: part.bytes)
      bytes.append(contentsOf: piece[end.upperBound...].utf8)
    }
  }

  private static func escaped(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case UInt8(ascii: "\n"), 0x20...: nil
    default: " "
    }
  }
}
