// The hash of a file is the one `sha256sum` prints.

import Testing

@testable import LawLibrary

@Suite struct ContentHashTests {
  /// The first two are the examples of FIPS 180-4; lengths around a block's end take another path each.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
  ])
  func hash(_ text: String, _ hash: String) {
    #expect(contentHash(Array(text.utf8)) == hash)
  }
}
