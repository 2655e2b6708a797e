// A title as running text gives it.

extension String {
  /// A title in 《》, the titles inside it in 〈〉 (GB/T 15834, 4.16).
  public var bracketedTitle: String {
    "《" + replacing("《", with: "〈").replacing("》", with: "〉") + "》"
  }
}
