# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'backup_page.ui'
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

from bmnn_desktop.gui.widgets.notice import Notice
from bmnn_desktop.gui.widgets.progress_line import ProgressLine

class Ui_BackupPage(object):
    def setupUi(self, BackupPage):
        if not BackupPage.objectName():
            BackupPage.setObjectName(u"BackupPage")
        self.layout_6 = QVBoxLayout(BackupPage)
        self.layout_6.setSpacing(16)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(28, 22, 28, 22)
        self.title_label = QLabel(BackupPage)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setProperty(u"role", u"title")

        self.layout_6.addWidget(self.title_label)

        self.lead_label = QLabel(BackupPage)
        self.lead_label.setObjectName(u"lead_label")
        self.lead_label.setTextFormat(Qt.TextFormat.PlainText)
        self.lead_label.setProperty(u"role", u"quiet")
        self.lead_label.setWordWrap(True)

        self.layout_6.addWidget(self.lead_label)

        self.state_frame = QFrame(BackupPage)
        self.state_frame.setObjectName(u"state_frame")
        self.state_frame.setProperty(u"role", u"card")
        self.layout_1 = QVBoxLayout(self.state_frame)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(18, 14, 18, 14)
        self.last_label = QLabel(self.state_frame)
        self.last_label.setObjectName(u"last_label")
        self.last_label.setTextFormat(Qt.TextFormat.PlainText)
        self.last_label.setProperty(u"role", u"truth")
        self.last_label.setWordWrap(True)

        self.layout_1.addWidget(self.last_label)

        self.openers_label = QLabel(self.state_frame)
        self.openers_label.setObjectName(u"openers_label")
        self.openers_label.setTextFormat(Qt.TextFormat.PlainText)
        self.openers_label.setWordWrap(True)

        self.layout_1.addWidget(self.openers_label)


        self.layout_6.addWidget(self.state_frame)

        self.work_frame = QFrame(BackupPage)
        self.work_frame.setObjectName(u"work_frame")
        self.work_frame.setProperty(u"role", u"card")
        self.layout_3 = QVBoxLayout(self.work_frame)
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(18, 14, 18, 18)
        self.medium_label = QLabel(self.work_frame)
        self.medium_label.setObjectName(u"medium_label")
        self.medium_label.setTextFormat(Qt.TextFormat.PlainText)
        self.medium_label.setProperty(u"role", u"field")

        self.layout_3.addWidget(self.medium_label)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.medium_edit = QLineEdit(self.work_frame)
        self.medium_edit.setObjectName(u"medium_edit")

        self.layout_2.addWidget(self.medium_edit)

        self.start_button = QPushButton(self.work_frame)
        self.start_button.setObjectName(u"start_button")
        self.start_button.setProperty(u"role", u"primary")

        self.layout_2.addWidget(self.start_button)

        self.media_button = QPushButton(self.work_frame)
        self.media_button.setObjectName(u"media_button")

        self.layout_2.addWidget(self.media_button)


        self.layout_3.addLayout(self.layout_2)

        self.progress_line = ProgressLine(self.work_frame)
        self.progress_line.setObjectName(u"progress_line")

        self.layout_3.addWidget(self.progress_line)

        self.notice = Notice(self.work_frame)
        self.notice.setObjectName(u"notice")

        self.layout_3.addWidget(self.notice)


        self.layout_6.addWidget(self.work_frame)

        self.result_frame = QFrame(BackupPage)
        self.result_frame.setObjectName(u"result_frame")
        self.result_frame.setProperty(u"role", u"card")
        self.layout_4 = QVBoxLayout(self.result_frame)
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(18, 14, 18, 14)
        self.result_title_label = QLabel(self.result_frame)
        self.result_title_label.setObjectName(u"result_title_label")
        self.result_title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.result_title_label.setProperty(u"role", u"subtitle")

        self.layout_4.addWidget(self.result_title_label)

        self.result_label = QLabel(self.result_frame)
        self.result_label.setObjectName(u"result_label")
        self.result_label.setTextFormat(Qt.TextFormat.PlainText)
        self.result_label.setWordWrap(True)

        self.layout_4.addWidget(self.result_label)


        self.layout_6.addWidget(self.result_frame)

        self.spacer_5 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_6.addItem(self.spacer_5)

#if QT_CONFIG(shortcut)
        self.medium_label.setBuddy(self.medium_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(BackupPage)

        QMetaObject.connectSlotsByName(BackupPage)
    # setupUi

    def retranslateUi(self, BackupPage):
        BackupPage.setWindowTitle(QCoreApplication.translate("BackupPage", u"Sao l\u01b0u", None))
        self.title_label.setText(QCoreApplication.translate("BackupPage", u"Sao l\u01b0u", None))
        self.lead_label.setText(QCoreApplication.translate("BackupPage", u"B\u1ea3n sao l\u01b0u \u0111\u01b0\u1ee3c ni\u00eam phong b\u1eb1ng kh\u00f3a kh\u00f4i ph\u1ee5c v\u00e0 kh\u00f3a c\u1ee7a ng\u01b0\u1eddi x\u00e1c nh\u1eadn, ghi xong \u0111\u01b0\u1ee3c \u0111\u1ecdc l\u1ea1i v\u00e0 ki\u1ec3m tra to\u00e0n b\u1ed9.", None))
        self.last_label.setText("")
        self.openers_label.setText("")
        self.medium_label.setText(QCoreApplication.translate("BackupPage", u"Th\u01b0 m\u1ee5c \u0111\u00f3ng vai USB sao l\u01b0u (kho t\u1eadp hu\u1ea5n)", None))
        self.medium_edit.setPlaceholderText(QCoreApplication.translate("BackupPage", u"\u0110\u01b0\u1eddng d\u1eabn \u0111\u1ea7y \u0111\u1ee7 c\u1ee7a th\u01b0 m\u1ee5c", None))
        self.start_button.setText(QCoreApplication.translate("BackupPage", u"Sao l\u01b0u ngay", None))
        self.media_button.setText(QCoreApplication.translate("BackupPage", u"Danh m\u1ee5c USB\u2026", None))
        self.result_title_label.setText(QCoreApplication.translate("BackupPage", u"B\u1ea3n sao l\u01b0u v\u1eeba ghi", None))
        self.result_label.setText("")
    # retranslateUi
