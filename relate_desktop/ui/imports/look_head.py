"""What stands above the table of an import: what is being looked at, the search and the tabs."""

from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.fields import SearchField
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.translation import _

_SEARCH_WIDTH = 190


class LookHead(Frame):
    """Takes less room where there is little height: the table needs it."""

    def __init__(self, tabs: int, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._title = Heading(_("Look before you import"), "import.title")
        self.lead = SafeLabel("", "body", "text2", wrap=True)
        named(self.lead, "import.lead", "")
        self.choose = Button(_("Choose another file"), "import.choose", kind="quiet", icon="file-arrow-down")
        self.search = SearchField("import.search", _("Search the file"), _("Search"))
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.tabs = QTabBar()
        named(self.tabs, "import.tabs", _("What Relate found"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        for _number in range(tabs):
            self.tabs.addTab("")
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self._title)
        self._words.addWidget(self.lead)
        top = QHBoxLayout()
        top.addLayout(self._words, 1)
        top.addWidget(self.search)
        top.addSpacing(8)
        top.addWidget(self.choose)
        self._box = QVBoxLayout(self)
        self._box.addLayout(top)
        self._box.addWidget(self.tabs)
        self._low: bool | None = None
        self.fit(low=False)

    def fit(self, *, low: bool) -> None:
        """Where it is low, the lead has a line of its own and the button its icon alone."""
        if low == self._low:
            return
        self._low = low
        words = _("Choose another file")
        self.choose.set_words("" if low else words, words)
        self.choose.setToolTip(tip(words) if low else "")
        if low:
            self._box.insertWidget(1, self.lead)
        else:
            self._words.addWidget(self.lead)
        self._box.setContentsMargins(28, 12 if low else 22, 28, 0)
        self._box.setSpacing(6 if low else 12)
