#!/usr/bin/env python3
"""Holds our detectors against Presidio's analyzer (2.2.366) on the same texts with labels, in one run.

    LABELLED=data.jsonl swift test --filter dataForOthers
    compare-presidio.py data.jsonl

Counted are the entities that both know. A value is found where a detection of its entity covers all of it; a detection is
right where it touches a value of its entity. Presidio's words of context need lemmas: the models of spaCy cannot be fetched
everywhere, so that a blank English pipeline gives each word its small letters as lemma. Its recognisers by name and place,
which need a model, are left out; all those of patterns are in. Fails where our recall is lower for any entity at Presidio's
own default (every score counts), or our precision is not higher in total.
"""
import json
import logging
import sys
import time

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import AbaRoutingRecognizer
from spacy.language import Language

# It would fetch a list of domains, and uses the one that it has where it cannot.
logging.disable(logging.CRITICAL)

SHARED = {
    "ABA-ROUTING": "ABA_ROUTING_NUMBER", "BANK-ACCOUNT": "US_BANK_NUMBER", "CREDIT-CARD": "CREDIT_CARD",
    "DRIVERS-LICENSE": "US_DRIVER_LICENSE", "EMAIL": "EMAIL_ADDRESS", "IBAN": "IBAN_CODE", "IP-ADDRESS": "IP_ADDRESS",
    "ITIN": "US_ITIN", "MAC-ADDRESS": "MAC_ADDRESS", "PASSPORT": "US_PASSPORT", "PHONE": "PHONE_NUMBER", "SSN": "US_SSN",
    "URL": "URL",
}
OURS = {theirs: ours for ours, theirs in SHARED.items()}


@Language.component("small_letters")
def small_letters(document):
    for token in document:
        token.lemma_ = token.lower_
    return document


class BlankEngine(SpacyNlpEngine):
    """spaCy without a model."""

    def __init__(self):
        super().__init__()
        pipeline = spacy.blank("en")
        pipeline.add_pipe("small_letters")
        self.nlp = {"en": pipeline}


def analyzer():
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    registry.add_recognizer(AbaRoutingRecognizer())
    return AnalyzerEngine(registry=registry, nlp_engine=BlankEngine(), supported_languages=["en"])


class Count:
    def __init__(self):
        self.labels = self.found = self.detections = self.right = 0

    def recall(self):
        return self.found / self.labels if self.labels else 1.0

    def precision(self):
        return self.right / self.detections if self.detections else 1.0


def count(texts, key):
    counts = {entity: Count() for entity in SHARED}
    for text in texts:
        labels = [part for part in text["labels"] if part["entity"] in SHARED]
        found = [part for part in text[key] if part["entity"] in SHARED]
        for label in labels:
            it = counts[label["entity"]]
            it.labels += 1
            it.found += any(
                f["entity"] == label["entity"] and f["start"] <= label["start"] and f["end"] >= label["end"] for f in found)
        for f in found:
            it = counts[f["entity"]]
            it.detections += 1
            it.right += any(
                f["entity"] == label["entity"] and label["start"] < f["end"] and f["start"] < label["end"]
                for label in labels)
    return counts


def total(counts):
    sum_ = Count()
    for it in counts.values():
        for name in ("labels", "found", "detections", "right"):
            setattr(sum_, name, getattr(sum_, name) + getattr(it, name))
    return sum_


def main(path):
    texts = [json.loads(line) for line in open(path, encoding="utf-8")]
    engine = analyzer()
    thresholds = (0.0, 0.4)
    size, seconds = 0, 0.0
    for text in texts:
        # Places as bytes, as ours are.
        places = [0]
        for character in text["text"]:
            places.append(places[-1] + len(character.encode()))
        size += places[-1]
        start = time.thread_time()
        results = engine.analyze(text["text"], language="en", entities=list(OURS))
        seconds += time.thread_time() - start
        for threshold in thresholds:
            text[threshold] = [
                {"entity": OURS[r.entity_type], "start": places[r.start], "end": places[r.end]}
                for r in results if r.score >= threshold]
    ours = count(texts, "found")
    theirs = {threshold: count(texts, threshold) for threshold in thresholds}
    passed = failed = 0
    print(f"{len(texts)} texts, {size} bytes; Presidio took {seconds:.1f} s, {size / seconds / 1e6:.3f} MB/s")
    print("entity            values   ours: recall precision   Presidio: recall precision   from 0.4: recall precision")
    rows = [(entity, ours[entity], [theirs[t][entity] for t in thresholds]) for entity in sorted(SHARED)]
    rows.append(("all", total(ours), [total(theirs[t]) for t in thresholds]))
    for entity, mine, others in rows:
        figures = "".join(f"{o.recall():18.3f} {o.precision():9.3f}" for o in others)
        print(f"{entity:<16} {mine.labels:7d} {mine.recall():14.3f} {mine.precision():9.3f}{figures}")
        holds = mine.recall() >= others[0].recall()
        if entity == "all":
            holds = holds and all(mine.precision() > o.precision() for o in others)
        passed += holds
        failed += not holds
    print(f"{passed} passed, {failed} failed")
    return failed == 0


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1]) else 1)
