// Measures one stage a call; Scripts/bench runs it beside the peers and prints ratios.

@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "index", arguments.count == 3 {
      try IndexBenchmark(corpusPath: arguments[2], queriesPath: arguments[3]).run()
    } else {
      print("usage: Benchmarks index CORPUS QUERIES")
    }
  }
}
