// The two things the index pipeline needs of threads: slots for results, and a bounded channel.

import Foundation
import Synchronization

/// A result slot for each of a fixed number of parallel parts.
final class ParallelResults<Value: Sendable>: Sendable {
  private let slots: Mutex<[Value?]>

  init(count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

  func set(_ index: Int, _ value: Value) { slots.withLock { $0[index] = value } }

  /// Gives the results away, in order; a part that set none is passed over.
  func take() -> [Value] {
    slots.withLock { slots in
      defer { slots = [] }
      return slots.compactMap { $0 }
    }
  }
}

/// Hands values from worker threads to one consumer, and makes workers wait when it falls behind.
final class Channel<Value: Sendable>: Sendable {
  private struct State {
    var values: [Value] = []
    var producers: Int
    var isClosed = false
  }

  private let state: Mutex<State>
  private let room: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  /// `capacity` values may wait; the channel ends when each of `producers` has finished.
  init(capacity: Int, producers: Int) {
    state = Mutex(State(producers: producers))
    room = DispatchSemaphore(value: capacity)
    // Without producers there is nobody to tell the consumer that it has ended.
    if producers == 0 { filled.signal() }
  }

  /// Waits for room. False when the consumer has gone and nothing more is wanted.
  func send(_ value: Value) -> Bool {
    room.wait()
    let accepted = state.withLock { state in
      if !state.isClosed { state.values.append(value) }
      return !state.isClosed
    }
    (accepted ? filled : room).signal()
    return accepted
  }

  /// A producer has nothing more to send.
  func finish() {
    state.withLock { $0.producers -= 1 }
    filled.signal()
  }

  /// The next value in the order sent; nil when all producers have finished and nothing waits.
  func receive() -> Value? {
    while true {
      filled.wait()
      let (value, ended) = state.withLock { state -> (Value?, Bool) in
        if !state.values.isEmpty { return (state.values.removeFirst(), false) }
        return (nil, state.producers == 0)
      }
      if let value {
        room.signal()
        return value
      }
      if ended { return nil }
    }
  }

  /// The consumer gives up: senders that wait are let go, one letting the next go.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.values = []
    }
    room.signal()
  }
}
