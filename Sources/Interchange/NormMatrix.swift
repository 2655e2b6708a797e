// Norms as entries of the responsibility matrix.

import Norms

extension ResponsibilityMatrix {
  /// Adds norms of an instrument: one entry for each party that bears a norm, one without a party for a
  /// norm that names none. With `bearer` only the parties that are meant by it.
  public mutating func append(
    _ norms: [NormEntry], of instrument: Instrument, bearer: PartyQuestion? = nil
  ) {
    let number = self.instrument(instrument)
    for norm in norms {
      if norm.bearers.isEmpty, bearer == nil {
        append(Entry(norm, party: nil, phrase: "", instrument: number))
      }
      for (words, names) in zip(norm.bearers, norm.parties) {
        for name in names where bearer?.fits(phrase: words.text, parties: [name]) ?? true {
          append(
            Entry(norm, party: party(name), phrase: words.text.oneLine, instrument: number))
        }
      }
    }
  }
}

extension ResponsibilityMatrix.Entry {
  fileprivate init(_ norm: NormEntry, party: Int?, phrase: String, instrument: Int) {
    self.init(
      party: party, phrase: phrase, instrument: instrument, kind: norm.kind, label: norm.label,
      eId: norm.provision, trigger: norm.trigger.text, topic: norm.topic?.text.oneLine,
      action: norm.action.text.oneLine, condition: norm.condition?.text.oneLine,
      exception: norm.exception?.text.oneLine,
      deadlines: norm.deadlines.map(\.words.text.oneLine), consequences: norm.consequences,
      id: norm.id)
  }
}

extension NormEntry {
  /// What a sanction imposes, or what follows the breach of another norm.
  fileprivate var consequences: [ResponsibilityMatrix.Consequence] {
    if kind == .sanction {
      return [consequence(action, measures, authorities, place: "")]
    }
    return sanctions.map {
      consequence($0.action, $0.measures, $0.authorities, place: $0.place)
    }
  }

  private func consequence(
    _ action: Words, _ measures: [NormMeasure], _ authorities: [Words], place: String
  ) -> ResponsibilityMatrix.Consequence {
    let words = measures.isEmpty ? action.text : measures.map(\.words.text).joined(separator: "，")
    let fines = measures.filter { $0.kind == .fine }.flatMap(\.amounts).filter { $0.unit == .yuan }
    return ResponsibilityMatrix.Consequence(
      measures: words.oneLine,
      authority: authorities.map(\.text.oneLine).joined(separator: "、"), place: place,
      leastFine: fines.compactMap { $0.lower?.whole }.min(),
      mostFine: fines.compactMap { $0.upper?.whole }.max())
  }
}
