#!/usr/bin/env python3
"""Measures the peers that users would pick instead, on the same text and tokens. `bench` runs it in a
throw-away virtual environment that has the PyPI packages rjieba and tantivy.

  bench_peers.py segmentation FILE...
  bench_peers.py prepare RECORDS.jsonl SPEED-QUERIES.tsv CORPUS QUERIES
  bench_peers.py index CORPUS QUERIES

CORPUS has a document a line: its text (a line feed as U+2029), a tab, its words parted by spaces.
QUERIES has a query a line: class (ranked, and, literal), a tab, the words parted by spaces or the literal.
`index` prints one line of JSON: seconds to build, and p50 and p95 of each class in milliseconds, top 10.
"""
import json, random, sys, tempfile, time

SEED = 20240607
PASSES = 21


def segmentation(files):
    import rjieba

    lines = [line for path in files for line in open(path, encoding="utf-8").read().split("\n")]
    size = sum(len(line.encode()) for line in lines)
    best = float("inf")
    rjieba.cut(lines[0])
    for _ in range(3):
        start = time.thread_time()
        for line in lines:
            rjieba.cut(line)
        best = min(best, time.thread_time() - start)
    print(json.dumps({"engine": "rjieba", "MBps": round(size / best / 1e6, 1)}))


def prepare(records, speed_queries, corpus, queries):
    import rjieba

    texts = [json.loads(line)["text"] for line in open(records, encoding="utf-8")]
    with open(corpus, "w", encoding="utf-8") as out:
        for text in texts:
            text_line = "\u2029".join(" ".join(line.split()) for line in text.split("\n"))
            words = " ".join(w for w in rjieba.cut(text_line) if w.strip())
            out.write(f"{text_line}\t{words}\n")
    chance = random.Random(SEED)
    with open(queries, "w", encoding="utf-8") as out:
        for line in open(speed_queries, encoding="utf-8"):
            words = line.rstrip("\n").split("\t")[1]
            out.write(f"ranked\t{words}\n")
            if " " in words:
                out.write(f"and\t{words}\n")
        made = 0
        while made < 500:
            line = chance.choice(chance.choice(texts).split("\n"))
            length = chance.randint(2, 8)
            if len(line) < length:
                continue
            start = chance.randrange(len(line) - length + 1)
            literal = line[start : start + length]
            if any(not "\u4e00" <= c <= "\u9fff" for c in literal):
                continue
            out.write(f"literal\t{literal}\n")
            made += 1


def bigrams(text):
    return [text[i : i + 2] for i in range(len(text) - 1)] if len(text) > 1 else [text]


def index(corpus, queries):
    import tantivy

    builder = tantivy.SchemaBuilder()
    # Texts stay outside the index, as with ours.
    builder.add_text_field("bigrams", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    documents = []
    for line in open(corpus, encoding="utf-8"):
        text, words = line.rstrip("\n").split("\t")
        tokens = (b for part in text.split("\u2029") for b in bigrams(part))
        document = tantivy.Document()
        document.add_text("bigrams", " ".join(t.replace(" ", "_") for t in tokens))
        document.add_text("words", words)
        documents.append(document)
    with tempfile.TemporaryDirectory() as folder:
        searchable = tantivy.Index(schema, path=folder)
        start = time.perf_counter()
        writer = searchable.writer(heap_size=1_000_000_000, num_threads=1)
        for document in documents:
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        build = time.perf_counter() - start
        searchable.reload()
        searcher = searchable.searcher()
        Q, Occur = tantivy.Query, tantivy.Occur

        def literal(text):
            terms = bigrams(text)
            if len(terms) == 1:
                return Q.term_query(schema, "bigrams", terms[0])
            return Q.phrase_query(schema, "bigrams", terms)

        classes = {}
        for line in open(queries, encoding="utf-8"):
            kind, text = line.rstrip("\n").split("\t")
            if kind == "ranked":
                terms = [b for word in text.split() for b in bigrams(word)]
                query = Q.boolean_query(
                    [(Occur.Should, Q.term_query(schema, "bigrams", t)) for t in terms])
            elif kind == "and":
                query = Q.boolean_query([(Occur.Must, literal(w)) for w in text.split()])
            else:
                query = literal(text)
            classes.setdefault(kind, []).append(query)
        report = {"engine": "tantivy", "documents": len(documents), "build_s": round(build, 3),
                  "segments": searcher.num_segments}
        for kind, made in classes.items():
            times = [float("inf")] * len(made)
            for _ in range(PASSES):
                for i, query in enumerate(made):
                    start = time.perf_counter()
                    searcher.search(query, 10, count=False)
                    times[i] = min(times[i], time.perf_counter() - start)
            times.sort()
            report[kind] = {"p50_ms": round(times[len(times) // 2] * 1e3, 4),
                            "p95_ms": round(times[len(times) * 95 // 100] * 1e3, 4)}
        print(json.dumps(report))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["segmentation"] and len(arguments) > 1:
        segmentation(arguments[1:])
    elif arguments[:1] == ["prepare"] and len(arguments) == 5:
        prepare(*arguments[1:])
    elif arguments[:1] == ["index"] and len(arguments) == 3:
        index(*arguments[1:])
    else:
        sys.exit(__doc__)
