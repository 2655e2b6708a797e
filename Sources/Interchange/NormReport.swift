// What `duties` shows people of a file: provision by provision who must, must not or may do what.

import Legislation
import Norms

extension ParsedDocument {
  /// The title, then under each provision its norms, as lines of at most `width` columns. With
  /// `explaining` each norm has its id and the rules that set its fields.
  public func normReport(
    _ norms: [NormEntry], width: Int = 80, explaining: Bool = false
  ) -> String {
    var out = metadata.title.isEmpty ? "" : metadata.title.clipped(to: width) + "\n"
    var provision: String?
    for norm in norms {
      if norm.provision != provision {
        provision = norm.provision
        out += norm.place.clipped(to: width) + "\n"
      }
      for line in norm.lines(width: width - 2) { out += "  \(line.text)\n" }
      if explaining {
        for line in norm.explanation(width: width - 6) { out += "      \(line)\n" }
      }
    }
    return out + NormEntry.summary(norms) + "\n"
  }
}

extension NormEntry {
  /// A line of a table of norms.
  public struct Line: Sendable {
    /// What it tells, for those who colour it.
    public enum Part: Sendable { case head, content, note }

    public var text: String
    public var part: Part
  }

  /// Where it stands, for people: the label, or the eId of a provision without one.
  public var place: String { label.isEmpty ? provision : label }

  /// 义务  深度合成服务提供者（承前）: the kind and who bears it, or what it is about.
  public var head: String {
    var who = bearers.map(\.text.oneLine).joined(separator: "、")
    if who.isEmpty {
      who = topic.map { "〔\($0.text.oneLine)〕" } ?? "（未指明主体）"
    } else if isImplicit {
      who += "（承前）"
    }
    return "\(kind.chinese)  \(who)"
  }

  /// The trigger with what it governs. The action of a sanction begins with its trigger, unless that is a modal.
  public var content: String {
    let action = action.text.oneLine
    return action.hasPrefix(trigger.text) ? action : trigger.text + action
  }

  /// What limits the norm or belongs to it, each under its name.
  public var notes: [(name: String, text: String)] {
    [
      ("条件", condition?.text.oneLine ?? ""), ("例外", exception?.text.oneLine ?? ""),
      ("期限", deadlines.map(\.words.text.oneLine).joined(separator: "；")),
      ("数额", measures.map(\.value).filter { !$0.isEmpty }.joined(separator: "；")),
      ("机关", authorities.map(\.text.oneLine).joined(separator: "、")),
      ("依照", references.places), ("依据", clause?.line ?? ""),
    ].filter { !$0.1.isEmpty } + sanctions.map { ("违反", $0.line) }
  }

  /// Head, content and notes, each wrapped to `width` columns.
  public func lines(width: Int) -> [Line] {
    var lines = head.wrapped(to: width).map { Line(text: $0, part: .head) }
    lines += content.wrapped(to: width - 2).map { Line(text: "  " + $0, part: .content) }
    for note in notes {
      let name = note.name + "："
      for (row, text) in note.text.wrapped(to: width - 2 - name.columns).enumerated() {
        let margin = row == 0 ? name : "".padded(to: name.columns)
        lines.append(Line(text: "  " + margin + text, part: .note))
      }
    }
    return lines
  }

  /// The id, and each field with the rule that set it, wrapped to `width` columns.
  public func explanation(width: Int) -> [String] {
    var lines = ["id \(id)"]
    for reason in reasons {
      let name = reason.field.rawValue.padded(to: 10)
      for (row, text) in reason.rule.wrapped(to: width - 10).enumerated() {
        lines.append((row == 0 ? name : "".padded(to: 10)) + text)
      }
    }
    return lines
  }

  /// 12 norms: 义务 8, 禁止 4
  public static func summary(_ norms: [NormEntry]) -> String {
    let kinds = NormKind.allCases.compactMap { kind -> String? in
      let count = norms.count { $0.kind == kind }
      return count == 0 ? nil : "\(kind.chinese) \(count)"
    }
    return counted(norms.count, "norm")
      + (kinds.isEmpty ? "" : ": " + kinds.joined(separator: ", "))
  }
}
