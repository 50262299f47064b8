"""`caveat lsp` as an editor uses it. CAVEAT names the program."""

import json
import os
import pathlib
import subprocess
import tempfile

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

PROGRAM = os.path.abspath(os.environ["CAVEAT"])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="caveat-editor-"))
URI = (FOLDER / "memo 1.txt").as_uri()
# The accent stands before a mark, so that bytes, characters and units of UTF-16 differ; the last letter is two units.
MEMO = """SECRET//NOFORN

MEMORANDUM FOR THE RECORD

(U) Caf\u00e9 \U0001F600 talk.

(TS//SI//NF) The second portion is higher than the banner.

(S//XYZZY) The third has a control that nobody knows.

SECRET//NOFORN
"""
CLEAN = """SECRET//NOFORN

3 May 2021

(S//NF) One.

(U) Two.

Classified By: Ann Finch, Director, Office of Harbors, Department of State
Derived From: Guide 7, dated 20200101
Declassify On: 20460503

SECRET//NOFORN
"""


def config(*options):
    return ClientServerConfig(server_command=["sh", "-c", f'cd "{FOLDER}" && exec "{PROGRAM}" lsp {" ".join(options)}'])


async def session(client, encodings=None):
    capabilities = client_capabilities("visual-studio-code")
    if encodings:
        capabilities.general.position_encodings = encodings
    return await client.initialize_session(
        types.InitializeParams(capabilities=capabilities, root_uri=FOLDER.as_uri(), workspace_folders=None))


@pytest_lsp.fixture(config=config("--profile", "ic"))
async def client(client: LanguageClient):
    yield
    await client.shutdown_session()


async def opened(client, text, uri=URI, version=1):
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            text_document=types.TextDocumentItem(uri=uri, language_id="text", version=version, text=text)))
    await client.wait_for_notification("textDocument/publishDiagnostics")
    return client.diagnostics[uri]


async def changed(client, text, version):
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=URI, version=version),
            content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)]))
    await client.wait_for_notification("textDocument/publishDiagnostics")
    return client.diagnostics[URI]


def checked(text, *options):
    """The findings of `caveat check` on the same text."""
    run = subprocess.run(
        [PROGRAM, "check", "--format", "json", *options, "-"], input=text.encode(), stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, check=False, cwd=FOLDER)
    return json.loads(run.stdout)["documents"][0]["findings"]


def edited(text, edits):
    """A text with edits made, from the last to the first."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        assert edit.range.start.line == edit.range.end.line
        line = lines[edit.range.start.line].encode("utf-16-le")
        start, end = 2 * edit.range.start.character, 2 * edit.range.end.character
        lines[edit.range.start.line] = (line[:start] + edit.new_text.encode("utf-16-le") + line[end:]).decode("utf-16-le")
    return "\n".join(lines)


def underlined(text, place, utf8=False):
    """What a client underlines, by its own arithmetic."""
    line = text.split("\n")[place.start.line]
    assert place.start.line == place.end.line
    if utf8:
        return line.encode()[place.start.character:place.end.character].decode()
    units = line.encode("utf-16-le")
    return units[2 * place.start.character:2 * place.end.character].decode("utf-16-le")


@pytest.mark.asyncio
async def test_findings_are_those_of_check(client):
    await session(client)
    found = await opened(client, MEMO)
    expected = checked(MEMO, "--profile", "ic")
    assert len(expected) > 1
    assert [item.code for item in found] == [item["rule"] for item in expected]
    assert [item.range.start.line + 1 for item in found] == [item["line"] for item in expected]
    severities = {"error": 1, "warning": 2, "info": 3}
    assert [item.severity for item in found] == [severities[item["severity"]] for item in expected]
    assert all(item["authority"] in found[index].message for index, item in enumerate(expected))
    assert {underlined(MEMO, item.range) for item in found} & {"SECRET//NOFORN", "XYZZY", "(S//XYZZY)"}


@pytest.mark.asyncio
async def test_findings_follow_the_typing(client):
    await session(client)
    assert await opened(client, MEMO)
    assert not await changed(client, CLEAN, 2)
    # A text that nobody can read yet says nothing of one that was never begun, and something of one that is no text.
    assert not await changed(client, "", 3)
    # Behind letters of two units, a mark that is wrong.
    wrong = CLEAN.replace("(U) Two.", "\U0001F600 two (\u00e9).\n\n(S//NF//XYZZY) Three.")
    found = await changed(client, wrong, 4)
    assert found and {underlined(wrong, item.range) for item in found} == {"XYZZY"}


@pytest.mark.asyncio
async def test_a_closed_text_has_no_findings(client):
    await session(client)
    assert await opened(client, MEMO)
    client.text_document_did_close(
        types.DidCloseTextDocumentParams(text_document=types.TextDocumentIdentifier(uri=URI)))
    await client.wait_for_notification("textDocument/publishDiagnostics")
    assert not client.diagnostics[URI]


@pytest.mark.asyncio
async def test_hover_explains_a_marking(client):
    await session(client)
    await opened(client, MEMO)
    line = MEMO.split("\n").index("(TS//SI//NF) The second portion is higher than the banner.")
    hover = await client.text_document_hover_async(
        types.HoverParams(text_document=types.TextDocumentIdentifier(uri=URI), position=types.Position(line, 6)))
    assert hover.contents.kind == "markdown"
    for words in ("`TS`", "TOP SECRET", "`SI`", "NOFORN"):
        assert words in hover.contents.value
    assert underlined(MEMO, hover.range) == "(TS//SI//NF)"
    prose = await client.text_document_hover_async(
        types.HoverParams(text_document=types.TextDocumentIdentifier(uri=URI), position=types.Position(line, 30)))
    assert prose is None


@pytest.mark.asyncio
async def test_hover_shows_the_page_of_the_rule(client):
    await session(client)
    found = await opened(client, MEMO)
    for item in found:
        hover = await client.text_document_hover_async(
            types.HoverParams(text_document=types.TextDocumentIdentifier(uri=URI), position=item.range.start))
        pages = hover.contents.value.count("## What is checked")
        assert pages in (1, 2, 3) and item.code in hover.contents.value
        # Three pages at most; of the others the names.
        assert f"# {item.code}:" in hover.contents.value or pages == 3


@pytest.mark.asyncio
async def test_quick_fixes_mend_what_they_name(client):
    await session(client)
    text = CLEAN.replace("(U) Two.", "(U) Two \U0001F600.\n\n(S/NF) Three.\n\n(TS//SI//NF) Four.")
    found = await opened(client, text)
    actions_of_banner = []
    mended = 0
    for item in found:
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=types.TextDocumentIdentifier(uri=URI), range=item.range,
                context=types.CodeActionContext(diagnostics=[item])))
        actions_of_banner += [action for action in actions if item.code == "CLS-001" and action.title.startswith(item.code)]
        for action in actions:
            assert action.kind == "quickfix" and action.diagnostics[0].code in action.title
            after = await changed(client, edited(text, action.edit.changes[URI]), 100 + mended)
            assert len([left for left in after if left.code == item.code]) < len(
                [one for one in found if one.code == item.code])
            await changed(client, text, 200 + mended)
            mended += 1
    assert mended > 3
    assert edited(text, [edit for action in actions_of_banner for edit in action.edit.changes[URI]]).count(
        "TOP SECRET//SI//NOFORN\n") == 2


@pytest.mark.asyncio
async def test_places_in_utf8_where_the_client_can(client):
    result = await session(client, [types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16])
    assert result.capabilities.position_encoding == "utf-8"
    text = CLEAN.replace("(U) Two.", "(U) Two.\n\n\u2022 (S//NF//XYZZY) Three.")
    found = await opened(client, text)
    assert [underlined(text, item.range, utf8=True) for item in found] == ["XYZZY"]


def speak(*messages, options=(), folder=FOLDER):
    """A session by hand: what is answered, and the exit code."""
    data = b""
    for message in messages:
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        data += b"Content-Length: %d\r\n\r\n" % len(body) + body
    run = subprocess.run([PROGRAM, "lsp", *options], input=data, capture_output=True, check=False, cwd=folder)
    answers, rest = [], run.stdout
    while rest:
        head, rest = rest.split(b"\r\n\r\n", 1)
        length = int(head.split(b":")[1])
        answers.append(json.loads(rest[:length]))
        rest = rest[length:]
    return answers, run.returncode, run.stderr.decode()


def request(number, method, **params):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


INITIALIZE = request(1, "initialize", capabilities={})


def test_a_session_ends_as_the_protocol_says():
    assert speak(INITIALIZE, request("two", "shutdown"), {"jsonrpc": "2.0", "method": "exit"})[1] == 0
    assert speak(INITIALIZE, {"jsonrpc": "2.0", "method": "exit"})[1] == 1
    assert speak(INITIALIZE)[1] == 3


def test_what_is_no_protocol_is_refused_and_nothing_of_it_is_repeated():
    answers, _, _ = speak(request(7, "textDocument/hover"), INITIALIZE, b"{", request(None, "x"), request(8, "no/such"))
    assert [answer.get("error", {}).get("code") for answer in answers] == [-32002, None, -32700, -32601]
    assert answers[3]["id"] == 8
    for data in (b"QUIMBY\r\n\r\n", b"Content-Length: 99999999999\r\n\r\n", b"Content-Length: 9\r\n\r\nQUIMBY", b"x" * 9999):
        run = subprocess.run([PROGRAM, "lsp"], input=data, capture_output=True, check=False, cwd=FOLDER)
        assert run.returncode == 2 and b"QUIMBY" not in run.stdout + run.stderr
        assert run.stderr.count(b"\n") == 1


def test_a_wrong_configuration_is_told_before_the_session():
    (FOLDER / "wrong.xml").write_text("<nonsense/>")
    answers, code, errors = speak(INITIALIZE, options=["--config", "wrong.xml"])
    assert not answers and code == 2 and "wrong.xml" in errors


def test_configuration_baseline_and_suppressions_are_obeyed():
    folder = FOLDER / "project"
    (folder / "memos").mkdir(parents=True)
    (folder / "memos" / "one.txt").write_text(MEMO)

    def rules(path, *options):
        did_open = {
            "jsonrpc": "2.0", "method": "textDocument/didOpen",
            "params": {"textDocument": {"uri": path.as_uri(), "languageId": "text", "version": 1, "text": MEMO}}}
        answers, _, _ = speak(INITIALIZE, did_open, options=options, folder=folder)
        return [item["code"] for item in answers[-1]["params"]["diagnostics"]]

    inside, outside = folder / "memos" / "one.txt", folder / "two.txt"
    alone = rules(inside, "--profile", "ic")
    first, second = sorted(set(alone))[:2]
    (folder / "caveat.xml").write_text(
        '<caveat xmlns="urn:caveat:configuration:1" profile="ic" suppressions="suppressions.xml">'
        f'<path match="memos/*"><ignore rule="{first}"/></path></caveat>')
    (folder / "suppressions.xml").write_text(
        '<suppressions xmlns="urn:caveat:suppressions:1">'
        f'<suppression rule="{second}" file="two.txt" owner="A" expires="2999-12-31">It is so.</suppression>'
        "</suppressions>")
    assert rules(inside) == [rule for rule in alone if rule != first]
    assert rules(outside) == [rule for rule in alone if rule != second]
    assert rules(outside, "--no-suppressions") == alone
    assert rules(inside, "--no-config", "--profile", "ic") == alone
    subprocess.run(
        [PROGRAM, "baseline", "write", "--baseline", "known", "memos"], cwd=folder, check=True, capture_output=True)
    assert not rules(inside, "--baseline", "known") and rules(outside, "--baseline", "known")


def test_a_long_text_is_judged():
    text = CLEAN + "(U) More of it.\n\n" * 50_000
    did_open = {
        "jsonrpc": "2.0", "method": "textDocument/didOpen",
        "params": {"textDocument": {"uri": URI, "languageId": "text", "version": 1, "text": text}}}
    answers, code, _ = speak(INITIALIZE, did_open)
    assert code == 3 and answers[-1]["params"]["version"] == 1
