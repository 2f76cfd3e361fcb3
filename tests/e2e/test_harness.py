"""The harness itself, on a window that has nothing to do with Relate."""

import sys
from pathlib import Path

from tests.e2e.desktop import Desktop
from tests.e2e.program import Program

DEMO = [sys.executable, str(Path(__file__).with_name("demo.py"))]


def test_window_is_used_from_outside(desktop: Desktop, tmp_path: Path) -> None:
    program = Program(desktop, DEMO)
    program.find(id="demo.who").enter("Zoë 李雷")
    program.find(role="push button", has="Zoë").press()
    assert program.find(role="label", name="Hello Zoë 李雷").role == "label"
    assert len(program.all(role="list item")) >= 5
    program.find(role="list item", name="Row 3").click()
    program.find(role="label", name="Row 3 chosen")

    chosen = tmp_path / "phone.vcf"
    chosen.write_text("BEGIN:VCARD", encoding="utf-8")
    program.find(name="Choose…").press()
    program.find(role="text", name="File name:").enter(str(chosen))
    desktop.press_keys("Return")
    program.find(role="label", name=str(chosen))
    program.wait_until_gone(role="text", name="File name:")
    assert desktop.active_title() == "Demo"
    assert program.quit() == 0


def test_a_driver_that_the_accessibility_library_ended_is_replaced(desktop: Desktop) -> None:
    program = Program(desktop, DEMO)
    program.find(id="demo.who")
    assert desktop._driver is not None
    desktop._driver.kill()
    desktop._driver.wait()
    program.find(id="demo.who").enter("Zoë")
    program.find(role="push button", has="Zoë")
    assert program.quit() == 0
