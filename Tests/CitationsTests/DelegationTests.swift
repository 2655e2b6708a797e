// The delegations of sentences of ours, written as laws and regulations write them.

import Citations
import HanText
import Legislation
import Testing

@Suite struct DelegationTests {
  /// `owner+owner subject verb`, with `?` behind the verb where the rule may be made or not.
  private static func found(_ text: String) -> [String] {
    let document = ParsedDocument(
      parsing: SourceText("碧海市海鸥保护条例\n\n第一条　\(text)\n"))
    return DelegationFinder().delegations(in: document).map {
      let owners = $0.owners.map(document.text(in:)).joined(separator: "+")
      let subject = $0.subject.map(document.text(in:)) ?? "-"
      return "\(owners) \(subject) \(document.text(in: $0.verb))" + ($0.mode == .may ? "?" : "")
    }
  }

  @Test(arguments: [
    ("巡查应当公开，具体办法由市人民政府制定。", ["市人民政府 具体办法 制定"]),
    ("巡查的具体办法，由市人民政府另行制定。", ["市人民政府 巡查的具体办法 另行制定"]),
    ("海鸥的保护范围由国务院规定。", ["国务院 海鸥的保护范围 规定"]),
    ("收费标准由市价格主管部门会同市财政部门制定。", ["市价格主管部门+市财政部门 收费标准 制定"]),
    ("收费标准由市价格、财政主管部门制定，报市人民政府批准后公布。", ["市价格、财政主管部门 收费标准 制定"]),
    ("补偿标准由省、自治区、直辖市人民政府规定。", ["省、自治区、直辖市人民政府 补偿标准 规定"]),
    ("飞行规则由国务院和中央军事委员会制定。", ["国务院+中央军事委员会 飞行规则 制定"]),
    ("名录由市住房和城乡建设部门、公安机关联合制定并公布。", ["市住房和城乡建设部门+公安机关 名录 制定"]),
    ("海鸥目录由国务院负责鸟类保护的部门制定。", ["国务院负责鸟类保护的部门 海鸥目录 制定"]),
    ("补偿办法由总务部(以下简称总部)和财务主管部门共同制定。", ["总务部+财务主管部门 补偿办法 制定"]),
    ("审批权限，由国务院授权省人民政府规定。", ["省人民政府 审批权限 规定"]),
    ("具体办法由省人民政府参照本法有关规定制定。", ["省人民政府 具体办法 制定"]),
    ("军事区域的保护办法，由中央军事委员会依照本法规定的原则规定。", ["中央军事委员会 军事区域的保护办法 规定"]),
    ("巡查补贴的具体标准由市人民政府确定。", ["市人民政府 巡查补贴的具体标准 确定"]),
    ("许可证由国务院公安部门规定式样。", ["国务院公安部门 式样 规定"]),
    ("城市之间的运输，由国务院交通主管部门依照本条例制定管理办法。", ["国务院交通主管部门 管理办法 制定"]),
    ("专营税制由法律另作规定。", ["法律 专营税制 另作规定"]),
    ("旁听办法另行规定。", [" 旁听办法 另行规定"]),
    ("收取费用的办法另行制定。", [" 收取费用的办法 另行制定"]),
    ("国务院可以根据本法制定实施条例。", ["国务院 实施条例 制定?"]),
    ("国务院根据本法制定实施办法。", ["国务院 实施办法 制定"]),
    (
      "省、自治区、直辖市人民政府，可以结合本地实际，根据本法制定实施细则。",
      ["省、自治区、直辖市人民政府 实施细则 制定?"]
    ),
    ("市人民政府应当制定海鸥救助的具体标准、程序。", ["市人民政府 海鸥救助的具体标准、程序 制定"]),
    ("市林业部门应当会同市财政部门制定补贴标准。", ["市林业部门+市财政部门 补贴标准 制定"]),
    ("市林业部门应当依法制定和组织实施巡查规范。", ["市林业部门 巡查规范 制定"]),
    ("国务院林业主管部门根据本条例制定《海鸥保护实施细则》。", ["国务院林业主管部门 《海鸥保护实施细则》 制定"]),
    ("市人民政府应当根据本条例，于本条例施行之日起一年内制定具体办法。", ["市人民政府 具体办法 制定"]),
    ("国务院及其主管部门根据本法对有关事宜作出具体规定。", ["国务院及其主管部门 - 作出具体规定"]),
    ("办法由国务院制定；标准由省人民政府制定。", ["国务院 办法 制定", "省人民政府 标准 制定"]),
    ("“收费标准由市人民政府制定。”", ["市人民政府 收费标准 制定"]),
    ("按照国务院的规定执行。", []),
    ("由公安机关依照治安管理的规定处罚。", []),
    ("由公安机关按照有关规定予以处罚。", []),
    ("由市人民政府依照本法有关规定，处以罚款。", []),
    ("应当符合国务院制定的标准。", []),
    ("执行由国务院规定的标准。", []),
    ("巡查计划由市林业部门制定。", []),
    ("任期由章程规定。", []),
    ("具体事项由双方约定，并制定办法。", []),
    ("不得擅自制定收费标准。", []),
    ("观鸟企业应当制定管理办法。", []),
    ("法律另有规定的，从其规定。", []),
  ]) func delegations(_ text: String, _ expected: [String]) {
    #expect(Self.found(text) == expected)
  }

  @Test(arguments: [
    ("某省实施《海鸥法》办法", "第一条　为了保护海鸥，制定本办法。", ["海鸥法"]),
    ("海鸥保护条例实施细则", "第一条　为了保护海鸥，制定本细则。", ["海鸥保护条例"]),
    ("海鸥办法", "第一条　根据《海鸥法》，制定本办法。", ["海鸥法"]),
    ("海鸥办法", "第一条　为了保护海鸥，制定本办法。依照《罚款法》处罚。", []),
    ("海鸥办法", "第一条　略。\n\n第四条　根据《海鸥法》，制定本办法。", []),
  ]) func parents(_ title: String, _ text: String, _ expected: [String]) {
    let document = ParsedDocument(parsing: SourceText("\(title)\n\n\(text)\n"))
    let mentions = CitationFinder().citations(in: document).flatMap { citation in
      citation.targets.compactMap { target -> (start: Int, title: String)? in
        guard case .titled(let title) = target.instrument else { return nil }
        return (citation.range.lowerBound, title)
      }
    }
    #expect(DelegationFinder().parents(of: document, titled: title, among: mentions) == expected)
  }
}
