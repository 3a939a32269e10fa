# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'unlock_window.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from bmnn_desktop.gui.widgets.notice import Notice
from bmnn_desktop.gui.widgets.passphrase_edit import PassphraseEdit
from bmnn_desktop.gui.widgets.progress_line import ProgressLine
from bmnn_desktop.gui.widgets.training_band import TrainingBand

class Ui_UnlockWindow(object):
    def setupUi(self, UnlockWindow):
        if not UnlockWindow.objectName():
            UnlockWindow.setObjectName(u"UnlockWindow")
        self.layout_10 = QVBoxLayout(UnlockWindow)
        self.layout_10.setSpacing(0)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(0, 0, 0, 16)
        self.training_band = TrainingBand(UnlockWindow)
        self.training_band.setObjectName(u"training_band")

        self.layout_10.addWidget(self.training_band)

        self.spacer_1 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_10.addItem(self.spacer_1)

        self.layout_8 = QHBoxLayout()
        self.layout_8.setObjectName(u"layout_8")
        self.spacer_2 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_8.addItem(self.spacer_2)

        self.card = QFrame(UnlockWindow)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"role", u"card")
        self.card.setMinimumSize(QSize(460, 0))
        self.card.setMaximumSize(QSize(460, 16777215))
        self.layout_6 = QVBoxLayout(self.card)
        self.layout_6.setSpacing(14)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(32, 28, 32, 28)
        self.title_label = QLabel(self.card)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setProperty(u"role", u"title")

        self.layout_6.addWidget(self.title_label)

        self.place_label = QLabel(self.card)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setTextFormat(Qt.TextFormat.PlainText)
        self.place_label.setProperty(u"role", u"quiet")
        self.place_label.setWordWrap(True)

        self.layout_6.addWidget(self.place_label)

        self.spacer_3 = QSpacerItem(20, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_6.addItem(self.spacer_3)

        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(4)
        self.layout_4.setObjectName(u"layout_4")
        self.login_label = QLabel(self.card)
        self.login_label.setObjectName(u"login_label")
        self.login_label.setTextFormat(Qt.TextFormat.PlainText)
        self.login_label.setProperty(u"role", u"field")

        self.layout_4.addWidget(self.login_label)

        self.login_box = QComboBox(self.card)
        self.login_box.setObjectName(u"login_box")
        self.login_box.setEditable(True)
        self.login_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.layout_4.addWidget(self.login_box)


        self.layout_6.addLayout(self.layout_4)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(4)
        self.layout_5.setObjectName(u"layout_5")
        self.passphrase_label = QLabel(self.card)
        self.passphrase_label.setObjectName(u"passphrase_label")
        self.passphrase_label.setTextFormat(Qt.TextFormat.PlainText)
        self.passphrase_label.setProperty(u"role", u"field")

        self.layout_5.addWidget(self.passphrase_label)

        self.passphrase_edit = PassphraseEdit(self.card)
        self.passphrase_edit.setObjectName(u"passphrase_edit")

        self.layout_5.addWidget(self.passphrase_edit)

        self.hint_label = QLabel(self.card)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setTextFormat(Qt.TextFormat.PlainText)
        self.hint_label.setProperty(u"role", u"quiet")
        self.hint_label.setWordWrap(True)

        self.layout_5.addWidget(self.hint_label)


        self.layout_6.addLayout(self.layout_5)

        self.notice = Notice(self.card)
        self.notice.setObjectName(u"notice")

        self.layout_6.addWidget(self.notice)

        self.progress_line = ProgressLine(self.card)
        self.progress_line.setObjectName(u"progress_line")

        self.layout_6.addWidget(self.progress_line)

        self.unlock_button = QPushButton(self.card)
        self.unlock_button.setObjectName(u"unlock_button")
        self.unlock_button.setProperty(u"role", u"primary")

        self.layout_6.addWidget(self.unlock_button)

        self.forgotten_button = QPushButton(self.card)
        self.forgotten_button.setObjectName(u"forgotten_button")
        self.forgotten_button.setAutoDefault(False)

        self.layout_6.addWidget(self.forgotten_button)


        self.layout_8.addWidget(self.card)

        self.spacer_7 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_8.addItem(self.spacer_7)


        self.layout_10.addLayout(self.layout_8)

        self.spacer_9 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_10.addItem(self.spacer_9)

        self.foot_label = QLabel(UnlockWindow)
        self.foot_label.setObjectName(u"foot_label")
        self.foot_label.setTextFormat(Qt.TextFormat.PlainText)
        self.foot_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.foot_label.setProperty(u"role", u"quiet")

        self.layout_10.addWidget(self.foot_label)

#if QT_CONFIG(shortcut)
        self.login_label.setBuddy(self.login_box)
        self.passphrase_label.setBuddy(self.passphrase_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(UnlockWindow)

        self.unlock_button.setDefault(True)


        QMetaObject.connectSlotsByName(UnlockWindow)
    # setupUi

    def retranslateUi(self, UnlockWindow):
        UnlockWindow.setWindowTitle(QCoreApplication.translate("UnlockWindow", u"BMNN Desktop \u2013 M\u1edf kho s\u1ed5", None))
        self.title_label.setText(QCoreApplication.translate("UnlockWindow", u"BMNN Desktop", None))
        self.place_label.setText(QCoreApplication.translate("UnlockWindow", u"S\u1ed5 \u0111\u0103ng k\u00fd b\u00ed m\u1eadt nh\u00e0 n\u01b0\u1edbc", None))
        self.login_label.setText(QCoreApplication.translate("UnlockWindow", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
        self.passphrase_label.setText(QCoreApplication.translate("UnlockWindow", u"M\u1eadt kh\u1ea9u", None))
        self.hint_label.setText("")
        self.unlock_button.setText(QCoreApplication.translate("UnlockWindow", u"M\u1edf kho s\u1ed5", None))
        self.forgotten_button.setText(QCoreApplication.translate("UnlockWindow", u"Qu\u00ean m\u1eadt kh\u1ea9u\u2026", None))
        self.foot_label.setText(QCoreApplication.translate("UnlockWindow", u"Ch\u01b0\u01a1ng tr\u00ecnh ch\u1ea1y tr\u00ean m\u00e1y n\u00e0y, kh\u00f4ng n\u1ed1i m\u1ea1ng.", None))
    # retranslateUi
