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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_TodayPage(object):
    def setupUi(self, TodayPage):
        if not TodayPage.objectName():
            TodayPage.setObjectName(u"TodayPage")
        self.layout_11 = QVBoxLayout(TodayPage)
        self.layout_11.setSpacing(16)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(28, 22, 28, 22)
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

        self.spacer_1 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.spacer_1)


        self.layout_11.addLayout(self.layout_2)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(16)
        self.layout_4.setObjectName(u"layout_4")
        self.register_button = QPushButton(TodayPage)
        self.register_button.setObjectName(u"register_button")
        self.register_button.setProperty(u"role", u"big")

        self.layout_4.addWidget(self.register_button)

        self.find_frame = QFrame(TodayPage)
        self.find_frame.setObjectName(u"find_frame")
        self.find_frame.setProperty(u"role", u"card")
        self.layout_3 = QVBoxLayout(self.find_frame)
        self.layout_3.setSpacing(6)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(18, 14, 18, 16)
        self.find_label = QLabel(self.find_frame)
        self.find_label.setObjectName(u"find_label")
        self.find_label.setTextFormat(Qt.TextFormat.PlainText)
        self.find_label.setProperty(u"role", u"field")

        self.layout_3.addWidget(self.find_label)

        self.find_edit = QLineEdit(self.find_frame)
        self.find_edit.setObjectName(u"find_edit")
        self.find_edit.setClearButtonEnabled(False)

        self.layout_3.addWidget(self.find_edit)


        self.layout_4.addWidget(self.find_frame)

        self.layout_4.setStretch(0, 2)
        self.layout_4.setStretch(1, 3)

        self.layout_11.addLayout(self.layout_4)

        self.truth_frame = QFrame(TodayPage)
        self.truth_frame.setObjectName(u"truth_frame")
        self.truth_frame.setProperty(u"role", u"card")
        self.layout_5 = QVBoxLayout(self.truth_frame)
        self.layout_5.setSpacing(6)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(18, 14, 18, 14)
        self.truth_label = QLabel(self.truth_frame)
        self.truth_label.setObjectName(u"truth_label")
        self.truth_label.setTextFormat(Qt.TextFormat.PlainText)
        self.truth_label.setProperty(u"role", u"truth")
        self.truth_label.setWordWrap(True)

        self.layout_5.addWidget(self.truth_label)

        self.confirmer_label = QLabel(self.truth_frame)
        self.confirmer_label.setObjectName(u"confirmer_label")
        self.confirmer_label.setTextFormat(Qt.TextFormat.PlainText)
        self.confirmer_label.setProperty(u"role", u"quiet")
        self.confirmer_label.setWordWrap(True)

        self.layout_5.addWidget(self.confirmer_label)


        self.layout_11.addWidget(self.truth_frame)

        self.print_frame = QFrame(TodayPage)
        self.print_frame.setObjectName(u"print_frame")
        self.print_frame.setProperty(u"role", u"warning_card")
        self.layout_8 = QVBoxLayout(self.print_frame)
        self.layout_8.setSpacing(10)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(18, 14, 18, 14)
        self.print_label = QLabel(self.print_frame)
        self.print_label.setObjectName(u"print_label")
        self.print_label.setTextFormat(Qt.TextFormat.PlainText)
        self.print_label.setProperty(u"role", u"field")
        self.print_label.setWordWrap(True)

        self.layout_8.addWidget(self.print_label)

        self.layout_7 = QHBoxLayout()
        self.layout_7.setSpacing(10)
        self.layout_7.setObjectName(u"layout_7")
        self.good_button = QPushButton(self.print_frame)
        self.good_button.setObjectName(u"good_button")

        self.layout_7.addWidget(self.good_button)

        self.spoiled_button = QPushButton(self.print_frame)
        self.spoiled_button.setObjectName(u"spoiled_button")

        self.layout_7.addWidget(self.spoiled_button)

        self.spacer_6 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_7.addItem(self.spacer_6)


        self.layout_8.addLayout(self.layout_7)


        self.layout_11.addWidget(self.print_frame)

        self.due_title_label = QLabel(TodayPage)
        self.due_title_label.setObjectName(u"due_title_label")
        self.due_title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.due_title_label.setProperty(u"role", u"subtitle")

        self.layout_11.addWidget(self.due_title_label)

        self.due_frame = QFrame(TodayPage)
        self.due_frame.setObjectName(u"due_frame")
        self.due_frame.setProperty(u"role", u"card")
        self.layout_9 = QVBoxLayout(self.due_frame)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(18, 14, 18, 14)
        self.due_panel = QWidget(self.due_frame)
        self.due_panel.setObjectName(u"due_panel")

        self.layout_9.addWidget(self.due_panel)


        self.layout_11.addWidget(self.due_frame)

        self.spacer_10 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_11.addItem(self.spacer_10)

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
        self.register_button.setText(QCoreApplication.translate("TodayPage", u"\u0110\u0103ng k\u00fd \u0111i   F3", None))
        self.find_label.setText(QCoreApplication.translate("TodayPage", u"T\u00ecm trong s\u1ed5 \u0111i", None))
        self.find_edit.setPlaceholderText(QCoreApplication.translate("TodayPage", u"S\u1ed1, k\u00fd hi\u1ec7u, t\u00ean lo\u1ea1i, n\u01a1i nh\u1eadn\u2026 g\u00f5 kh\u00f4ng d\u1ea5u c\u0169ng \u0111\u01b0\u1ee3c", None))
        self.truth_label.setText("")
        self.confirmer_label.setText("")
        self.print_label.setText("")
        self.good_button.setText(QCoreApplication.translate("TodayPage", u"In t\u1ed1t", None))
        self.spoiled_button.setText(QCoreApplication.translate("TodayPage", u"T\u1edd h\u1ecfng", None))
        self.due_title_label.setText(QCoreApplication.translate("TodayPage", u"Ph\u1ea3i l\u00e0m h\u00f4m nay", None))
    # retranslateUi
