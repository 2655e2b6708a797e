// The one error type of this floor, so that a caller can tell broken bytes from a failing store.

/// What can go wrong while building, opening or reading a segment.
public enum SearchIndexError: Error, Sendable {
  /// The bytes of a chunk are not what was written: index the text again.
  case corrupted(chunk: Int, reason: String)
  /// The segment was written by another version of the format: index the text again.
  case unsupportedVersion(UInt32)
  /// The chunk store failed; the error is its own.
  case store(any Error)
  /// The builder holds as much as one segment can: call `finish()` and begin another.
  case segmentFull
}
