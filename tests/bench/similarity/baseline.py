"""What one would use instead of the engine: scikit-learn on the same rows. apt: python3-sklearn python3-nltk

baseline.py cluster ROWS LANGUAGE               groups of all rows, by several methods and settings
baseline.py linkage ROWS LANGUAGE               only average linkage at one threshold, for its time and memory
baseline.py similar CORPUS QUERIES LANGUAGE     the ten best for each query, which is never its own answer

Files are JSON lines {id, title, text, label?}. Prints a JSON line for each method and setting; the caller scores them, and may
choose the best setting of a method with the labels (an oracle: kinder to the method than life is).
"""
import gzip
import json
import re
import resource
import sys
import time

import numpy as np
from nltk.stem.snowball import SnowballStemmer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

WORD = re.compile(r"\w{2,}")
DIRECTIONS = 100
COSINE_DISTANCES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
NEIGHBOURHOODS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4)


def read(path):
    with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as lines:
        return [json.loads(line) for line in lines if line.strip()]


def stems_of(language):
    stemmer, known = SnowballStemmer(language), {}

    def stems(text):
        words = WORD.findall(text.lower())
        for word in words:
            if word not in known:
                known[word] = stemmer.stem(word)
        return [known[word] for word in words]

    return stems


def say(method, started, **found):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"method": method, "seconds": time.time() - started, "peak_mb": peak, **found}), flush=True)


def whole(row):
    return f"{row['title']} . {row['text']}"


def directions(rows, language):
    """TF-IDF of stems and pairs of stems, in its strongest directions."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    words = TfidfVectorizer(
        tokenizer=stems_of(language), token_pattern=None, lowercase=False,
        ngram_range=(1, 2), min_df=2, max_df=0.5, sublinear_tf=True,
    ).fit_transform([whole(row) for row in rows])
    dense = normalize(TruncatedSVD(min(DIRECTIONS, words.shape[1] - 1), random_state=0).fit_transform(words))
    empty = np.where((dense**2).sum(1) == 0)[0]
    if len(empty):
        dense[empty] = normalize(np.random.RandomState(0).randn(len(empty), dense.shape[1]))
    return dense


def tree(dense):
    """The merges of average linkage, to be cut at any distance."""
    from sklearn.cluster import AgglomerativeClustering

    made = AgglomerativeClustering(
        n_clusters=None, distance_threshold=0, metric="cosine", linkage="average", compute_full_tree=True
    ).fit(dense)
    sizes = np.ones(2 * len(dense) - 1)
    for at, (left, right) in enumerate(made.children_):
        sizes[len(dense) + at] = sizes[left] + sizes[right]
    return np.column_stack([made.children_, made.distances_, sizes[len(dense):]]).astype(float)


def linkage(rows, language):
    from scipy.cluster.hierarchy import fcluster

    started = time.time()
    say("average linkage", started, groups=fcluster(tree(directions(rows, language)), 0.5, "distance").tolist())


def cluster(rows, language):
    from scipy.cluster.hierarchy import fcluster
    from sklearn.cluster import DBSCAN, KMeans

    started = time.time()
    dense = directions(rows, language)
    labels = len({row["label"] for row in rows})
    say("k-means, true k", started, groups=KMeans(labels, n_init=3, random_state=0).fit_predict(dense).tolist())
    merges = tree(dense)
    say("average linkage, true k", started, groups=fcluster(merges, labels, "maxclust").tolist())
    for distance in COSINE_DISTANCES:
        say("average linkage, oracle", started, groups=fcluster(merges, distance, "distance").tolist())
    for distance in NEIGHBOURHOODS:
        groups = DBSCAN(eps=distance, min_samples=3, metric="cosine").fit_predict(dense)
        alone = np.where(groups < 0)[0]
        groups[alone] = np.arange(len(alone)) + groups.max() + 1
        say("DBSCAN, oracle", started, groups=groups.tolist())


def similar(corpus, queries, language):
    started = time.time()
    texts, asked = [whole(row) for row in corpus], [whole(row) for row in queries]
    counter = CountVectorizer(tokenizer=stems_of(language), token_pattern=None, lowercase=False)
    counts = counter.fit_transform(texts).tocsr().astype(float)
    lengths, held = np.asarray(counts.sum(1)).ravel(), np.bincount(counts.indices, minlength=counts.shape[1])
    rarity = np.log(1 + (len(texts) - held + 0.5) / (held + 0.5))
    row_of_cell = np.repeat(np.arange(len(texts)), np.diff(counts.indptr))
    slack = 1.2 * (0.25 + 0.75 * lengths[row_of_cell] / lengths.mean())
    counts.data = rarity[counts.indices] * counts.data * 2.2 / (counts.data + slack)
    letters = TfidfVectorizer(sublinear_tf=True, analyzer="char_wb", ngram_range=(3, 5))
    runs = letters.fit_transform(texts)
    asked_words, asked_runs = counter.transform(asked).astype(float), letters.transform(asked)
    held_words, held_runs = counts.T.tocsr(), runs.T.tocsr()
    ids, place = [row["id"] for row in corpus], {row["id"]: at for at, row in enumerate(corpus)}
    found = {"BM25": {}, "characters": {}, "BM25 + characters": {}}
    for at, query in enumerate(queries):
        words = np.asarray((asked_words[at] @ held_words).todense()).ravel()
        letter = np.asarray((asked_runs[at] @ held_runs).todense()).ravel()
        both = words / max(words.max(), 1e-9) + letter / max(letter.max(), 1e-9)
        for method, scores in zip(found, (words, letter, both)):
            if query["id"] in place:
                scores[place[query["id"]]] = -1
            found[method][query["id"]] = [ids[i] for i in np.argsort(-scores, kind="stable")[:10]]
    for method, results in found.items():
        say(method, started, results=results)


if __name__ == "__main__":
    kind, *files, language = sys.argv[1:]
    {"cluster": cluster, "linkage": linkage, "similar": similar}[kind](*map(read, files), language)
