"""A small window with one of each thing, to try the harness on."""

import sys

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


def main() -> int:
    """Show the window until it is closed."""
    app = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle("Demo")
    line, button, choose = QLineEdit(), QPushButton("Greet"), QPushButton("Choose…")
    line.setAccessibleName("Who")
    line.setAccessibleIdentifier("demo.who")
    line.setObjectName("demo.who")
    said, rows = QLabel("Nothing yet"), QListView()
    rows.setModel(QStringListModel([f"Row {number}" for number in range(5000)], rows))
    button.clicked.connect(lambda: said.setText(f"Hello {line.text()}"))
    line.textEdited.connect(lambda text: button.setText(f"Greet {text}"))
    choose.clicked.connect(lambda: said.setText(QFileDialog.getOpenFileName(window, "Choose a file")[0]))
    rows.clicked.connect(lambda index: said.setText(f"{index.data()} chosen"))
    layout = QVBoxLayout(window)
    for widget in (line, button, choose, said, rows):
        layout.addWidget(widget)
    window.show()
    return app.exec()


sys.exit(main())
