// The kinds of measures that follow a breach.

/// What a measure does.
///
/// The administrative penalties are those of 行政处罚法 article 9, the criminal ones those of 刑法
/// articles 33 and 34, and 处分 those of 公职人员政务处分法 article 7; the rest is named after what statutes
/// order beside them.
public enum MeasureKind: String, Sendable, CaseIterable {
  /// 警告
  case warning
  /// 通报批评, 批评教育
  case criticism
  /// 罚款
  case fine
  /// 按日连续处罚
  case dailyFine = "daily_fine"
  /// 加处罚款
  case surcharge
  /// 滞纳金
  case lateFee = "late_fee"
  /// 没收, 收缴
  case confiscation
  /// 追缴, 追回
  case recovery
  /// 责令退还, 责令退赔
  case restitution
  /// 责令缴纳, 责令补缴
  case payment
  /// 责令改正, 限期整改
  case correction
  /// 责令停止违法行为
  case cessation
  /// 责令停产停业, 停业整顿, 暂停相关业务
  case businessSuspension = "business_suspension"
  /// 责令关闭, 取缔
  case closure
  /// 责令恢复原状, 责令清除, 补种
  case restoration
  /// 拆除
  case demolition
  /// 责令召回
  case recall
  /// 责令 with any other act.
  case order
  /// 吊销
  case licenceRevocation = "licence_revocation"
  /// 暂扣许可证件
  case licenceSuspension = "licence_suspension"
  /// 撤销, 注销 a licence, a registration or a decision
  case cancellation
  /// 降低资质等级
  case downgrade
  /// 取消资格
  case disqualification
  /// 禁止从事, 不得申请, 市场禁入
  case ban
  /// 查封, 扣押, 扣留
  case seizure
  /// 销毁
  case destruction
  /// 强制执行, 代为履行 and other ways to enforce
  case enforcement
  /// 所需费用由违法者承担
  case costs
  /// 拘留
  case detention
  /// 限期出境, 驱逐出境
  case expulsion
  /// 记分
  case points
  /// 记入信用记录, 列入失信名单
  case creditRecord = "credit_record"
  /// 向社会公布
  case publication
  /// 约谈
  case interview
  /// 训诫, 责令具结悔过
  case admonition
  /// 处分
  case discipline
  /// 处罚, with no word on which
  case penalty
  /// 从轻、减轻、不予处罚
  case mitigation
  /// 治安管理处罚
  case publicSecurityPenalty = "public_security_penalty"
  /// 追究刑事责任
  case criminalLiability = "criminal_liability"
  /// 罚金
  case criminalFine = "criminal_fine"
  /// 有期徒刑
  case imprisonment
  /// 无期徒刑
  case lifeImprisonment = "life_imprisonment"
  /// 拘役
  case criminalDetention = "criminal_detention"
  /// 管制
  case publicSurveillance = "public_surveillance"
  /// 死刑
  case death
  /// 剥夺政治权利
  case deprivationOfRights = "deprivation_of_rights"
  /// 赔偿
  case compensation
  /// 民事责任, 违约责任, 连带责任
  case civilLiability = "civil_liability"
  /// 责任, with no word on which
  case liability
}
