// Measures one stage a call; Scripts/bench runs it beside the peers and prints ratios.

@main
struct Benchmarks {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("segmentation", 2...): try measureSegmentation(Array(arguments.dropFirst()))
    case ("index", 2): try IndexBenchmark(corpusPath: arguments[1]).run()
    case ("citations", 2): try measureCitations(in: arguments[1])
    case ("norms", 2): try measureNorms(in: arguments[1])
    case ("versions", 3): try measureVersions(pairs: arguments[1], cases: arguments[2])
    default:
      print(
        """
        usage: Benchmarks segmentation FILE… | index CORPUS | citations FOLDER | norms FOLDER | \
        versions PAIRS CASES
        """
      )
    }
  }
}
