"""Markings made by chance: what they say, their text as a banner or a portion, and ways to write one badly."""

import random

from odni import DISSEM, FDR, LEVELS, NONIC, TRIGRAPHS, WORDS

COMPARTMENTS = {
    "SI": [{}, {"G": []}, {"G": ["ABCD"]}, {"EU": []}, {"NK": []}, {"EU": [], "G": []}],
    "TK": [{}, {"BLFH": []}, {"IDIT": []}, {"KAND": []}, {"BLFH": [], "KAND": []}],
    "HCS": [{}, {"O": []}, {"P": []}, {"P": ["JJJ"]}, {"O": [], "P": []}, {"X": []}],
    "RSV": [{}, {"ABC": []}, {"123": []}], "BUR": [{}, {"BLG": []}, {"DTP": []}],
    "KLM": [{}, {"R": []}, {"R": ["XYZ"]}], "MVL": [{}], "KDK": [{}],
}


def marking(chance):
    """One marking, as odni.errors reads it. Most have few controls, as those of documents have."""
    few = lambda names, *weights: set(chance.sample(names, min(len(names), chance.choices(range(len(weights)), weights)[0])))
    m = {"kind": chance.choice(["banner", "portion"]), "level": chance.choice(LEVELS)}
    m["joint"] = sorted({"USA", *chance.sample(["AUS", "CAN", "GBR"], chance.randint(1, 2))}) if chance.random() < 0.05 else []
    if m["joint"] and chance.random() < 0.1:
        m["joint"].remove("USA")
    m["sci"] = {s: chance.choice(COMPARTMENTS[s]) for s in sorted(few(list(COMPARTMENTS), 55, 35, 9, 1))}
    m["sap"] = sorted(few(["AB", "BP", "XYZ"], 90, 8, 2))
    m["aea"] = {}
    for token in sorted(few(["RD", "FRD", "DCNI", "UCNI", "TFNI"], 75, 22, 3)):
        weapon = token in ("RD", "FRD")
        m["aea"][token] = {
            "cnwdi": weapon and chance.random() < 0.2,
            "sigma": chance.choice([[14], [18, 20], [16]]) if weapon and chance.random() < 0.3 else [],
        }
    m["fgi"] = chance.choices([None, [], ["GBR"], ["DEU", "GBR"], ["USA"]], [75, 5, 10, 7, 3])[0]
    m["dissem"] = few(list(DISSEM), 12, 50, 30, 8)
    if chance.random() < 0.4:
        m["dissem"] = (m["dissem"] | {"NF"}) - {"REL", "EYES", "RELIDO", "DISPLAYONLY"}
    if m["joint"] and chance.random() < 0.7:
        m["dissem"] = (m["dissem"] | {"REL"}) - FDR | {"REL"}
    m["nonic"] = few(list(NONIC), 75, 20, 5)
    m["rel"] = codes(chance) if "REL" in m["dissem"] else []
    if m["joint"] and m["rel"] and chance.random() < 0.8:
        m["rel"] = ["USA", *[code for code in m["joint"] if code != "USA"]]
    m["eyes"] = ["USA", *sorted(chance.sample(["AUS", "CAN", "GBR", "NZL", "DEU"], 2))] if "EYES" in m["dissem"] else []
    m["display"] = sorted(chance.sample(["AFG", "IRQ", "JOR"], 2)) if "DISPLAYONLY" in m["dissem"] else []
    return m


def codes(chance):
    """A list behind REL TO: most as it should be, some without USA first or with USA alone."""
    kind = chance.random()
    if kind < 0.08:
        return ["USA"]
    if kind < 0.16:
        return ["GBR", "USA"]
    trigraphs = sorted(chance.sample(TRIGRAPHS, chance.randint(1, 3)))
    return ["USA", *trigraphs] if chance.random() < 0.7 else ["USA", *trigraphs, "NATO"]


def segments(m):
    """The categories of the line, each a list of items, in their order."""
    portion = m["kind"] == "portion"
    form = 1 if portion else 0
    level = m["level"] if portion else WORDS[m["level"]]
    result = [["//JOINT " + " ".join([level, *m["joint"]]) if m["joint"] else level]]
    result.append([
        system + "".join("-" + " ".join([c, *subs]) for c, subs in parts.items()) for system, parts in m["sci"].items()
    ])
    result.append([("SAR-" if k == 0 else "") + name for k, name in enumerate(m["sap"])])
    names = {"DCNI": ("DOD UCNI", "DCNI"), "UCNI": ("DOE UCNI", "UCNI")}
    result.append([
        names.get(token, (token, token))[form] + ("-CNWDI" if m["aea"][token]["cnwdi"] else "")
        + ("".join(["-SG" if portion else "-SIGMA"] + [f" {n}" for n in m["aea"][token]["sigma"]]) if m["aea"][token]["sigma"] else "")
        for token in ["RD", "FRD", "DCNI", "UCNI", "TFNI"] if token in m["aea"]
    ])
    result.append([] if m["fgi"] is None else [" ".join(["FGI", *m["fgi"]])])
    lists = {
        "REL": "REL TO " + ", ".join(m["rel"]), "DISPLAYONLY": "DISPLAY ONLY " + ", ".join(m["display"]),
        "EYES": "/".join(m["eyes"]) + (" EYES" if portion else " EYES ONLY"),
    }
    result.append([lists.get(t) or DISSEM[t][form] for t in DISSEM if t in m["dissem"]])
    result.append([NONIC[t][form] for t in NONIC if t in m["nonic"]])
    return [s for s in result if s]


def text(m, parts=None):
    line = "//".join("/".join(items) for items in (parts or segments(m)))
    return f"({line})" if m["kind"] == "portion" else line


def _items(m, chance):
    """A category with two items or more, and the categories."""
    parts = segments(m)
    places = [k for k, items in enumerate(parts) if k > 0 and len(items) > 1]
    return parts, chance.choice(places) if places else None


def swapped_categories(m, chance):
    parts = segments(m)
    if len(parts) < 3:
        return None
    k = chance.randrange(1, len(parts) - 1)
    parts[k], parts[k + 1] = parts[k + 1], parts[k]
    return text(m, parts)


def swapped_items(m, chance):
    parts, k = _items(m, chance)
    if k is None or parts[k][0].startswith("SAR-"):
        return None
    parts[k][0], parts[k][1] = parts[k][1], parts[k][0]
    return text(m, parts)


def comma(m, chance):
    parts, k = _items(m, chance)
    if k is None or any("REL TO" in i or "DISPLAY" in i or "EYES" in i for i in parts[k]):
        return None
    parts[k] = [", ".join(parts[k])]
    return text(m, parts)


def repeated(m, chance):
    parts = segments(m)
    if len(parts) < 2:
        return None
    k = chance.randrange(1, len(parts))
    item = parts[k][-1]
    parts[k].append(item.removeprefix("SAR-"))
    return text(m, parts)


def one_slash(m, _):
    return separated(m, "/")


def blanks(m, _):
    return separated(m, " // ")


def separated(m, separator):
    """With another separator behind the classification."""
    parts = segments(m)
    return text(m, [[parts[0][0] + separator + "/".join(parts[1])], *parts[2:]]) if len(parts) > 1 else None


def small(m, _):
    return text(m).capitalize() if m["kind"] == "banner" else text(m).lower()


def trailing(m, _):
    return text(m).replace(")", "//)") if m["kind"] == "portion" else text(m) + "//"


def unknown(m, chance):
    parts = segments(m)
    parts.append([chance.choice(["NOWHERE", "XYZZY", "SECRETIVE"])])
    return text(m, parts)


def other_level(m, _):
    parts = segments(m)
    if m["joint"]:
        return None
    parts[0] = [WORDS[m["level"]] if m["kind"] == "portion" else m["level"]]
    return text(m, parts)


def declassification(m, _):
    return text(m, [*segments(m), ["25X1"]])


def unsorted_list(m, _):
    line = text(m)
    return line.replace("REL TO USA, AUS, CAN", "REL TO USA, CAN, AUS") if "REL TO USA, AUS, CAN" in line else None


FAULTS = [
    swapped_categories, swapped_items, comma, repeated, one_slash, blanks, small, trailing, unknown, other_level,
    declassification, unsorted_list,
]


def sample(count, seed):
    """Markings with their texts and, where one is written badly, how."""
    chance = random.Random(seed)
    for _ in range(count):
        m = marking(chance)
        fault = chance.choice(FAULTS) if chance.random() < 0.25 else None
        written = fault(m, chance) if fault else None
        yield m, written or text(m), fault.__name__ if written else None
