// Measures one stage a call; Scripts/bench runs it beside the peers and prints ratios.

@main
struct Benchmarks {
  static func main() {
    print("usage: Benchmarks STAGE …")
  }
}
