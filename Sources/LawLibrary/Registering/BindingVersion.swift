// Which texts of a library bind anybody on a day.

import Foundation
import HanText
import Legislation

extension VersionSummary {
  /// Whether what it says holds with a status: a law in force, or one of which nothing is known. A decision
  /// that amends says what the amended text says, which would count twice.
  func binds(_ validity: Validity) -> Bool {
    switch Genre(rawValue: genre) {
    case .commentary, .case: return false
    case .decision where AmendingTitles.words.contains(where: { title.contains($0) }): return false
    default: break
    }
    switch validity {
    case .inForce, .unknown: return true
    case .amended, .pending, .repealed: return false
    }
  }
}

/// What the titles of amending decisions hold (`AmendingTitles.txt`).
private enum AmendingTitles {
  static let words = resourceLines(PackageResources.AmendingTitles_txt).joined().map(String.init)
}
