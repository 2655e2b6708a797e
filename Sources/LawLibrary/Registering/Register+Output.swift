// A register as JSON lines and as a matrix: the norms of a file, and where in the library they stand.

import Interchange

extension Register {
  /// A line for each norm: the members that `duties FILE` gives, with the instrument, its version and
  /// status, and the words of the provision.
  public var jsonLines: String {
    var lines = ""
    for version in versions {
      for found in version.norms { lines += found.json(in: version) }
    }
    return lines
  }

  /// The norms as a matrix of parties and instruments; where a party was asked for, of that alone.
  public var matrix: ResponsibilityMatrix {
    var matrix = ResponsibilityMatrix(
      title: parties.isEmpty ? "责任矩阵" : "责任矩阵：" + parties.joined(separator: "、"),
      note: "\(chineseDate(day))")
    for version in versions {
      matrix.append(
        version.norms.map(\.norm),
        of: ResponsibilityMatrix.Instrument(
          title: version.title, version: version.version ?? "", status: version.validity.label),
        bearer: question)
    }
    return matrix
  }
}

extension RegisteredNorm {
  fileprivate func json(in version: RegisteredVersion) -> String {
    JSONWriter.line { writer in
      writer.key("file")
      writer.optional(version.sources.first)
      writer.key("instrument")
      writer.string(version.title)
      writer.key("version")
      writer.optional(version.version)
      writer.key("status")
      writer.string(version.validity.name)
      if let recordID {
        writer.key("record")
        writer.string(recordID)
      }
      norm.write(to: &writer)
      writer.key("text")
      writer.string(text)
    }
  }
}
