// swift-tools-version: 6.1
// The plan of the house: each folder of Sources is a floor, and names the floors it stands on.

import PackageDescription

let package = Package(
  name: "Tiaowen",
  products: [
    .library(name: "Tiaowen", targets: ["Tiaowen"]),
    .executable(name: "tiaowen", targets: ["CommandLineTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "ICUShim", dependencies: ["CICU"]),
    .target(
      name: "HanText", dependencies: ["ICUShim"],
      resources: [
        .embedInCode("Resources/Lexicon.txt"), .embedInCode("Resources/Numerals.txt"),
        .embedInCode("Resources/Radicals.txt"), .embedInCode("Resources/Units.txt"),
      ]),
    .target(
      name: "Legislation", dependencies: ["HanText"],
      resources: [
        .embedInCode("Resources/AmendedArticleWords.txt"),
        .embedInCode("Resources/BodyEndings.txt"),
        .embedInCode("Resources/CaseHeadings.txt"),
        .embedInCode("Resources/CommentaryTitles.txt"),
        .embedInCode("Resources/EventVerbs.txt"),
        .embedInCode("Resources/InstrumentRanks.txt"),
        .embedInCode("Resources/OfficeTitles.txt"),
        .embedInCode("Resources/SiteWords.txt"),
        .embedInCode("Resources/TitleEndings.txt"),
        .embedInCode("Resources/VersionNotes.txt"),
      ]),
    .target(
      name: "Citations", dependencies: ["Legislation"],
      resources: [
        .embedInCode("Resources/BareTitles.txt"),
        .embedInCode("Resources/Callings.txt"),
        .embedInCode("Resources/CitingWords.txt"),
        .embedInCode("Resources/CompoundNames.txt"),
        .embedInCode("Resources/DefinitionWords.txt"),
        .embedInCode("Resources/DelegationWords.txt"),
        .embedInCode("Resources/DerivedTitles.txt"),
        .embedInCode("Resources/InstrumentNouns.txt"),
        .embedInCode("Resources/Joints.txt"),
        .embedInCode("Resources/LeadWords.txt"),
        .embedInCode("Resources/MentionPhrases.txt"),
        .embedInCode("Resources/NameContinuations.txt"),
        .embedInCode("Resources/NationalTitles.txt"),
        .embedInCode("Resources/OpenPhrases.txt"),
        .embedInCode("Resources/OtherDocuments.txt"),
        .embedInCode("Resources/PhraseBreaks.txt"),
        .embedInCode("Resources/Qualifiers.txt"),
        .embedInCode("Resources/ScopeWords.txt"),
        .embedInCode("Resources/SelfPhrases.txt"),
        .embedInCode("Resources/ShortNames.txt"),
        .embedInCode("Resources/TitleIssuers.txt"),
        .embedInCode("Resources/UnitWords.txt"),
        .embedInCode("Resources/WordsAcross.txt"),
      ]),
    .target(
      name: "Norms", dependencies: ["Legislation", "Citations"],
      resources: [
        .embedInCode("Resources/AmountWords.txt"),
        .embedInCode("Resources/BreachWords.txt"),
        .embedInCode("Resources/ClauseWords.txt"),
        .embedInCode("Resources/Compounds.txt"),
        .embedInCode("Resources/Coordination.txt"),
        .embedInCode("Resources/DeadlineWords.txt"),
        .embedInCode("Resources/MeasureWords.txt"),
        .embedInCode("Resources/Openers.txt"),
        .embedInCode("Resources/PartyKinds.txt"),
        .embedInCode("Resources/PartyWords.txt"),
        .embedInCode("Resources/RoleNouns.txt"),
        .embedInCode("Resources/SanctionWords.txt"),
        .embedInCode("Resources/TimeWords.txt"),
        .embedInCode("Resources/Triggers.txt"),
      ]),
    .target(
      name: "Versions", dependencies: ["Legislation", "Citations", "Norms"],
      resources: [
        .embedInCode("Resources/AmendmentWords.txt"), .embedInCode("Resources/DutyWords.txt"),
      ]),
    .target(name: "SearchIndex"),
    .target(
      name: "Interchange", dependencies: ["Legislation", "Citations", "Norms", "Versions"],
      resources: [
        .embedInCode("Resources/ComparisonPage.css"), .embedInCode("Resources/ComparisonPage.html"),
        .embedInCode("Resources/ComparisonPage.js"), .embedInCode("Resources/InstrumentsPage.html"),
        .embedInCode("Resources/MatrixPage.css"), .embedInCode("Resources/MatrixPage.html"),
        .embedInCode("Resources/MatrixPage.js"),
      ]),
    .target(
      name: "LawLibrary",
      dependencies: [
        "Citations", "Norms", "Versions", "Interchange", "SearchIndex",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      resources: [
        .embedInCode("Resources/AmendingTitles.txt"),
        .embedInCode("Resources/ClaimWords.txt"),
        .embedInCode("Resources/HistoryWords.txt"), .embedInCode("Resources/LayTerms.txt"),
        .embedInCode("Resources/OwnerKinds.txt"),
        .embedInCode("Resources/QuestionWords.txt"),
      ]),
    .target(name: "Tiaowen", dependencies: ["LawLibrary", "Citations", "Norms", "Versions"]),
    .executableTarget(
      name: "CommandLineTool",
      dependencies: [
        "Tiaowen", "Interchange",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["HanText", "Legislation", "Citations", "Norms", "Versions", "SearchIndex"]),
    .testTarget(name: "HanTextTests", dependencies: ["HanText"]),
    .testTarget(name: "LegislationTests", dependencies: ["Legislation"]),
    .testTarget(name: "CitationsTests", dependencies: ["Citations"]),
    .testTarget(name: "NormsTests", dependencies: ["Norms"]),
    .testTarget(
      name: "VersionsTests", dependencies: ["Versions"], exclude: ["Consolidations"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange"]),
    .testTarget(name: "SearchIndexTests", dependencies: ["SearchIndex"]),
    .testTarget(name: "LawLibraryTests", dependencies: ["LawLibrary"]),
    // Runs the built program; the dependency makes sure that it is built.
    .testTarget(
      name: "CommandLineTests", dependencies: ["CommandLineTool", "LawLibrary"],
      exclude: ["Snapshots"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
