// Which library a command works on.

import ArgumentParser
import Foundation
import Tiaowen

/// The options of every command that reads or writes a library.
struct LibraryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The library file. Default: $TIAOWEN_LIBRARY, else a file in your data folder.",
      valueName: "file"))
  var library: String?

  /// The library's path.
  var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let library { return library }
    if let named = environment["TIAOWEN_LIBRARY"], !named.isEmpty { return named }
    let home = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
    let folder =
      home ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/share")
    return folder.appendingPathComponent("tiaowen/library.tiaowen").path
  }
}

/// A day given on the command line.
struct Day: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard let date = CalendarDate(argument) else { return nil }
    text = date.description
  }

  static var today: String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }
}

/// Runs a command's body; an error of the library becomes one line and its exit code.
func reportingErrors(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as LibraryError {
    Terminal.complain("tiaowen: \(error)")
    throw error.exitCode
  } catch let error as InputError {
    Terminal.complain("tiaowen: \(error)")
    throw ExitCode(65)
  } catch let code as ExitCode {
    throw code
  } catch {
    Terminal.complain("tiaowen: internal error: \(error)")
    throw ExitCode(70)
  }
}

extension LibraryError {
  /// As CONTRACT.md has them (sysexits.h): usage 64, unreadable input 65, unwritable output 73.
  var exitCode: ExitCode {
    switch self {
    case .missing, .unreadable, .newerFormat, .otherDictionary: ExitCode(65)
    case .locked, .unwritable: ExitCode(73)
    case .unsupported: ExitCode(64)
    case .notFound: ExitCode(1)
    }
  }
}
