// A time limit as a value.

import HanText

/// A time limit: 十五个工作日内, 自收到申请之日起三十日内. Ranges are UTF-8 bytes of the source text.
public struct Deadline: Sendable, Hashable {
  public var range: ByteRange
}
