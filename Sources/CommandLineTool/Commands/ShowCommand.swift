// tiaowen show: one provision by its address.

import ArgumentParser
import Foundation
import Tiaowen

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a provision by its address.",
    discussion: """
      An address is written as people write it: 深度合成管理规定第十九条, 《网络安全法》第21条第2款, \
      网络安全法@2016-11-07第二十一条, 网络安全法 art_21. A title alone shows its contents.
      """)

  @Argument(help: "The address.") var address: [String]
  @OptionGroup var library: LibraryOptions
  @Option(
    help: ArgumentHelp("The version in force on this day; today unless given.", valueName: "date"))
  var asOf: Day?
  @Option(help: ArgumentHelp("Show as many neighbours on both sides.", valueName: "count"))
  var neighbours = 0
  @Option(help: "table or json.") var format: StatusFormat = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func validate() throws {
    guard !address.isEmpty else { throw ValidationError("Say what to show.") }
    guard (0...1000).contains(neighbours) else {
      throw ValidationError("--neighbours is a number from 0 to 1000.")
    }
  }

  func run() throws {
    try reportingErrors {
      let library = try Library(path: library.path)
      let shown = try library.show(
        address.joined(separator: " "), asOf: asOf?.text ?? Day.today, neighbours: neighbours)
      switch format {
      case .table: page(text(shown), paging: !noPager)
      case .json: printOut(try jsonLine(Output(shown)))
      }
    }
  }

  private func text(_ shown: ShownProvision) -> String {
    var output = Style.title(shown.instrument.bracketedTitle) + "\n"
    let version = shown.version.map { "版本 \($0) · " } ?? ""
    output += shown.validity.style(version + shown.validity.label) + "\n"
    if let note = InstrumentHistory.note(of: shown.missing) { output += Style.warning(note) + "\n" }
    for (depth, heading) in shown.above.enumerated() {
      output += String(repeating: "  ", count: depth) + Style.label(heading) + "\n"
    }
    output += "\n"
    for provision in shown.before { output += Style.faint(paragraph(provision)) + "\n" }
    output += paragraph(shown.provision) + "\n"
    for provision in shown.after { output += Style.faint(paragraph(provision)) + "\n" }
    output += Style.faint("\(shown.citation)\n\(shown.sources.joined(separator: "\n"))") + "\n"
    return output
  }

  private func paragraph(_ provision: ProvisionText) -> String {
    [provision.label, provision.text].filter { !$0.isEmpty }.joined(separator: "　") + "\n"
  }

  private struct Output: Encodable {
    struct Provision: Encodable {
      var provision, label, text: String
      var range: [Int]

      init(_ text: ProvisionText) {
        provision = text.eId
        label = text.label
        self.text = text.text
        range = [text.range.lowerBound, text.range.upperBound]
      }
    }

    var instrument: String
    var version: String?
    var status: String
    var headings: [String]
    var provision: Provision
    var before, after: [Provision]
    var citation: String
    var sources: [String]
    var missing: [MissingVersion]

    init(_ shown: ShownProvision) {
      instrument = shown.instrument
      version = shown.version
      status = shown.validity.name
      headings = shown.above
      provision = Provision(shown.provision)
      before = shown.before.map(Provision.init)
      after = shown.after.map(Provision.init)
      citation = shown.citation
      sources = shown.sources
      missing = shown.missing.map(MissingVersion.init)
    }
  }
}

/// A version that a library lacks, for scripts.
struct MissingVersion: Encodable {
  var date, event: String

  init(_ act: LegislativeAct) { (date, event) = (act.last, act.event) }
}
