"""Protects a choice from the map's first report, which may come late and carries the address of when it was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, WebSocketRoute, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.conftest import EXPLORE, settled
from tests.browser.test_explore import shows

pytestmark = pytest.mark.xdist_group("browser")


def is_report(message: bytes) -> bool:
    """Whether a message runs the page again without anything having been pressed: the map says that it stands."""
    told = BackMsg()
    told.ParseFromString(message)
    run = told.rerun_script
    pressed = any(one.WhichOneof("value") == "json_trigger_value" for one in run.widget_states.widgets)
    return bool(run.fragment_id) and not pressed


def holding(held: list[Callable[[], None]]) -> Callable[[WebSocketRoute], None]:
    """A line to the server on which reports are kept back until they are let go."""

    def handle(line: WebSocketRoute) -> None:
        server = line.connect_to_server()

        def from_page(message: Any) -> None:
            if is_report(message):
                held.append(lambda: server.send(message))
            else:
                server.send(message)

        line.on_message(from_page)
        server.on_message(line.send)

    return handle


def test_a_choice_made_before_the_map_reports_stays(browser: Browser, app: str) -> None:
    """Address, agenda and marks stay with what was chosen when the report comes after the choice."""
    held: list[Callable[[], None]] = []
    page = browser.new_page()
    page.route_web_socket("**/_stcore/stream", holding(held))
    page.goto(f"{app}/?tour=us-asia-2025")
    page.wait_for_selector(EXPLORE)
    settled(page)
    page.locator(".ta-t-item[data-go-event=arrival] .ta-t-bar").click()
    shows(page, "kuala-lumpur")
    settled(page)
    page.wait_for_timeout(1000)
    assert held, "the map reported nothing that could come late"
    for let_go in held:
        let_go()
    page.wait_for_timeout(2000)
    settled(page)
    shows(page, "kuala-lumpur")
    assert "event=arrival" in page.url
    expect(page.locator(".ta-event[data-event=arrival]")).to_have_attribute("aria-current", "true")
    page.close()
