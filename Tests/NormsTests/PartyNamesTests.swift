// Which party a phrase means: rows of phrases and what they are counted under.

import HanText
import Legislation
import Norms
import Testing

@Suite struct PartyNamesTests {
  /// A phrase alone, and its party.
  static let single: [(String, String)] = [
    ("渡口经营人", "渡口经营人"),
    // What falls away in front.
    ("有关军事机关", "军事机关"), ("该灯塔管理人", "灯塔管理人"), ("本市供灯企业", "供灯企业"),
    ("国家网信部门", "网信部门"), ("国家机关", "国家机关"), ("国家工作人员", "国家工作人员"),
    ("国家安全机关", "国家安全机关"), ("其他拆灯单位", "拆灯单位"), ("其渡工", "渡工"),
    ("本市有关渡口经营人", "渡口经营人"),
    // What says nothing alone keeps its modifier.
    ("有关部门", "有关部门"), ("相关部门", "有关部门"), ("有关单位", "有关单位"),
    ("其有关部门", "有关部门"), ("其他单位和个人", "其他单位和个人"), ("其他有关部门", "有关部门"),
    ("有关主管部门", "有关主管部门"),
    // Relative clauses.
    ("具有引航能力的灯船运营者", "灯船运营者"), ("从事夜航的渡船的值班船员", "值班船员"),
    ("设置浮标的单位和个人", "设置浮标的单位和个人"), ("负有航标监督管理职责的部门", "负有航标监督管理职责的部门"),
    ("县级以上人民政府的有关部门", "县级以上人民政府有关部门"), ("直接负责的主管人员", "直接负责的主管人员"),
    ("其他直接责任人员", "直接责任人员"), ("设区的市人民政府", "设区的市人民政府"),
    ("乡、镇的人民政府", "乡镇人民政府"), ("学生的父母或者其他监护人", "父母或者其他监护人"),
    ("利用财政资金设立的灯塔博物馆", "灯塔博物馆"), ("灯塔(渡口)管理人", "灯塔（渡口）管理人"),
    // Spellings.
    ("任何组织或者个人", "任何单位和个人"), ("任何个人和组织", "任何单位和个人"),
    ("市、县（区）政府", "市、县（区）人民政府"), ("市人大常委会", "市人民代表大会常务委员会"),
    ("政府", "各级人民政府"), ("市人民政府相关部门", "市人民政府有关部门"), ("企业、事业单位", "企业事业单位"),
    ("市市场监管部门", "市市场监督管理部门"), ("乡（镇）人民政府", "乡镇人民政府"),
    ("灯塔  管理人\n员会", "灯塔管理人员会"), ("雾港市算法局（以下简称市算法局）", "雾港市算法局"),
  ]

  @Test(arguments: single) func namesOne(_ phrase: String, _ party: String) {
    var names = PartyNames()
    #expect(names.parties(of: phrase) == [party])
  }

  /// The bearers of one norm, and the parties of each.
  static let several: [([String], [[String]])] = [
    (["灯标服务提供者和使用者"], [["灯标服务提供者", "灯标服务使用者"]]),
    (["灯标服务提供者、技术支持者"], [["灯标服务提供者", "灯标服务技术支持者"]]),
    (["灯标服务提供者", "使用者"], [["灯标服务提供者"], ["灯标服务使用者"]]),
    (["浮标所有人", "使用人", "管理人"], [["浮标所有人"], ["浮标使用人"], ["浮标管理人"]]),
    (["生产者", "销售者"], [["生产者"], ["销售者"]]),
    (["县级以上人民政府", "其有关部门"], [["县级以上人民政府"], ["县级以上人民政府有关部门"]]),
    (["航标评价机构", "其从业人员"], [["航标评价机构"], ["航标评价机构从业人员"]]),
    (["有关引航机构", "其相关部门"], [["引航机构"], ["引航机构有关部门"]]),
    ([], []),
  ]

  @Test(arguments: several) func namesSeveral(_ bearers: [String], _ parties: [[String]]) {
    var names = PartyNames()
    #expect(names.parties(of: bearers) == parties)
  }

  @Test func ownersStandBefore() {
    var names = PartyNames()
    #expect(names.parties(of: ["其分支机构"], after: "有关渡口企业") == [["渡口企业分支机构"]])
    #expect(names.parties(of: ["渡工"], after: "渡口企业") == [["渡工"]])
  }

  /// Short names a text gives: its definition, a phrase, the party.
  static let shortNames: [(String, String, String)] = [
    ("从事灯标服务提供者（以下简称服务提供者）的备案", "服务提供者", "灯标服务提供者"),
    ("国家灯塔与航标管理总局（以下简称国家灯标局）负责", "国家灯标局", "国家灯塔与航标管理总局"),
    ("国家灯塔与航标管理总局（以下简称国家灯标局）负责", "有关服务提供者", "服务提供者"),
    // A description is no name.
    ("在港内设置夜间灯光设施的单位和个人（以下简称设灯人）备案", "设灯人", "设灯人"),
  ]

  @Test(arguments: shortNames)
  func shortNamesStandForFull(_ clause: String, _ phrase: String, _ party: String) {
    let document = ParsedDocument(parsing: SourceText("灯标办法\n\n第一条　\(clause)。\n"))
    var names = PartyNames(of: document)
    #expect(names.parties(of: phrase) == [party])
  }

  /// A party and what stands above it, the nearest first.
  static let lineages: [(String, [String])] = [
    ("市人民政府", ["各级人民政府"]), ("县级以上地方人民政府", ["各级人民政府"]),
    ("雾港县人民政府", ["各级人民政府"]), ("各级人民政府", []),
    ("县级以上人民政府教育行政部门", ["教育行政部门", "教育部门"]),
    ("国务院生态环境主管部门", ["生态环境主管部门", "生态环境部门"]),
    ("市市场监督管理部门", ["市场监督管理部门"]), ("市场监督管理部门", []),
    ("市容环境卫生主管部门", ["市容环境卫生部门"]), ("市民政部门", ["民政部门"]),
    ("市、县（市、区）人民政府有关部门", ["有关部门"]), ("区、县城市管理部门", ["城市管理部门"]),
    ("市和区、县（市）航标主管部门", ["航标主管部门", "航标部门"]),
    ("地方金融监督管理部门", []), ("水行政主管部门", []),
    ("县级以上地方各级人民政府水行政主管部门", ["水行政主管部门"]),
    ("渡口所在地人民法院", ["人民法院"]), ("案发地公安机关交通管理部门", ["公安机关交通管理部门"]),
    ("灯标服务提供者", []), ("供灯企业", []), ("国务院", []), ("政府有关部门", ["有关部门"]),
    ("县司法行政部门", ["司法行政部门"]), ("市住房和城乡建设主管部门", ["住房和城乡建设主管部门", "住房城乡建设部门"]),
    ("市人民代表大会", ["人民代表大会"]),
    ("市人民代表大会常务委员会", ["人民代表大会常务委员会"]),
  ]

  @Test(arguments: lineages) func standsUnder(_ party: String, _ above: [String]) {
    #expect(PartyNames.lineage(of: party) == [party] + above)
  }

  /// Names end whatever they are made of.
  @Test func endsOnAnything() {
    let pieces = ["其", "有关", "的", "（", "）", "市", "人民政府", "和", "者", "提供者", "、", "部门", " ", "设区的市"]
    var names = PartyNames()
    for a in pieces {
      for b in pieces {
        for c in pieces {
          for party in names.parties(of: a + b + c) { _ = PartyNames.lineage(of: party) }
        }
      }
    }
    #expect(names.parties(of: "").isEmpty)
  }
}
