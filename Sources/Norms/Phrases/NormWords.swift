// The word classes that norms are read by, one name for each.

import HanText
import Legislation

/// The word classes of the resources.
enum NormWords {
  static let clauses = WordClasses(PackageResources.ClauseWords_txt)
  static let connectives = clauses["connective"]
  static let moments = clauses["moment"]
  static let momentOpeners = clauses["moment-open"]
  static let bases = clauses["basis"]
  static let exclusions = clauses["exclusion"]
  static let exclusionEnds = clauses["exclusion-end"]
  static let contrasts = clauses["contrast"]
  static let notAntecedents = clauses["not-antecedent"]
  static let adverbs = clauses["adverb"]
  static let mandates = clauses["mandate-noun"]
  static let breachVerbs = clauses["breach-verb"]
  static let caseOpeners = clauses["case-open"]
  static let copulas = clauses["copula"]
  static let findings = clauses["finding"]
  static let ownSubjects = clauses["own-subject"]
  static let passives = clauses["passive"]
  static let suffered = clauses["suffer"]
  static let cases = clauses["case"]
  static let coordinators = clauses["coordinator"]
  static let addressing = clauses["addressing"]
  static let frames = clauses["frame"]
  static let taking = clauses["takes"]
  static let anybody = clauses["anybody"]
  static let founding = clauses["founding"]
  static let placeVerbs = clauses["place-verb"]
  static let giving = clauses["giving"]
  static let victims = clauses["victim"]
  static let belongings = clauses["belonging"]
  static let faults = clauses["fault"]
  static let joints = WordClasses(PackageResources.Coordination_txt)["joint"]

  private static let openers = WordClasses(PackageResources.Openers_txt)
  static let prepositions = openers["preposition"]
  static let openingAdverbs = openers["adverb"]
  static let verbs = openers["verb"]
  static let attributives = openers["attributive"]
  static let notOpeners = openers["not"]
  static let breaks = openers["break"]
  static let nominals = openers["nominal"]
  static let transitives = openers["transitive"]
  static let governing = openers["governing"]
  static let insides = openers["inside"]
  static let asides = openers["aside"]
  static let markers = openers["marker"]
  static let heads = openers["head"]
  static let bodies = openers["body"]

  private static let nouns = WordClasses(PackageResources.RoleNouns_txt)
  static let roles = nouns["role"]
  static let things = nouns["thing"]
  static let exact = nouns["exact"]
  static let anyone = nouns["any"]
  static let persons = nouns["person"]
  static let acting = nouns["acting"]
  static let areas = nouns["area"]
  static let generic = nouns["generic"]

  static let compounds = WordList(
    words: resourceLines(PackageResources.Compounds_txt).flatMap { $0 })
  static let sanctions = WordClasses(PackageResources.SanctionWords_txt)
  static let strong = triggers["strong"]
  static let triggers = WordClasses(PackageResources.Triggers_txt)
}
