// Measures and their amounts in sentences of our own, shaped as laws and regulations shape theirs.

import Testing

@testable import Norms

@Suite struct MeasureTests {
  @Test(arguments: [
    ("处一万元以上十万元以下的罚款", ["fine “处一万元以上十万元以下的罚款” 10000–100000 元"]),
    ("处三千元以下罚款", ["fine “处三千元以下罚款” ≤3000 元"]),
    ("可以并处五百元以下罚款", ["fine? “并处五百元以下罚款” ≤500 元"]),
    ("处二百元罚款", ["fine “处二百元罚款” 200 元"]),
    ("处5万元以上罚款", ["fine “处5万元以上罚款” ≥50000 元"]),
    ("处０.５万元以上１．５万元以下罚款", ["fine “处０.５万元以上１．５万元以下罚款” 5000–15000 元"]),
    ("处10 万元罚款", ["fine “处10 万元罚款” 100000 元"]),
    ("处1,000元以上20,000元以下罚款", ["fine “处1,000元以上20,000元以下罚款” 1000–20000 元"]),
    ("处一万元至五万元罚款", ["fine “处一万元至五万元罚款” 10000–50000 元"]),
    ("处1至3万元的罚款", ["fine “处1至3万元的罚款” 10000–30000 元"]),
    ("处五百至二千元罚款", ["fine “处五百至二千元罚款” 500–2000 元"]),
    ("处五千元以上不满一万元的罚款", ["fine “处五千元以上不满一万元的罚款” 5000–<10000 元"]),
    ("处五千以上二万以下罚款", ["fine “处五千以上二万以下罚款” 5000–20000 元"]),
    ("处二万元以上（含二万元）五万元以下罚款", ["fine “处二万元以上（含二万元）五万元以下罚款” 20000–50000 元"]),
    ("处人民币三百元罚款", ["fine “处人民币三百元罚款” 300 元"]),
    ("罚款一千元至五千元", ["fine “罚款一千元至五千元” 1000–5000 元"]),
    ("给予警告或者二十元以上一百元以下罚款", ["warning “给予警告”", "fine “二十元以上一百元以下罚款” 20–100 元"]),
    ("对驯鸟人罚款五千元，对场地罚款一万元", ["fine “罚款五千元” 5000 元", "fine “罚款一万元” 10000 元"]),
    ("处违法所得一倍以上十倍以下罚款", ["fine “处违法所得一倍以上十倍以下罚款” 违法所得 1–10 倍"]),
    ("并处货值金额等值以上三倍以下的罚款", ["fine “并处货值金额等值以上三倍以下的罚款” 货值金额 1–3 倍"]),
    ("并处鸟笼货值金额等值以下的罚款", ["fine “并处鸟笼货值金额等值以下的罚款” 鸟笼货值金额 ≤1 倍"]),
    ("处违法收入1.5倍罚款", ["fine “处违法收入1.5倍罚款” 违法收入 1.5 倍"]),
    ("处工程合同价款百分之一以上百分之三以下的罚款", ["fine “处工程合同价款百分之一以上百分之三以下的罚款” 工程合同价款 1–3%"]),
    ("处应缴观鸟费50%以上五倍以下的罚款", ["fine “处应缴观鸟费50%以上五倍以下的罚款” 应缴观鸟费 50%–5 倍"]),
    ("处其上一年年收入60%至100%的罚款", ["fine “处其上一年年收入60%至100%的罚款” 其上一年年收入 60–100%"]),
    ("处鸟巢造价千分之五以上百分之一点五以下罚款", ["fine “处鸟巢造价千分之五以上百分之一点五以下罚款” 鸟巢造价 0.5–1.5%"]),
    ("处项目投资额三分之一的罚款", ["fine “处项目投资额三分之一的罚款” 项目投资额 1/3 倍"]),
    ("处所收费用三至五倍罚款", ["fine “处所收费用三至五倍罚款” 所收费用 3–5 倍"]),
    ("处二倍以上四倍以下罚款", ["fine “处二倍以上四倍以下罚款” 2–4 倍"]),
    (
      "处违法经营额一倍以上五倍以下或者违法所得一倍以上三倍以下的罚款",
      [
        "fine “处违法经营额一倍以上五倍以下或者违法所得一倍以上三倍以下的罚款” 违法经营额 1–5 倍 违法所得 1–3 倍"
      ]
    ),
    ("处五十万元以下或者上一年度营业额百分之五以下罚款", ["fine “处五十万元以下或者上一年度营业额百分之五以下罚款” ≤500000 元 上一年度营业额 ≤5%"]),
    ("按照违法所得的一倍至三倍处以罚款", ["fine “按照违法所得的一倍至三倍处以罚款” 违法所得 1–3 倍"]),
    ("按违法所得30%以下的标准处以罚款", ["fine “按违法所得30%以下的标准处以罚款” 违法所得 ≤30%"]),
    ("处以相当于门票收入二倍以下的罚款", ["fine “处以相当于门票收入二倍以下的罚款” 门票收入 ≤2 倍"]),
    ("处违法所得三倍以下罚款，但最高不超过三万元", ["fine “处违法所得三倍以下罚款” 违法所得 ≤3 倍 cap ≤30000 元"]),
    ("处骗取补贴百分之五十以上三倍以下的罚款，但罚款不得低于二千元", ["fine “处骗取补贴百分之五十以上三倍以下的罚款” 骗取补贴 50%–3 倍 cap ≥2000 元"]),
    ("按日加收万分之五的滞纳金", ["late_fee “按日加收万分之五的滞纳金” 0.05%/日"]),
    ("从滞纳之日起，按日加收欠缴票款千分之二的滞纳金", ["late_fee “按日加收欠缴票款千分之二的滞纳金” 欠缴票款 0.2%/日"]),
    ("每日按罚款数额的百分之三加处罚款", ["surcharge “每日按罚款数额的百分之三加处罚款” 罚款数额 3%/日"]),
    ("处每平方米二百元罚款", ["fine “处每平方米二百元罚款” 每平方米 200 元"]),
    ("每株处五百元以上二千元以下罚款", ["fine “每株处五百元以上二千元以下罚款” 每株 500–2000 元"]),
    ("按每人五百元的标准处以罚款", ["fine “按每人五百元的标准处以罚款” 每人 500 元"]),
    ("处鸽类每只二十元、鹅类每只五十元罚款", ["fine “处鸽类每只二十元、鹅类每只五十元罚款” 每只 20 元 每只 50 元"]),
    ("处以每处五十元以上二百元以下罚款，最高不超过五千元", ["fine “处以每处五十元以上二百元以下罚款” 每处 50–200 元 cap ≤5000 元"]),
    ("处每日每平方米五十元的罚款", ["fine “处每日每平方米五十元的罚款” 每平方米 50 元/日"]),
    ("补种毁坏株数一倍以上三倍以下的树木", ["restoration “补种毁坏株数一倍以上三倍以下的树木” 毁坏株数 1–3 倍"]),
    ("处五日以上十日以下拘留", ["detention “处五日以上十日以下拘留” <5日–10日>"]),
    ("处十五日以下拘留，可以并处一千元以下罚款", ["detention “处十五日以下拘留” <≤15日>", "fine? “并处一千元以下罚款” ≤1000 元"]),
    (
      "处三年以下有期徒刑、拘役或者管制，并处或者单处罚金",
      [
        "imprisonment “处三年以下有期徒刑” <≤3年>",
        "criminal_detention “拘役”",
        "public_surveillance “管制”",
        "criminal_fine “并处或者单处罚金”",
      ]
    ),
    (
      "处十年以上有期徒刑或者无期徒刑，并处没收财产",
      [
        "imprisonment “处十年以上有期徒刑” <≥10年>",
        "life_imprisonment “无期徒刑”",
        "confiscation “并处没收财产”",
      ]
    ),
    ("暂扣观鸟证三个月至六个月", ["licence_suspension “暂扣观鸟证三个月至六个月” <3个月–6个月>"]),
    ("责令停业整顿一个月至三个月", ["business_suspension “责令停业整顿一个月至三个月” <1个月–3个月>"]),
    (
      "责令暂停六个月以上一年以下执业活动直至吊销执业证书",
      [
        "business_suspension “责令暂停六个月以上一年以下执业活动” <6个月–1年>",
        "licence_revocation “吊销执业证书”",
      ]
    ),
    ("给予三个月以上一年以下停止执业的处罚", ["business_suspension “给予三个月以上一年以下停止执业” <3个月–1年>"]),
    ("五年内不得申请观鸟许可", ["ban “五年内不得申请观鸟许可” <5年>"]),
    ("禁止其三年内从事观鸟业务", ["ban “禁止其三年内从事观鸟业务” <3年>"]),
    ("一次记12分", ["points “记12分” 12 分"]),
    ("扣留驾驶证十五日", ["licence_suspension “扣留驾驶证十五日” <15日>"]),
    (
      "给予暂扣观鸟证六个月直至吊销观鸟证的处罚",
      [
        "licence_suspension “给予暂扣观鸟证六个月” <6个月>",
        "licence_revocation “吊销观鸟证”",
      ]
    ),
    (
      "没收违法所得，违法所得五千元以上的，并处违法所得二倍罚款，没有违法所得或者违法所得不足五千元的，并处一万元罚款",
      [
        "confiscation “没收违法所得”",
        "fine “并处违法所得二倍罚款” 违法所得 2 倍",
        "fine “并处一万元罚款” 10000 元",
      ]
    ),
    ("没有违法所得的处三千元以下罚款", ["fine “处三千元以下罚款” ≤3000 元"]),
    ("责令改正，可处以二万元以下罚款", ["correction “责令改正”", "fine? “处以二万元以下罚款” ≤20000 元"]),
    (
      "责令停产整治，一年内暂停承接鸟舍工程",
      [
        "business_suspension “责令停产整治”",
        "business_suspension “一年内暂停承接鸟舍工程” <1年>",
      ]
    ),
    ("没收证件，并处警告或者五日以下拘留", ["confiscation “没收证件”", "warning “并处警告”", "detention “五日以下拘留” <≤5日>"]),
    ("处五十元以上罚款，由观鸟办会同公安机关予以取缔", ["fine “处五十元以上罚款” ≥50 元", "closure “予以取缔”"]),
    ("收回奖金，三年内不受理其申请", ["recovery “收回奖金”", "ban “三年内不受理其申请” <3年>"]),
    ("处以一百元以上，五百元以下罚款", ["fine “处以一百元以上，五百元以下罚款” 100–500 元"]),
    ("每一停车位每日罚款一百元", ["fine “罚款一百元” 每一停车位 100 元/日"]),
    ("处观鸟费二倍以下、最高不超过一万元的罚款", ["fine “处观鸟费二倍以下、最高不超过一万元的罚款” 观鸟费 ≤2 倍 cap ≤10000 元"]),
    (
      "处以警告、没收非法所得或者五千元以下罚款", ["warning “处以警告”", "confiscation “没收非法所得”", "fine “五千元以下罚款” ≤5000 元"]
    ),
    ("处以被销售、转移、销毁财物价款一倍以上三倍以下的罚款", ["fine “处以被销售、转移、销毁财物价款一倍以上三倍以下的罚款” 被销售、转移、销毁财物价款 1–3 倍"]),
    (
      "责令具结悔过或者处一万元以下罚款、十五日以下拘留",
      [
        "admonition “责令具结悔过”",
        "fine “处一万元以下罚款” ≤10000 元",
        "detention “十五日以下拘留” <≤15日>",
      ]
    ),
    (
      "吊扣观鸟证一个月，责令停飞三个月",
      [
        "licence_suspension “吊扣观鸟证一个月” <1个月>",
        "business_suspension “责令停飞三个月” <3个月>",
      ]
    ),
    ("处一年六个月以下有期徒刑", ["imprisonment “处一年六个月以下有期徒刑” <≤18个月>"]),
  ]) func amounts(_ text: String, _ expected: [String]) {
    #expect(measures(text) == expected)
  }

  @Test(arguments: [
    ("可以自责令改正之日的次日起，按照原处罚数额按日连续处罚", ["daily_fine? “按日连续处罚”"]),
    ("终身禁止从事观鸟业务", ["ban “终身禁止从事观鸟业务” <终身>"]),
    ("责令改正", ["correction “责令改正”"]),
    ("责令限期改正，没收违法所得和捕鸟工具", ["correction “责令限期改正”", "confiscation “没收违法所得和捕鸟工具”"]),
    ("责令停止违法行为、限期恢复原状或者采取其他补救措施", ["cessation “责令停止违法行为”", "restoration “限期恢复原状或者采取其他补救措施”"]),
    ("责令停产停业、吊销许可证", ["business_suspension “责令停产停业”", "licence_revocation “吊销许可证”"]),
    ("责令其赔偿损失", ["compensation “责令其赔偿损失”"]),
    ("责令观鸟台依法拆除鸟笼", ["demolition “责令观鸟台依法拆除鸟笼”"]),
    ("责令召回鸟粮，并可以向社会公布", ["recall “责令召回鸟粮”", "publication? “向社会公布”"]),
    ("给予警告、记过或者记大过处分", ["discipline “给予警告、记过或者记大过处分”"]),
    ("给予降级、撤职或者开除的处分", ["discipline “给予降级、撤职或者开除的处分”"]),
    ("对直接负责的主管人员和其他直接责任人员依法给予处分", ["discipline “给予处分”"]),
    ("依法追究刑事责任", ["criminal_liability “追究刑事责任”"]),
    ("依法追究有关责任人员的刑事责任", ["criminal_liability “追究有关责任人员的刑事责任”"]),
    ("承担赔偿责任", ["compensation “承担赔偿责任”"]),
    ("依法承担连带责任", ["civil_liability “承担连带责任”"]),
    ("承担相应的法律责任", ["liability “承担相应的法律责任”"]),
    ("代为清理，所需费用由违法者承担", ["enforcement “代为清理”", "costs “所需费用由违法者承担”"]),
    ("予以取缔，没收销毁鸟网", ["closure “予以取缔”", "confiscation “没收销毁鸟网”"]),
    ("记入信用记录并向社会公示", ["credit_record “记入信用记录”", "publication “向社会公示”"]),
    ("列入预算并降低资质等级", ["downgrade “降低资质等级”"]),
    ("由公安机关给予治安管理处罚", ["public_security_penalty “给予治安管理处罚”"]),
    ("予以通报批评，取消其评选资格", ["criticism “予以通报批评”", "disqualification “取消其评选资格”"]),
    ("由观鸟部门责令改正，并由发证机关吊销许可证", ["correction “责令改正”", "licence_revocation “吊销许可证”"]),
    ("依照《观鸟罚款一万元办法》的规定处罚", ["penalty “处罚”"]),
    ("逾期未拆除的，强制拆除", ["demolition “强制拆除”"]),
    ("不得转移、销毁鸟笼", ["ban “不得转移、销毁鸟笼”"]),
    ("不予行政处罚", ["mitigation “不予行政处罚”"]),
    ("责令限期出境", ["expulsion “责令限期出境”"]),
    ("可以根据情节轻重，给予警告，并处罚款", ["warning? “给予警告”", "fine “并处罚款”"]),
    ("责令停止使用，在改正期间不得投喂", ["cessation “责令停止使用”", "ban “不得投喂”"]),
    ("由上级机关责令改正，通报批评；造成损失的，依法赔偿", ["correction “责令改正”", "criticism “通报批评”", "compensation “赔偿”"]),
    ("降低其资质等级或者吊销资质证书", ["downgrade “降低其资质等级”", "licence_revocation “吊销资质证书”"]),
    ("逾期不缴的，依法强制执行", ["enforcement “强制执行”"]),
    ("处罚决定应当公开", []),
    ("责令改正，限期安装鸟笼", ["correction “责令改正”", "order “限期安装鸟笼”"]),
    ("责令停止观鸟，封存该批鸟粮", ["cessation “责令停止观鸟”", "seizure “封存该批鸟粮”"]),
    ("责令其依法予以纠正", ["correction “责令其依法予以纠正”"]),
    ("责令停止侵害或者采取防治措施", ["cessation “责令停止侵害”", "order “采取防治措施”"]),
    ("责令停业整治，列入严重失信名单", ["business_suspension “责令停业整治”", "credit_record “列入严重失信名单”"]),
    ("造成损失的，予以赔偿", ["compensation “予以赔偿”"]),
    ("给予警示，予以关闭", ["closure “予以关闭”"]),
  ]) func acts(_ text: String, _ expected: [String]) {
    #expect(measures(text) == expected)
  }

  @Test func permissionBeforeTheSanction() {
    #expect(measures("可以处二百元罚款", from: 6) == ["fine? “处二百元罚款” 200 元"])
    #expect(measures("应当处二百元罚款", from: 6) == ["fine “处二百元罚款” 200 元"])
  }

  @Test func numbersAreExact() throws {
    let bytes = Array("处货值金额百分之零点五以上1.5倍以下罚款".utf8)
    let amount = try #require(
      MeasureReader.measures(in: bytes, 0..<bytes.count).first?.amounts.first)
    #expect(amount.unit == .times)
    #expect(amount.lower == Ratio(5, over: 1000))
    #expect(amount.upper == Ratio(3, over: 2))
  }

  @Test func numbersThatDoNotFitAreLeftOut() {
    #expect(measures("处9999999999999999亿元罚款") == ["fine “处9999999999999999亿元罚款”"])
    #expect(measures("处一亿元罚款") == ["fine “处一亿元罚款” 100000000 元"])
  }

  @Test func rangesMoveTogether() throws {
    let bytes = Array("处违法所得一倍罚款".utf8)
    let measure = try #require(MeasureReader.measures(in: bytes, 0..<bytes.count).first)
    let moved = measure.mapped { $0.lowerBound + 10..<$0.upperBound + 10 }
    #expect(moved.range == 10..<bytes.count + 10)
    #expect(moved.amounts.first?.basis == 13..<25)
  }

  /// Fragments in any order read without a crash, and ranges stay inside of what was read.
  @Test func fragmentsInAnyOrder() {
    var seed: UInt64 = 7
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let parts = [
      "处", "并处", "责令", "没收", "吊销", "罚款", "拘留", "一万元", "以上", "以下", "五倍", "百分之", "的", "，", "由",
      "可以", "每", "按", "终身", "不得", "三年内", "（", "）", "《", "限期", "拆除", "或者", "、", "不超过", "记", "12分",
      "处分",
      "自", "之日起", "前", "后", "提前", "每年", "三月", "底", "十日", "😀", "年",
    ]
    for _ in 0..<3000 {
      let text = (0..<(1 + next(12))).map { _ in parts[next(parts.count)] }.joined()
      let bytes = Array(text.utf8)
      for measure in MeasureReader.measures(in: bytes, 0..<bytes.count) {
        #expect(measure.range.lowerBound >= 0 && measure.range.upperBound <= bytes.count)
        #expect(!measure.range.isEmpty)
      }
      for deadline in DeadlineReader.deadlines(in: bytes, 0..<bytes.count) {
        #expect(deadline.range.lowerBound >= 0 && deadline.range.upperBound <= bytes.count)
        #expect(!deadline.range.isEmpty)
      }
    }
  }

  /// Fragments in any order read without a crash, and ranges stay inside of what was read.
  @Test func fragmentsInAnyOrder() {
    var seed: UInt64 = 7
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let parts = [
      "处", "并处", "责令", "没收", "吊销", "罚款", "拘留", "一万元", "以上", "以下", "五倍", "百分之", "的", "，", "由",
      "可以", "每", "按", "终身", "不得", "三年内", "（", "）", "《", "限期", "拆除", "或者", "、", "不超过", "记", "12分",
      "处分",
      "自", "之日起", "前", "后", "提前", "每年", "三月", "底", "十日", "😀", "年",
    ]
    for _ in 0..<3000 {
      let text = (0..<(1 + next(12))).map { _ in parts[next(parts.count)] }.joined()
      let bytes = Array(text.utf8)
      for measure in MeasureReader.measures(in: bytes, 0..<bytes.count) {
        #expect(measure.range.lowerBound >= 0 && measure.range.upperBound <= bytes.count)
        #expect(!measure.range.isEmpty)
      }
      for deadline in DeadlineReader.deadlines(in: bytes, 0..<bytes.count) {
        #expect(deadline.range.lowerBound >= 0 && deadline.range.upperBound <= bytes.count)
        #expect(!deadline.range.isEmpty)
      }
    }
  }
}
