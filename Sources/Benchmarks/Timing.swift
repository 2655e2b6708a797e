// How the benchmarks take time: of this thread's processor, so that other work does not count.

import Foundation

/// The shortest of several rounds in seconds of this thread's processor time, which other work on
/// the machine does not add to.
func best(of rounds: Int, _ body: () -> Void) -> Double {
  var shortest = Double.infinity
  for _ in 0..<rounds {
    let start = threadSeconds()
    body()
    shortest = min(shortest, threadSeconds() - start)
  }
  return shortest
}

func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
