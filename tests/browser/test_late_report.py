"""Protects a choice from the map's first report, which may come late and carries the address of when it was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, WebSocketRoute, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.conftest import EXPLORE, settled
from tests.browser.test_explore import shows

pytestmark = pytest.mark.xdist_group("browser")
OLDER = "tour=us-asia-2025"


def report_in(message: Any) -> BackMsg | None:
    """The message of a map that says that it stands: it runs the page again without anything having been pressed."""
    told = BackMsg()
    told.ParseFromString(message)
    run = told.rerun_script
    pressed = any(one.WhichOneof("value") == "json_trigger_value" for one in run.widget_states.widgets)
    return told if run.fragment_id and not pressed else None


def ageing(aged: list[str]) -> Callable[[WebSocketRoute], None]:
    """A line to the server on which reports bear an older address, as if sent just before the choice had come back."""

    def handle(line: WebSocketRoute) -> None:
        server = line.connect_to_server()

        def from_page(message: Any) -> None:
            report = report_in(message)
            if report is not None:
                aged.append(report.rerun_script.query_string)
                report.rerun_script.query_string = OLDER
                message = report.SerializeToString()
            server.send(message)

        line.on_message(from_page)
        server.on_message(line.send)

    return handle


def test_a_choice_made_before_the_map_reports_stays(browser: Browser, app: str) -> None:
    """Address, agenda and marks stay with what was chosen when the report comes after the choice."""
    aged: list[str] = []
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page = browser.new_page()
    page.route_web_socket("**/_stcore/stream", ageing(aged))
    page.route("**/*st_folium*/index.html*", hold)
    page.goto(f"{app}/?{OLDER}")
    page.wait_for_selector(EXPLORE)
    settled(page)
    page.locator(".ta-t-item[data-go-event=arrival] .ta-t-bar").click()
    shows(page, "kuala-lumpur")
    settled(page)
    assert not aged, "the map reported before it was there"
    for route in held:
        route.continue_()
    for _ in range(300):
        if aged:
            break
        page.wait_for_timeout(100)
    assert aged, "the map never reported"
    page.wait_for_timeout(1000)
    settled(page)
    shows(page, "kuala-lumpur")
    assert "event=arrival" in page.url
    expect(page.locator(".ta-event[data-event=arrival]")).to_have_attribute("aria-current", "true")
    page.close()
