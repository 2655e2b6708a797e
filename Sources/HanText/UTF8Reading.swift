// UTF-8 read scalar by scalar without trusting it: damage reads as U+FFFD, one byte at a time.

/// The scalar at `p` and how many UTF-8 bytes it takes. `p` must be below `end`, and `end` within
/// the buffer.
@inline(__always)
func readScalar(
  _ bytes: UnsafePointer<UInt8>, _ p: Int, _ end: Int
) -> (scalar: UInt32, length: Int) {
  let lead = UInt32(bytes[p])
  if lead < 0x80 { return (lead, 1) }
  if lead & 0xF0 == 0xE0, p + 2 < end {
    let scalar = (lead & 0x0F) << 12 | trail(bytes, p + 1) << 6 | trail(bytes, p + 2)
    return (scalar, 3)
  }
  if lead & 0xE0 == 0xC0, p + 1 < end {
    return ((lead & 0x1F) << 6 | trail(bytes, p + 1), 2)
  }
  if lead & 0xF8 == 0xF0, p + 3 < end {
    let high = (lead & 0x07) << 18 | trail(bytes, p + 1) << 12
    let scalar = high | trail(bytes, p + 2) << 6 | trail(bytes, p + 3)
    return (min(scalar, 0x10FFFF), 4)
  }
  return (0xFFFD, 1)
}

@inline(__always)
private func trail(_ bytes: UnsafePointer<UInt8>, _ p: Int) -> UInt32 { UInt32(bytes[p] & 0x3F) }

/// Appends a scalar as UTF-8.
@inline(__always)
func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  if scalar < 0x80 {
    bytes.append(UInt8(truncatingIfNeeded: scalar))
    return
  }
  if scalar < 0x800 {
    bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
  } else {
    if scalar < 0x10000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 12 & 0x3F)))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6 & 0x3F)))
  }
  bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar & 0x3F)))
}
