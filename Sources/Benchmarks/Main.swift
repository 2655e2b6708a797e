// Measures one stage a call; Scripts/bench runs it beside the peers and prints ratios.

@main
struct Benchmarks {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "segmentation": try measureSegmentation(Array(arguments.dropFirst()))
    default: print("usage: Benchmarks segmentation FILE…")
    }
  }
}
