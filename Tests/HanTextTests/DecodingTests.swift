// Files in every encoding Chinese texts come in, and the ones that are not text.

import HanText
import Testing

@Suite struct DecodingTests {
  @Test(
    arguments: [
      (Array("第一条\r\n第二款\r".utf8), "第一条\n第二款\n", TextEncoding.utf8),
      ([0xEF, 0xBB, 0xBF] + Array("总则".utf8), "总则", .utf8),
      ([0xFF, 0xFE, 0x2C, 0x7B, 0x00, 0x4E], "第一", .utf16LittleEndian),
      ([0xFE, 0xFF, 0x7B, 0x2C, 0x4E, 0x00], "第一", .utf16BigEndian),
      (
        [0xB5, 0xDA, 0xD2, 0xBB, 0xCC, 0xF5, 0xA3, 0xAC, 0xB1, 0xBE, 0xB7, 0xA8], "第一条，本法", .gb18030
      ),
    ] as [([UInt8], String, TextEncoding)])
  func decodes(_ file: [UInt8], _ text: String, _ encoding: TextEncoding) throws {
    let source = try SourceText(decoding: file)
    #expect(source.string == text)
    #expect(source.encoding == encoding)
  }

  @Test(
    arguments: [
      ([], TextDecodingError.empty),
      ([0xEF, 0xBB, 0xBF], .empty),
      ([0xFF, 0xFE], .empty),
      ([0x41, 0x00, 0x42], .binary(kind: nil, offset: 1)),
      (Array("第一条 总则".utf8) + [0xED, 0xA0, 0x80], .invalid(.utf8, offset: 16)),
      ([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], .invalid(.utf16LittleEndian, offset: 2)),
    ] as [([UInt8], TextDecodingError)])
  func refuses(_ file: [UInt8], _ error: TextDecodingError) {
    #expect(throws: error) { try SourceText(decoding: file) }
  }

  @Test func offsetsWalkBothWays() {
    let text = SourceText("第1条\u{1F600}款")
    var offsets = ScalarOffsets(text)
    var byte = 0
    for (scalar, value) in text.string.unicodeScalars.enumerated() {
      #expect(offsets.scalarOffset(ofByte: byte) == scalar)
      byte += String(value).utf8.count
    }
    #expect(offsets.byteOffset(ofScalar: 2) == 4)
    #expect(offsets.scalarOffset(ofByte: 7) == 3)
    #expect(offsets.byteOffset(ofScalar: 99) == text.bytes.count)
  }
}
