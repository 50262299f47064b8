"""Rule files run by other Schematron engines, and what they say compared with what caveat says."""

import collections
import copy
import urllib.parse

from lxml import etree, isoschematron

SCH = "{http://purl.oclc.org/dsdl/schematron}"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
PROBE = "caveat-probe"


def squeeze(text):
    """Text with its blanks normalised."""
    return " ".join((text or "").split())


class Rules:
    """Every rule of a folder, as one stylesheet."""

    def __init__(self, folder):
        schema = etree.Element(SCH + "schema", nsmap={None: SCH[1:-1]})
        self.contexts = {}
        self.ids = []
        for path in sorted(folder.glob("*.sch")):
            pattern = etree.parse(str(path), etree.XMLParser(remove_comments=True)).getroot()
            pattern = copy.deepcopy(pattern)
            for element in pattern.xpath("//*[namespace-uri() != 'http://purl.oclc.org/dsdl/schematron']"):
                element.getparent().remove(element)
            self.ids.append(pattern.get("id"))
            for number, rule in enumerate(pattern.findall(SCH + "rule")):
                probe = etree.Element(SCH + "assert", id=f"{PROBE}-{pattern.get('id')}-{number}", test="false()")
                probe.text = "fired"
                rule.insert(0, probe)
                self.contexts[probe.get("id")] = squeeze(rule.get("context"))
            schema.append(pattern)
        if not self.ids:
            raise SystemExit(f"no rule files in {folder}")
        self.see = {a.get("id"): squeeze(a.get("see")) for a in schema.iter(SCH + "assert")}
        for step in (isoschematron.iso_dsdl_include, isoschematron.iso_abstract_expand):
            schema = step(schema)
        self.stylesheet = isoschematron.iso_svrl_for_xslt1(schema)


class LXML:
    name = "lxml"

    def __init__(self, rules):
        self.transform = etree.XSLT(rules.stylesheet)

    def svrl(self, document):
        return etree.fromstring(etree.tostring(self.transform(etree.ElementTree(document))))


class Saxon:
    name = "saxon"

    def __init__(self, rules):
        import saxonche

        self.processor = saxonche.PySaxonProcessor(license=False)
        compiler = self.processor.new_xslt30_processor()
        self.executable = compiler.compile_stylesheet(stylesheet_text=etree.tostring(rules.stylesheet).decode())

    def svrl(self, document):
        node = self.processor.parse_xml(xml_text=etree.tostring(document).decode())
        return etree.fromstring(self.executable.transform_to_string(xdm_node=node).encode())


def oracle(svrl, rules, document, active):
    """What an engine says, for the active rules: the nodes each clause fired at, and the failed assertions."""
    tree = etree.ElementTree(document)
    fired, failed = collections.Counter(), collections.Counter()
    rule = None
    for element in svrl:
        if element.tag == SVRL + "active-pattern":
            rule = element.get("id")
        elif element.tag == SVRL + "failed-assert" and rule in active:
            [node] = tree.xpath(element.get("location"))
            path = tree.getpath(node)
            if element.get("id").startswith(PROBE):
                fired[rule, rules.contexts[element.get("id")], path] += 1
            else:
                text = squeeze("".join(element.find(SVRL + "text").itertext()))
                failed[rule, element.get("id"), path, squeeze(element.get("test")), element.get("role"), text] += 1
    return fired, failed


class Ours:
    """What caveat says about one telegram."""

    def __init__(self):
        self.active = set()
        self.fired = collections.Counter()
        self.failed = collections.Counter()
        self.see = []


def ours(svrl, documents):
    """What caveat's SVRL says, by telegram. `documents` maps the suffix of a telegram to its own tree and its path."""
    result = {suffix: Ours() for suffix in documents}
    rule, current, suffix, context = None, None, None, None
    for element in svrl:
        if element.tag == SVRL + "active-pattern":
            rule = element.get("id")
            suffix = urllib.parse.urlsplit(element.get("documents")).fragment
            current = result[suffix]
            if rule:
                current.active.add(rule)
        elif element.tag == SVRL + "fired-rule":
            context = squeeze(element.get("context"))
            current.fired[rule, context, own_path(element.get("name"), documents[suffix])] += 1
        elif element.tag == SVRL + "failed-assert":
            path = own_path(element.get("location"), documents[suffix])
            text = element.find(SVRL + "text")
            key = (rule, element.get("id"), path, squeeze(element.get("test")), element.get("role"), squeeze(text.text))
            current.failed[key] += 1
            current.see.append((element.get("id"), squeeze(text.get("see"))))
    return result


def own_path(location, document):
    """A location in the whole marking document, as a path in the telegram's own tree."""
    tree, prefix = document
    if not location.startswith(prefix):
        return f"outside of the telegram: {location}"
    nodes = tree.xpath("/document[1]" + location[len(prefix) :])
    return tree.getpath(nodes[0]) if len(nodes) == 1 else f"not one node: {location}"


def telegrams(root, prefix="/document[1]", suffix=""):
    """The telegram and those that it repeats, each without the others: suffix, tree, path of its root."""
    own = copy.deepcopy(root)
    for inner in own.findall("document"):
        own.remove(inner)
    yield suffix, etree.ElementTree(own), prefix
    for number, inner in enumerate(root.findall("document"), 1):
        mark = f"{suffix}-{number}" if suffix else f"quoted-{number}"
        yield from telegrams(inner, f"{prefix}/document[{number}]", mark)


def applicable(result):
    """The rules of a JSON result that were applied, whether or not they found something to judge."""
    return {
        rule["rule"]
        for rule in result["rules"]
        if rule["result"] != "not-applicable" or rule["reason"] == "nothing-to-judge"
    }


def results(result, suffix=""):
    """The JSON results of the telegram and those that it repeats, by suffix."""
    yield suffix, result
    for number, inner in enumerate(result["quoted"], 1):
        yield from results(inner, f"{suffix}-{number}" if suffix else f"quoted-{number}")


def without_role(counter):
    return collections.Counter({(k[:4] + k[5:] if len(k) == 6 else k): v for k, v in counter.items()})


def compare(name, engine, suffix, theirs, mine, what):
    """The differences between two counters, in words."""
    where = f"{name}#{suffix}" if suffix else name
    for key in (theirs - mine).keys():
        yield f"{where}: {engine} has a {what} that caveat has not: {' | '.join(str(part) for part in key)}"
    for key in (mine - theirs).keys():
        yield f"{where}: caveat has a {what} that {engine} has not: {' | '.join(str(part) for part in key)}"


def difference(name, rules, engines, root, svrl, document, ignores_role=False):
    """What differs over one marking document: problems, and how many telegrams, fired rules and failed assertions."""
    documents = {suffix: (tree, prefix) for suffix, tree, prefix in telegrams(root)}
    said = dict(results(document))
    if said.keys() != documents.keys():
        return [f"{name}: the JSON report and the marking document differ in their quoted telegrams"], 0, 0, 0
    mine = ours(svrl, documents)
    problems, fired, failed = [], 0, 0
    for suffix, (tree, _) in documents.items():
        active = applicable(said[suffix]) & set(rules.ids)
        own = mine[suffix]
        if own.active != active:
            problems.append(f"{name}#{suffix}: active in SVRL and JSON differ: {sorted(own.active ^ active)}")
        problems += [f"{name}: {i} cites {see}, not {rules.see[i]}" for i, see in own.see if see != rules.see.get(i)]
        fired += own.fired.total()
        failed += own.failed.total()
        for engine in engines:
            their_fired, their_failed = oracle(engine.svrl(tree.getroot()), rules, tree.getroot(), active)
            problems += compare(name, engine.name, suffix, their_fired, own.fired, "fired rule")
            if ignores_role:
                their_failed, own.failed = without_role(their_failed), without_role(own.failed)
            problems += compare(name, engine.name, suffix, their_failed, own.failed, "failed assertion")
    return problems, len(documents), fired, failed


def engines(rules, choice):
    """The engines that were asked for: "lxml", "saxon" or "both"."""
    return [engine(rules) for engine in (LXML, Saxon) if choice in (engine.name, "both")]
