"""The one stylesheet of the window, written from the tokens. Pages and widgets hold no fragment of style."""

from __future__ import annotations

from wangfund.ui.theme import sizes
from wangfund.ui.theme.colours import Ground
from wangfund.ui.theme.fonts import family
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme

_TONES = ("ink", "ink2", "ink3", "pri", "on_pri", "ok", "warn", "bad", "rail_text", "rail_chosen_text")
_SOFT = {"ok": "ok_soft", "warn": "warn_soft", "bad": "bad_soft", "pri": "pri_soft"}


def stylesheet(theme: Theme) -> str:
    """The stylesheet of a theme."""
    return "\n".join(
        [
            _base(theme),
            _words(theme),
            _panels(theme),
            _fields(theme),
            _lists(theme),
            _frame(theme),
            _of_qt(theme),
        ]
    )


def _base(t: Theme) -> str:
    c = t.colours
    body = t.px(Words.BODY.value.px)
    return f"""
    * {{ font-family: "{family()}"; font-size: {body}px; color: {c.ink}; outline: none; }}
    QWidget#window, QWidget#page, QDialog {{ background: {c.ground}; }}
    QToolTip {{ background: {c.panel}; color: {c.ink}; border: 1px solid {c.field}; padding: {t.px(4)}px; }}
    """


def _words(t: Theme) -> str:
    rules = [
        f'QLabel[words="{w.name}"] {{ font-size: {t.px(w.value.px)}px; font-weight: {w.value.weight}; }}'
        for w in Words
    ]
    rules += [f'QLabel[tone="{tone}"] {{ color: {getattr(t.colours, tone)}; }}' for tone in _TONES]
    return "\n".join(rules)


def _panels(t: Theme) -> str:
    c, radius = t.colours, t.px(sizes.RADIUS_PANEL)
    soft = "\n".join(
        f'QFrame[fill="{tone}"] {{ background: {getattr(c, fill)};'
        f" border: {c.line_px}px solid {getattr(c, fill) if c.line_px == 1 else c.line};"
        f" border-radius: {t.px(sizes.RADIUS_BUTTON)}px; }}"
        for tone, fill in _SOFT.items()
    )
    return f"""
    QFrame[part="panel"] {{ background: {c.panel}; border: {c.line_px}px solid {c.line}; border-radius: {radius}px; }}
    QFrame[part="rule"] {{ background: {c.line}; border: none; }}
    QFrame[part="total-rule"] {{ background: {c.ink}; border: none; }}
    QFrame[part="band"] {{ background: {c.soft}; border: none; border-top: {c.line_px}px solid {c.line};
        border-bottom: {c.line_px}px solid {c.line}; border-radius: 0; }}
    QFrame[part="tabs"] {{ background: {c.soft}; border: none; border-top: {c.line_px}px solid {c.line}; border-radius: 0; }}
    QFrame[part="row"] {{ background: transparent; border: none; }}
    QFrame[part="row"][chosen="true"] {{ background: {c.pri_soft}; }}
    {soft}
    QFrame[part="key"] {{ background: {c.soft}; border: 1px solid {c.line}; border-radius: {t.px(sizes.RADIUS_KEY)}px; }}
    """


def _fields(t: Theme) -> str:
    c, radius = t.colours, t.px(sizes.RADIUS_FIELD)
    pad = t.px(10)
    return f"""
    QLineEdit, QComboBox {{ background: {c.panel}; border: {c.line_px}px solid {c.field}; border-radius: {radius}px;
        padding: 0 {pad}px; selection-background-color: {c.pri}; selection-color: {c.on_pri}; }}
    QPlainTextEdit {{ background: {c.panel}; border: {c.line_px}px solid {c.field}; border-radius: {radius}px;
        padding: {t.px(4)}px; selection-background-color: {c.pri}; selection-color: {c.on_pri}; }}
    QPlainTextEdit:focus {{ border: 2px solid {c.pri}; }}
    QLineEdit:focus, QComboBox:focus {{ border: 2px solid {c.pri}; padding: 0 {pad - 1}px; }}
    QLineEdit[finding="warning"] {{ border: 2px solid {c.warn_mark}; padding: 0 {pad - 1}px; }}
    QLineEdit[finding="error"] {{ border: 2px solid {c.bad}; padding: 0 {pad - 1}px; }}
    QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: none; background: transparent; padding: 0; }}
    QLineEdit {{ placeholder-text-color: {c.ink3}; }}
    QLineEdit[money="true"] {{ font-weight: 500; }}
    QLineEdit[figure="true"] {{ font-size: {t.px(Words.SUB.value.px)}px; font-weight: 700; }}
    QFrame[part="search"] {{ background: {c.panel}; border: {c.line_px}px solid {c.field}; border-radius: {radius}px; }}
    QFrame[part="search"][focused="true"] {{ border: 2px solid {c.pri}; }}
    QComboBox::drop-down {{ border: none; width: {t.px(28)}px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {c.panel}; border: 1px solid {c.field};
        selection-background-color: {c.pri_soft}; selection-color: {c.ink}; }}
    """


def _lists(t: Theme) -> str:
    c = t.colours
    width = t.px(10)
    return f"""
    QTableView {{ background: {c.panel}; border: none; gridline-color: transparent; }}
    QHeaderView {{ background: {c.soft}; border: none; }}
    QHeaderView::section {{ background: {c.soft}; color: {c.ink2}; border: none; font-weight: 400;
        border-top: {c.line_px}px solid {c.line}; border-bottom: {c.line_px}px solid {c.line};
        font-size: {t.px(Words.SECOND.value.px)}px; padding: 0 {t.px(10)}px; }}
    QTableView QTableCornerButton::section {{ background: {c.soft}; border: none;
        border-top: {c.line_px}px solid {c.line}; border-bottom: {c.line_px}px solid {c.line}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.field}; min-height: {t.px(36)}px;
        border-radius: {width // 2 - 1}px; margin: 1px; }}
    QScrollBar:horizontal {{ background: transparent; height: {width}px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {c.field}; min-width: {t.px(36)}px;
        border-radius: {width // 2 - 1}px; margin: 1px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
        {{ background: none; border: none; height: 0; width: 0; }}
    """


def _frame(t: Theme) -> str:
    c = t.colours
    return f"""
    QWidget#rail {{ background: {c.rail}; }}
    QWidget#statusbar {{ background: {c.panel}; border-top: {c.line_px}px solid {c.line}; }}
    QFrame#calendar {{ background: {c.panel}; border: 1px solid {c.field}; }}
    """


def _of_qt(t: Theme) -> str:
    """What is Qt's own: the file dialog where the system has none, and menus."""
    c, pad = t.colours, t.px(14)
    high = t.line_height() - 2 * c.line_px
    # Qt's own little pictures are black.
    tool = c.field if t.ground is Ground.DARK else c.panel
    return f"""
    QMenu {{ background: {c.panel}; color: {c.ink}; border: 1px solid {c.field}; padding: {t.px(4)}px; }}
    QMenu::item {{ padding: {t.px(6)}px {t.px(18)}px; }}
    QMenu::item:selected {{ background: {c.pri_soft}; color: {c.ink}; }}
    QMenu::item:disabled {{ color: {c.ink3}; }}
    QFileDialog QTreeView, QFileDialog QListView {{ background: {c.panel}; border: {c.line_px}px solid {c.line};
        selection-background-color: {c.pri_soft}; selection-color: {c.ink}; }}
    QFileDialog QTreeView::item, QFileDialog QListView::item {{ min-height: {t.px(30)}px; color: {c.ink}; }}
    QFileDialog QTreeView::item:selected, QFileDialog QListView::item:selected
        {{ background: {c.pri_soft}; color: {c.ink}; }}
    QFileDialog QLineEdit, QFileDialog QComboBox {{ min-height: {high}px; }}
    QFileDialog QPushButton {{ background: {c.panel}; color: {c.ink}; border: {c.line_px}px solid {c.field};
        border-radius: {t.px(sizes.RADIUS_BUTTON)}px; padding: 0 {pad}px; min-height: {high}px; }}
    QFileDialog QPushButton:focus {{ border: 2px solid {c.pri}; }}
    QFileDialog QPushButton:disabled {{ background: {c.soft}; color: {c.ink3}; border-color: {c.line}; }}
    QFileDialog QToolButton {{ background: {tool}; border: 1px solid {c.line}; border-radius: {t.px(sizes.RADIUS_KEY)}px;
        padding: {t.px(4)}px; }}
    QFileDialog QToolButton:focus {{ border: 2px solid {c.pri}; }}
    """
