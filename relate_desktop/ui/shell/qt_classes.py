"""Which classes of Qt are made ahead, and how: a few a turn.

PySide makes a class when it is first named; but once Qt hands over something of a kind that was not
met, as it does to whoever listens to all events, every class of that family is made at once. That
takes three times as long as a key may.
"""

from collections.abc import Generator
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets

_CORE = """
    QAbstractAnimation QAbstractEventDispatcher QAbstractItemModel QAbstractListModel QAbstractProxyModel
    QAbstractTableModel QAnimationGroup QBuffer QConcatenateTablesProxyModel QCoreApplication QEventLoop
    QFile QFileDevice QFileSelector QFileSystemWatcher QIODevice QIOPipe QIdentityProxyModel
    QItemSelectionModel QLibrary QMimeData QObject QParallelAnimationGroup QPauseAnimation QPluginLoader
    QProcess QPropertyAnimation QRangeModel QSaveFile QSequentialAnimationGroup QSettings QSharedMemory
    QSignalMapper QSocketNotifier QSortFilterProxyModel QStringListModel QTemporaryFile QThread
    QThreadPool QTimeLine QTimer QTranslator QTransposeProxyModel QVariantAnimation
"""
_GUI = """
    QAbstractTextDocumentLayout QAccessibilityHints QAction QActionGroup QClipboard QDoubleValidator QDrag
    QGuiApplication QInputDevice QInputMethod QIntValidator QMovie QOffscreenSurface QOpenGLContext
    QOpenGLContextGroup QPaintDeviceWindow QPdfWriter QPointingDevice QPyTextObject QRasterWindow
    QRegularExpressionValidator QScreen QSessionManager QShortcut QStandardItemModel QStyleHints
    QSyntaxHighlighter QTextBlockGroup QTextDocument QTextFrame QTextList QTextObject QTextTable
    QUndoGroup QUndoStack QValidator QWindow
"""
FAMILY: tuple[tuple[ModuleType, str], ...] = (
    *((QtWidgets, name) for name in dir(QtWidgets)),
    *((QtCore, name) for name in _CORE.split()),
    *((QtGui, name) for name in _GUI.split()),
)
"""All that stands on QObject, and the rest of the widgets' module."""
_A_TURN = 6


def classes() -> Generator[None, None, None]:
    """Have them made, in steps."""
    for number, (module, name) in enumerate(FAMILY, 1):
        getattr(module, name, None)  # another version of Qt may not have it
        if number % _A_TURN == 0:
            yield
