// Changes of duties as one line each, for tables of expectations.

import HanText
import Legislation
import Norms
import Versions

/// `tightened 期限由十五日改为十日`, `added 应当建立台账`: the kind, with the reasons or the norm's own words.
func dutyChanges(from old: String, to new: String) -> [String] {
  let documents = [old, new].map { ParsedDocument(parsing: SourceText("灯塔管理办法\n\n" + $0)) }
  let duties = DutyChanges(
    Alignment(old: documents[0], new: documents[1]), old: documents[0], new: documents[1])
  func words(_ norm: Norm, _ document: ParsedDocument) -> String {
    let (trigger, action) = (document.text(in: norm.trigger), document.text(in: norm.action))
    return action.hasPrefix(trigger) ? action : trigger + action
  }
  return duties.changes.map { change in
    let told =
      change.reasons.isEmpty
      ? change.old.map { words(duties.old[$0], documents[0]) }
        + change.new.map { words(duties.new[$0], documents[1]) }
      : change.reasons.map(\.text)
    return change.kind.rawValue + " " + told.joined(separator: "；")
  }
}
