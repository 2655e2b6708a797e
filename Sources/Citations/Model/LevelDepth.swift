// How levels stand above each other in an address.

import Legislation

extension Level {
  /// How far down a level stands in an address: 编 0 … 目 7.
  package var depth: Int {
    switch self {
    case .part, .attachment, .preamble: 0
    case .subpart: 1
    case .chapter: 2
    case .section: 3
    case .article, .point: 4
    case .paragraph: 5
    case .item: 6
    default: 7
    }
  }
}
