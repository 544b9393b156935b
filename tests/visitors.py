"""Visitors without a browser: they speak Streamlit's protocol, so that one process holds many."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qs

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Button_pb2 import Button
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

LARGEST = 2**24  # bytes of a message
MANY = 1000  # questions; no quiz has so many
PATIENCE = 60  # seconds to connect


@dataclass(slots=True)
class Visitor:
    """A page that is open: what stands on it, and what a browser would remember.

    With a list in `heard` every message is kept there as it came.
    """

    address: str
    query: str = ""
    page: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    shown: dict[tuple[int, ...], Element] = field(default_factory=dict)
    session: str = ""
    heard: list[bytes] | None = None
    line: ClientConnection | None = None

    async def open(self) -> Self:
        """The page at its address, drawn anew; after a break it goes on where it was."""
        place = f"{self.address.replace('http', 'ws', 1)}/_stcore/stream"
        self.line = await connect(
            place, subprotocols=[Subprotocol("streamlit")], max_size=LARGEST, open_timeout=PATIENCE,
            ping_interval=None,
        )  # fmt: skip
        self.fields.clear()
        await self._run()
        return self

    async def aclose(self) -> None:
        """Close the page."""
        if self.line is not None:
            await self.line.close()

    async def fill(self, label: str, text: str) -> None:
        """Write into a field; it is sent with the next press."""
        inputs = (each.text_input for each in self.of("text_input"))
        self.fields[next(each.id for each in inputs if each.label == label)] = text

    async def press(self, sign: str) -> float:
        """Press the first button with this in its id or label; the seconds until all is drawn."""
        buttons = (each.button for each in self.of("button"))
        found = next(each.id for each in buttons if sign in each.id or sign in each.label)
        begun = time.perf_counter()
        await self._run(found)
        return time.perf_counter() - begun

    async def send(self, pressed: str) -> None:
        """Tell the server that this was pressed, whether it stands on the page or not."""
        await self._run(pressed)

    def of(self, kind: str) -> Iterator[Element]:
        """What stands on the page of that kind, from top to bottom."""
        return (each for _, each in sorted(self.shown.items()) if each.WhichOneof("type") == kind)

    @property
    def text(self) -> str:
        """The HTML on the page."""
        return "\n".join(each.html.body for each in self.of("html"))

    async def _run(self, pressed: str = "") -> None:
        """Let the script run as a browser would, and take in what it draws."""
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string, state.page_script_hash = self.query, self.page
        state.widget_states.widgets.extend(
            WidgetState(id=id_, string_value=text) for id_, text in self.fields.items()
        )
        if pressed:
            state.widget_states.widgets.append(WidgetState(id=pressed, trigger_value=True))
        assert self.line is not None
        await self.line.send(asked.SerializeToString())
        async for frame in self.line:
            assert isinstance(frame, bytes)
            if self.heard is not None:
                self.heard.append(frame)
            if self._take(ForwardMsg.FromString(frame)):
                return
        raise ConnectionError(self.address)

    def _take(self, message: ForwardMsg) -> bool:
        """Take in one message; whether the page is drawn with it."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
            self.session = message.new_session.initialize.session_id
            self.shown.clear()
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self.shown[tuple(message.metadata.delta_path)] = message.delta.new_element
        through = message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return kind == "script_finished" and through


@dataclass(slots=True)
class Student:
    """A student who takes a quiz; `told` holds the answers whose feedback came, by question."""

    visitor: Visitor
    name: str
    told: dict[str, str] = field(default_factory=dict)

    async def join(self, code: str) -> Self:
        """Join by code and name."""
        self.visitor.query = f"code={code}"
        await self.visitor.open()
        await self.visitor.fill("Your name", self.name)
        await self.visitor.press("Begin")
        return self

    async def answer(self, place: int = 0) -> float:
        """Choose the option at this place; the seconds until the feedback is there."""
        chosen = self._options()[place]
        taken = await self.visitor.press(chosen.id)
        assert self._is_told(), self.visitor.text
        for asked in parse_qs(self.visitor.query).get("after", []):
            self.told[asked] = chosen.label.partition("\u2002")[2]
        return taken

    async def finish(self, *, most: int = MANY, pause: float = 0) -> list[float]:
        """Answer what is left, so many at most, each after a pause; the seconds each took."""
        taken: list[float] = []
        while len(taken) < most and (self._is_told() or self._options()):
            if self._is_told():
                await self.visitor.press("next")
            else:
                await asyncio.sleep(pause)
                taken.append(await self.answer())
        return taken

    async def aclose(self) -> None:
        """Close the page."""
        await self.visitor.aclose()

    @property
    def token(self) -> str:
        """What opens the attempt."""
        return parse_qs(self.visitor.query)["attempt"][0]

    def _is_told(self) -> bool:
        return 'class="qz-verdict' in self.visitor.text

    def _options(self) -> list[Button]:
        return [e.button for e in self.visitor.of("button") if "option-" in e.button.id]
