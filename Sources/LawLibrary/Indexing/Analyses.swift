// The parallel half of a run: workers analyse, this thread writes what they hand over.

import Foundation
import GRDB
import HanText
import Legislation
import SearchIndex

extension IndexRun {
  /// Numbers the items and reads what they need that only the database or one thread can give.
  mutating func tasks(for items: [WorkItem]) throws -> [AnalysisTask] {
    var nextVersion = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM version") ?? 0) + 1
    var tasks: [AnalysisTask] = []
    for item in items {
      switch item {
      case .file(let file, let source) where file.path.hasSuffix(".jsonl"):
        guard case .success(let bytes) = readFile(file.path),
          let text = try? SourceText(decoding: bytes)
        else { continue }
        let name = URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent
        let (groups, failures) = readRecords(text, named: name, threads: request.threads)
        if !failures.isEmpty {
          // A hash that no file has: the next run reads the file again and says again what is wrong.
          try db.execute(
            sql: "UPDATE source SET hash = hash || ' in part' WHERE id = ?", arguments: [source])
        }
        for failure in failures {
          report.failures.append((file.path, "line \(failure.line): \(failure.reason)"))
        }
        for group in groups {
          tasks.append(.records(group, source: source, version: nextVersion, hash: file.hash))
          nextVersion += 1
        }
      case .file(let file, let source):
        tasks.append(.file(file, source: source, version: nextVersion))
        nextVersion += 1
      case .stored(let version):
        tasks.append(.stored(try storedVersion(version)))
      case .twin: break
      }
    }
    return tasks
  }

  private func storedVersion(_ id: Int64) throws -> StoredVersion {
    let stored = try db.firstRow("SELECT form, rank, text FROM version WHERE id = ?", [id]) {
      (
        form: VersionForm(rawValue: try $0.value(0)) ?? .file,
        rank: InstrumentRank(rawValue: try $0.value(1)) ?? .other,
        text: try $0.bytes(2)
      )
    }
    guard let stored else {
      throw LibraryError.unreadable(path: path, reason: "damaged library: version \(id) is missing")
    }
    var records: [(ordinal: Int, range: ByteRange, id: String?)] = []
    if stored.form == .records {
      let low = Schema.provisionID(version: id, ordinal: 0)
      for row in try Row.fetchAll(
        db,
        sql: "SELECT id, start, stop, record FROM provision WHERE id >= ? AND id < ? ORDER BY id",
        arguments: [low, Schema.provisionID(version: id + 1, ordinal: 0)])
      {
        let (start, stop) = (try row.value(1) as Int, try row.value(2) as Int)
        guard 0 <= start, start <= stop, stop <= stored.text.count else { throw DamagedRow() }
        records.append((Int(try row.value(0) - low), start..<stop, row[3]))
      }
    }
    return StoredVersion(
      id: id, form: stored.form, rank: stored.rank, text: stored.text, records: records)
  }

  /// Analyses in parallel and writes.
  mutating func analyse(_ items: [WorkItem], with words: Words) throws {
    let tasks = try tasks(for: items)
    let total = tasks.reduce(0) { $0 + $1.size }
    let firstSegment = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM segment") ?? 0) + 1
    let shares = share(tasks, among: max(1, min(request.threads, tasks.count)))
    let channel = Channel<AnalysisMessage>(capacity: 64, producers: shares.count)
    let rests = ParallelResults<UnfinishedSegment>(count: shares.count)
    let failure = ParallelResults<any Error>(count: shares.count)
    let workers = DispatchGroup()
    for (number, share) in shares.enumerated() {
      // Blocks of a queue may share a thread's small stack; a thread of its own has room to parse.
      workers.enter()
      Thread.detachNewThread {
        do {
          var worker = AnalysisWorker(
            analyzer: try Analyzer(words), firstSegment: firstSegment + Int64(number),
            step: Int64(shares.count), send: channel.send)
          rests.set(number, try worker.work(through: share))
        } catch {
          failure.set(number, error)
        }
        channel.finish()
        workers.leave()
      }
    }
    var failed: (any Error)?
    do {
      var writer = try VersionWriter(db)
      var done = 0
      while let message = channel.receive() {
        if case .progress(let bytes, let item) = message {
          done += bytes
          progress(IndexProgress(done: done, total: total, item: item))
        } else {
          try write(message, with: &writer)
        }
      }
      failed = failure.take().first
      if failed == nil {
        try write(
          rests.take(), from: firstSegment + Int64(shares.count * (tasks.count + 1)), with: &writer)
      }
      report.bytes = total
    } catch {
      channel.close()
      workers.wait()
      throw error
    }
    if let error = failed {
      throw LibraryError.unreadable(path: path, reason: "\(error)")
    }
    for case .twin(let source, let twin) in items {
      try db.execute(
        sql: "INSERT OR IGNORE INTO origin SELECT ?, version FROM origin WHERE source = ?",
        arguments: [source, twin])
    }
  }

  /// Joins what the workers have left in as few segments as hold it: each one costs every query.
  private mutating func write(
    _ rests: consuming [UnfinishedSegment], from id: Int64, with writer: inout VersionWriter
  ) throws {
    var id = id
    while !rests.isEmpty {
      var segment = rests.removeFirst()
      while let next = rests.first, segment.hasRoom(for: next) {
        segment.append(rests.removeFirst())
      }
      guard !segment.extents.isEmpty else { continue }
      try write(segment.finished(id: id), with: &writer)
      id += 1
    }
  }

  private mutating func write(_ message: AnalysisMessage, with writer: inout VersionWriter) throws {
    switch message {
    case .version(let version, let id):
      try writer.write(version, id: id)
      report.warnings += version.warnings.count
    case .failure(let source, let path, let reason):
      report.failures.append((path, reason))
      try db.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [source])
    case .segment(let id, let documents, let chunks, let extents):
      try writer.write(segment: id, documents: documents, chunks: chunks, extents: extents)
      report.documents += documents
    case .progress: break
    }
  }
}

/// Cuts the tasks into runs of about the same size, in order, so that a run of `index` gives the same
/// numbers whichever worker is faster.
private func share(_ tasks: [AnalysisTask], among workers: Int) -> [[AnalysisTask]] {
  let total = tasks.reduce(0) { $0 + $1.size }
  var shares = Array(repeating: [AnalysisTask](), count: workers)
  var done = 0
  for task in tasks {
    shares[min(workers - 1, total == 0 ? 0 : done * workers / total)].append(task)
    done += task.size
  }
  return shares.filter { !$0.isEmpty }
}
