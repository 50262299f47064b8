"""ODNI's published lists and rules for the text of one marking, as facts: ISM-v2022-DEC (public release), and for what ODNI
leaves to the Register and Manual of 31 December 2016 (C16) its page. Written from those tables, not from our rules."""

LEVELS = ["U", "C", "S", "TS"]
WORDS = {"U": "UNCLASSIFIED", "C": "CONFIDENTIAL", "S": "SECRET", "TS": "TOP SECRET"}

# Tokens of the line in their order: ISM token -> (banner, portion).
DISSEM = {
    "RS": ("RSEN", "RS"), "FOUO": ("FOUO", "FOUO"), "OC": ("ORCON", "OC"), "OC-USGOV": ("ORCON-USGOV", "OC-USGOV"),
    "IMC": ("IMCON", "IMC"), "NF": ("NOFORN", "NF"), "PR": ("PROPIN", "PR"), "REL": None, "RELIDO": ("RELIDO", "RELIDO"),
    "EYES": None, "DSEN": ("DEA SENSITIVE", "DSEN"), "RAWFISA": ("RAWFISA", "RAWFISA"), "FISA": ("FISA", "FISA"),
    "DISPLAYONLY": None,
}
NONIC = {
    "DS": ("LIMDIS", "DS"), "XD": ("EXDIS", "XD"), "ND": ("NODIS", "ND"), "SBU": ("SBU", "SBU"),
    "SBU-NF": ("SBU NOFORN", "SBU-NF"), "LES": ("LES", "LES"), "LES-NF": ("LES NOFORN", "LES-NF"), "SSI": ("SSI", "SSI"),
    "NNPI": ("NNPI", "NNPI"),
}
FDR = {"NF", "REL", "RELIDO", "DISPLAYONLY", "EYES"}
FIVE_EYES = {"USA", "AUS", "CAN", "GBR", "NZL"}
TRIGRAPHS = ["AFG", "AUS", "CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "NLD", "NOR", "NZL", "POL"]
# Of the organisations that a release may name, those of their members that own joint markings here (ODNI decomposes them).
MEMBERS = {"NATO": {"CAN", "GBR", "USA"}, "FVEY": FIVE_EYES, "ACGU": {"AUS", "CAN", "GBR", "USA"}}


def errors(m):
    """The numbers of the rules that a marking breaks. `m` has kind, level, joint (owners, empty for a U.S. marking), sci {system: {compartment: [sub]}}, sap, aea
    {token: {"cnwdi", "sigma"}}, fgi (None, [] or codes), dissem (set), rel, eyes, display (lists), nonic (set)."""
    found = set()

    def rule(number, broken):
        if broken:
            found.add(number)

    level, dissem, nonic, sci, aea = m["level"], m["dissem"], m["nonic"], m["sci"], m["aea"]
    high = level in ("S", "TS")
    has = lambda system, compartment: compartment in sci.get(system, {})
    subs = lambda system, compartment: bool(sci.get(system, {}).get(compartment))
    oc = "OC" in dissem or "OC-USGOV" in dissem  # 00302: OC-USGOV is OC too; a text shows the stronger one alone
    nf = "NF" in dissem

    rule("00016", level == "U" and (sci or m["sap"]))
    rule("00028", level == "U" and (oc or "EYES" in dissem))
    rule("00030", level != "U" and "FOUO" in dissem)
    rule("00033", len(dissem & {"REL", "EYES", "NF"}) > 1)
    rule("00037", m["kind"] == "banner" and level != "U" and nonic & {"SBU", "SBU-NF"})
    rule("00038", len(nonic & {"XD", "ND", "SBU", "SBU-NF"}) > 1)
    rule("00043", "SI" in sci and level == "U")
    rule("00044", has("SI", "G") and level != "TS")
    rule("00045", has("SI", "G") and not oc)
    rule("00047", "TK" in sci and not high)
    rule("00048", "HCS" in sci and not high)
    rule("00049", "HCS" in sci and not nf)
    rule("00107", "IMC" in dissem and not high)
    # Of a line of a page ODNI says the same; the Manual asks it of portions only, and here it is a warning.
    rule("00119", m["kind"] == "portion" and level != "U" and not dissem & FDR)
    rule("00148", {"LES", "LES-NF"} <= nonic)
    rule("00164", "RS" in dissem and not high)
    rule("00169", len(dissem & {"DISPLAYONLY", "RELIDO", "NF"}) > 1)
    rule("00173", any(a["sigma"] for a in aea.values()) and not high)
    rule("00174", set(aea) & {"RD", "FRD", "TFNI"} and level == "U")
    rule("00175", any(a["cnwdi"] for a in aea.values()) and not high)
    rule("00181", set(aea) & {"DCNI", "UCNI"} and level != "U")
    rule("00214", m["rel"] and m["rel"][0] != "USA")
    rule("00225", "NNPI" in nonic)
    rule("00242", "RSV" in sci and not high)
    rule("00243", "RSV" in sci and not sci["RSV"])
    rule("00259", "USA" in (m["fgi"] or []))
    rule("00267", "KDK" in sci)
    rule("00313", "ND" in nonic and not nf)
    rule("00314", "XD" in nonic and not nf)
    rule("00319", len(m["rel"]) == 1)
    rule("00321", len(set(aea) & {"RD", "FRD", "TFNI"}) > 1)
    rule("00325", oc and "RELIDO" in dissem)
    rule("00327", level == "U" and "FOUO" in dissem and dissem - FDR - {"FOUO"})
    rule("00328", level == "U" and "FOUO" in dissem and nonic)
    rule("00330", has("HCS", "P") and not high)
    rule("00332", has("HCS", "O") and not high)
    rule("00335", has("HCS", "O") and not oc)
    rule("00336", subs("HCS", "P") and not oc)
    rule("00341", has("SI", "G") and "OC-USGOV" in dissem)
    rule("00345", "EYES" in dissem and set(m["eyes"]) - FIVE_EYES)
    rule("00346", "DS" in nonic and level != "U")
    rule("00362", subs("HCS", "P") and "OC-USGOV" in dissem)
    rule("00363", has("HCS", "O") and "OC-USGOV" in dissem)
    rule("00368", has("TK", "BLFH") and level != "TS")
    rule("00369", has("TK", "BLFH") and not nf)
    rule("00370", has("TK", "IDIT") and not nf)
    rule("00371", has("TK", "KAND") and not nf)
    rule("00372", nonic & {"LES-NF", "SBU-NF"} and dissem & FDR)
    rule("00377", m["joint"] and set(m["joint"]) - set(m["rel"]).union(*(MEMBERS.get(code, ()) for code in m["rel"])))
    rule("00383", m["joint"] and "USA" not in m["joint"])
    rule("00393", "RAWFISA" in dissem and not high)
    rule("00397", any(c != "R" for c in sci.get("KLM", {})) and not oc)
    rule("00398", any(sci.get("KLM", {}).values()) and not oc)
    rule("00453", subs("HCS", "P") and level != "TS")
    rule("00459", has("HCS", "X") and not high)
    rule("00463", "BUR" in sci and not nf)
    rule("00464", "RSV" in sci and not nf)
    rule("00465", "BUR" in sci and not high)
    rule("00466", "KLM" in sci and not high)
    rule("00468", subs("KLM", "R") and level != "TS")
    rule("00469", subs("KLM", "R") and not nf)
    rule("00470", subs("KLM", "R") and "OC-USGOV" in dissem)
    rule("00471", subs("KLM", "R") and not oc)
    rule("00472", "MVL" in sci and level != "TS")
    rule("00473", "PR" in dissem and not dissem & FDR)
    # What the Manual says and ODNI's rules for XML do not.
    rule("C16 p57", m["joint"] and ("HCS" in sci or nf))
    rule("C16 p76", any(sci.get("SI", {})) and level != "TS")
    rule("C16 p106", aea.get("FRD", {}).get("cnwdi"))
    rule("C16 p108", any(n not in (1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14, 15, 18, 20) for a in aea.values() for n in a["sigma"]))
    rule("C16 p140", {"OC", "OC-USGOV"} <= dissem)
    return found
