# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'today_page.ui'
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from bmnn_desktop.gui.duties.duty_list import DutyList
from bmnn_desktop.gui.duties.folded_duties import FoldedDuties
from bmnn_desktop.gui.find.found_view import FoundView
from bmnn_desktop.gui.widgets.notice import Notice

class Ui_TodayPage(object):
    def setupUi(self, TodayPage):
        if not TodayPage.objectName():
            TodayPage.setObjectName(u"TodayPage")
        self.layout_9 = QVBoxLayout(TodayPage)
        self.layout_9.setSpacing(14)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(28, 22, 28, 14)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(12)
        self.layout_2.setObjectName(u"layout_2")
        self.title_label = QLabel(TodayPage)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setProperty(u"role", u"title")

        self.layout_2.addWidget(self.title_label)

        self.date_label = QLabel(TodayPage)
        self.date_label.setObjectName(u"date_label")
        self.date_label.setTextFormat(Qt.TextFormat.PlainText)
        self.date_label.setProperty(u"role", u"quiet")

        self.layout_2.addWidget(self.date_label)

        self.day_button = QPushButton(TodayPage)
        self.day_button.setObjectName(u"day_button")
        self.day_button.setProperty(u"role", u"link")

        self.layout_2.addWidget(self.day_button)

        self.spacer_1 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.spacer_1)


        self.layout_9.addLayout(self.layout_2)

        self.day_notice = Notice(TodayPage)
        self.day_notice.setObjectName(u"day_notice")

        self.layout_9.addWidget(self.day_notice)

        self.actions_panel = QWidget(TodayPage)
        self.actions_panel.setObjectName(u"actions_panel")
        self.incoming_button = QPushButton(self.actions_panel)
        self.incoming_button.setObjectName(u"incoming_button")
        self.incoming_button.setProperty(u"role", u"big")
        self.outgoing_button = QPushButton(self.actions_panel)
        self.outgoing_button.setObjectName(u"outgoing_button")
        self.outgoing_button.setProperty(u"role", u"big")
        self.handover_button = QPushButton(self.actions_panel)
        self.handover_button.setObjectName(u"handover_button")
        self.handover_button.setProperty(u"role", u"big_quiet")
        self.print_sheet_button = QPushButton(self.actions_panel)
        self.print_sheet_button.setObjectName(u"print_sheet_button")
        self.print_sheet_button.setProperty(u"role", u"big_quiet")

        self.layout_9.addWidget(self.actions_panel)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(12)
        self.layout_3.setObjectName(u"layout_3")
        self.find_label = QLabel(TodayPage)
        self.find_label.setObjectName(u"find_label")
        self.find_label.setTextFormat(Qt.TextFormat.PlainText)
        self.find_label.setProperty(u"role", u"field")

        self.layout_3.addWidget(self.find_label)

        self.find_edit = QLineEdit(TodayPage)
        self.find_edit.setObjectName(u"find_edit")

        self.layout_3.addWidget(self.find_edit)


        self.layout_9.addLayout(self.layout_3)

        self.below_stack = QStackedWidget(TodayPage)
        self.below_stack.setObjectName(u"below_stack")
        self.duties_area = QScrollArea()
        self.duties_area.setObjectName(u"duties_area")
        self.duties_area.setWidgetResizable(True)
        self.duties_area.setFrameShape(QFrame.Shape.NoFrame)
        self.duties_panel = QWidget()
        self.duties_panel.setObjectName(u"duties_panel")
        self.layout_7 = QVBoxLayout(self.duties_panel)
        self.layout_7.setSpacing(8)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.truth_label = QLabel(self.duties_panel)
        self.truth_label.setObjectName(u"truth_label")
        self.truth_label.setTextFormat(Qt.TextFormat.PlainText)
        self.truth_label.setProperty(u"role", u"truth")
        self.truth_label.setWordWrap(True)

        self.layout_7.addWidget(self.truth_label)

        self.print_frame = QFrame(self.duties_panel)
        self.print_frame.setObjectName(u"print_frame")
        self.print_frame.setProperty(u"role", u"warning_card")
        self.layout_4 = QHBoxLayout(self.print_frame)
        self.layout_4.setSpacing(10)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(16, 8, 10, 8)
        self.print_label = QLabel(self.print_frame)
        self.print_label.setObjectName(u"print_label")
        self.print_label.setTextFormat(Qt.TextFormat.PlainText)
        self.print_label.setWordWrap(True)

        self.layout_4.addWidget(self.print_label)

        self.good_button = QPushButton(self.print_frame)
        self.good_button.setObjectName(u"good_button")

        self.layout_4.addWidget(self.good_button)

        self.spoiled_button = QPushButton(self.print_frame)
        self.spoiled_button.setObjectName(u"spoiled_button")

        self.layout_4.addWidget(self.spoiled_button)

        self.layout_4.setStretch(0, 1)

        self.layout_7.addWidget(self.print_frame)

        self.due_title_label = QLabel(self.duties_panel)
        self.due_title_label.setObjectName(u"due_title_label")
        self.due_title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.due_title_label.setProperty(u"role", u"subtitle")

        self.layout_7.addWidget(self.due_title_label)

        self.nothing_label = QLabel(self.duties_panel)
        self.nothing_label.setObjectName(u"nothing_label")
        self.nothing_label.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing_label.setProperty(u"role", u"calm")

        self.layout_7.addWidget(self.nothing_label)

        self.must_list = DutyList(self.duties_panel)
        self.must_list.setObjectName(u"must_list")

        self.layout_7.addWidget(self.must_list)

        self.spacer_5 = QSpacerItem(20, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_7.addItem(self.spacer_5)

        self.soon_section = FoldedDuties(self.duties_panel)
        self.soon_section.setObjectName(u"soon_section")

        self.layout_7.addWidget(self.soon_section)

        self.know_section = FoldedDuties(self.duties_panel)
        self.know_section.setObjectName(u"know_section")

        self.layout_7.addWidget(self.know_section)

        self.spacer_6 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_7.addItem(self.spacer_6)

        self.duties_area.setWidget(self.duties_panel)
        self.below_stack.addWidget(self.duties_area)
        self.results_page = QWidget()
        self.results_page.setObjectName(u"results_page")
        self.layout_8 = QVBoxLayout(self.results_page)
        self.layout_8.setSpacing(6)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.results_label = QLabel(self.results_page)
        self.results_label.setObjectName(u"results_label")
        self.results_label.setTextFormat(Qt.TextFormat.PlainText)
        self.results_label.setProperty(u"role", u"quiet")

        self.layout_8.addWidget(self.results_label)

        self.results_view = FoundView(self.results_page)
        self.results_view.setObjectName(u"results_view")

        self.layout_8.addWidget(self.results_view)

        self.below_stack.addWidget(self.results_page)

        self.layout_9.addWidget(self.below_stack)

        self.layout_9.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.find_label.setBuddy(self.find_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TodayPage)

        QMetaObject.connectSlotsByName(TodayPage)
    # setupUi

    def retranslateUi(self, TodayPage):
        TodayPage.setWindowTitle(QCoreApplication.translate("TodayPage", u"H\u00f4m nay", None))
        self.title_label.setText(QCoreApplication.translate("TodayPage", u"H\u00f4m nay", None))
        self.date_label.setText("")
        self.day_button.setText(QCoreApplication.translate("TodayPage", u"Ghi l\u1ea1i ng\u00e0y\u2026", None))
        self.incoming_button.setText(QCoreApplication.translate("TodayPage", u"\u0110\u0103ng k\u00fd \u0111\u1ebfn   F2", None))
        self.outgoing_button.setText(QCoreApplication.translate("TodayPage", u"\u0110\u0103ng k\u00fd \u0111i   F3", None))
        self.handover_button.setText(QCoreApplication.translate("TodayPage", u"Giao \u2013 nh\u1eadn   F4", None))
        self.print_sheet_button.setText(QCoreApplication.translate("TodayPage", u"In t\u1edd k\u00fd nh\u1eadn   F5", None))
        self.find_label.setText(QCoreApplication.translate("TodayPage", u"T\u00ecm", None))
        self.find_edit.setPlaceholderText(QCoreApplication.translate("TodayPage", u"Ctrl+K \u2013 s\u1ed1, k\u00fd hi\u1ec7u, n\u01a1i g\u1eedi, n\u01a1i nh\u1eadn\u2026 g\u00f5 kh\u00f4ng d\u1ea5u c\u0169ng \u0111\u01b0\u1ee3c; g\u00f5 m\u00ecnh s\u1ed1 37 th\u00ec t\u00ecm s\u1ed1 \u1ea5y tr\u01b0\u1edbc", None))
        self.truth_label.setText("")
        self.print_label.setText("")
        self.good_button.setText(QCoreApplication.translate("TodayPage", u"In t\u1ed1t", None))
        self.spoiled_button.setText(QCoreApplication.translate("TodayPage", u"T\u1edd h\u1ecfng", None))
        self.due_title_label.setText(QCoreApplication.translate("TodayPage", u"Ph\u1ea3i l\u00e0m h\u00f4m nay", None))
        self.nothing_label.setText("")
        self.results_label.setText("")
    # retranslateUi
