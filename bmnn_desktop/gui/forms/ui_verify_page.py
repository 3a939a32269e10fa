# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'verify_page.ui'
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

from bmnn_desktop.gui.widgets.progress_line import ProgressLine

class Ui_VerifyPage(object):
    def setupUi(self, VerifyPage):
        if not VerifyPage.objectName():
            VerifyPage.setObjectName(u"VerifyPage")
        self.layout_5 = QVBoxLayout(VerifyPage)
        self.layout_5.setSpacing(16)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(28, 22, 28, 22)
        self.title_label = QLabel(VerifyPage)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setProperty(u"role", u"title")

        self.layout_5.addWidget(self.title_label)

        self.lead_label = QLabel(VerifyPage)
        self.lead_label.setObjectName(u"lead_label")
        self.lead_label.setTextFormat(Qt.TextFormat.PlainText)
        self.lead_label.setProperty(u"role", u"quiet")
        self.lead_label.setWordWrap(True)

        self.layout_5.addWidget(self.lead_label)

        self.work_frame = QFrame(VerifyPage)
        self.work_frame.setObjectName(u"work_frame")
        self.work_frame.setProperty(u"role", u"card")
        self.layout_2 = QVBoxLayout(self.work_frame)
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(18, 14, 18, 18)
        self.anchor_label = QLabel(self.work_frame)
        self.anchor_label.setObjectName(u"anchor_label")
        self.anchor_label.setTextFormat(Qt.TextFormat.PlainText)
        self.anchor_label.setProperty(u"role", u"field")

        self.layout_2.addWidget(self.anchor_label)

        self.layout_1 = QHBoxLayout()
        self.layout_1.setSpacing(10)
        self.layout_1.setObjectName(u"layout_1")
        self.anchor_edit = QLineEdit(self.work_frame)
        self.anchor_edit.setObjectName(u"anchor_edit")

        self.layout_1.addWidget(self.anchor_edit)

        self.start_button = QPushButton(self.work_frame)
        self.start_button.setObjectName(u"start_button")
        self.start_button.setProperty(u"role", u"primary")

        self.layout_1.addWidget(self.start_button)


        self.layout_2.addLayout(self.layout_1)

        self.anchor_wrong_label = QLabel(self.work_frame)
        self.anchor_wrong_label.setObjectName(u"anchor_wrong_label")
        self.anchor_wrong_label.setTextFormat(Qt.TextFormat.PlainText)
        self.anchor_wrong_label.setProperty(u"role", u"error")
        self.anchor_wrong_label.setWordWrap(True)

        self.layout_2.addWidget(self.anchor_wrong_label)

        self.progress_line = ProgressLine(self.work_frame)
        self.progress_line.setObjectName(u"progress_line")

        self.layout_2.addWidget(self.progress_line)


        self.layout_5.addWidget(self.work_frame)

        self.verdict_frame = QFrame(VerifyPage)
        self.verdict_frame.setObjectName(u"verdict_frame")
        self.verdict_frame.setProperty(u"role", u"card")
        self.layout_3 = QVBoxLayout(self.verdict_frame)
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(18, 16, 18, 16)
        self.verdict_label = QLabel(self.verdict_frame)
        self.verdict_label.setObjectName(u"verdict_label")
        self.verdict_label.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict_label.setProperty(u"role", u"verdict")
        self.verdict_label.setWordWrap(True)

        self.layout_3.addWidget(self.verdict_label)

        self.verdict_detail_label = QLabel(self.verdict_frame)
        self.verdict_detail_label.setObjectName(u"verdict_detail_label")
        self.verdict_detail_label.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict_detail_label.setWordWrap(True)

        self.layout_3.addWidget(self.verdict_detail_label)

        self.verdict_facts_label = QLabel(self.verdict_frame)
        self.verdict_facts_label.setObjectName(u"verdict_facts_label")
        self.verdict_facts_label.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict_facts_label.setProperty(u"role", u"quiet")
        self.verdict_facts_label.setWordWrap(True)

        self.layout_3.addWidget(self.verdict_facts_label)


        self.layout_5.addWidget(self.verdict_frame)

        self.spacer_4 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.spacer_4)

#if QT_CONFIG(shortcut)
        self.anchor_label.setBuddy(self.anchor_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(VerifyPage)

        QMetaObject.connectSlotsByName(VerifyPage)
    # setupUi

    def retranslateUi(self, VerifyPage):
        VerifyPage.setWindowTitle(QCoreApplication.translate("VerifyPage", u"Ki\u1ec3m tra t\u00ednh to\u00e0n v\u1eb9n c\u1ee7a s\u1ed5", None))
        self.title_label.setText(QCoreApplication.translate("VerifyPage", u"Ki\u1ec3m tra t\u00ednh to\u00e0n v\u1eb9n c\u1ee7a s\u1ed5", None))
        self.lead_label.setText(QCoreApplication.translate("VerifyPage", u"D\u1ef1ng l\u1ea1i to\u00e0n b\u1ed9 s\u1ed5 t\u1eeb nh\u1eadt k\u00fd thao t\u00e1c r\u1ed3i so t\u1eebng b\u1ea3ng, t\u1eebng ch\u1eef k\u00fd. M\u00e3 \u0111\u1ed1i chi\u1ebfu \u1edf ch\u00e2n t\u1edd s\u1ed5 \u0111\u00e3 in ch\u1ee9ng minh nh\u1eadt k\u00fd kh\u00f4ng b\u1ecb vi\u1ebft l\u1ea1i.", None))
        self.anchor_label.setText(QCoreApplication.translate("VerifyPage", u"M\u00e3 \u0111\u1ed1i chi\u1ebfu tr\u00ean t\u1edd s\u1ed5 (kh\u00f4ng b\u1eaft bu\u1ed9c)", None))
        self.anchor_edit.setPlaceholderText(QCoreApplication.translate("VerifyPage", u"N\u0103m nh\u00f3m n\u0103m k\u00fd t\u1ef1, v\u00ed d\u1ee5: XXXXX-XXXXX-XXXXX-XXXXX-XXXXX", None))
        self.start_button.setText(QCoreApplication.translate("VerifyPage", u"Ki\u1ec3m tra", None))
        self.anchor_wrong_label.setText("")
        self.verdict_label.setText("")
        self.verdict_detail_label.setText("")
        self.verdict_facts_label.setText("")
    # retranslateUi
