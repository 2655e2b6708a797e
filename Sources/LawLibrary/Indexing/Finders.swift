// The passes over a parsed text, made once for many texts.

import Citations
import Norms

/// What reads parsed texts.
struct Finders: Sendable {
  let citations = CitationFinder()
  let definitions = DefinitionFinder()
  let norms = NormFinder()
}
