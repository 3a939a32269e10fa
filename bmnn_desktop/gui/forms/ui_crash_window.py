# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'crash_window.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_CrashWindow(object):
    def setupUi(self, CrashWindow):
        if not CrashWindow.objectName():
            CrashWindow.setObjectName(u"CrashWindow")
        self.layout_3 = QVBoxLayout(CrashWindow)
        self.layout_3.setSpacing(14)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(24, 20, 24, 20)
        self.title_label = QLabel(CrashWindow)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setProperty(u"role", u"subtitle")

        self.layout_3.addWidget(self.title_label)

        self.lead_label = QLabel(CrashWindow)
        self.lead_label.setObjectName(u"lead_label")
        self.lead_label.setTextFormat(Qt.TextFormat.PlainText)
        self.lead_label.setWordWrap(True)

        self.layout_3.addWidget(self.lead_label)

        self.code_edit = QLineEdit(CrashWindow)
        self.code_edit.setObjectName(u"code_edit")
        self.code_edit.setReadOnly(True)

        self.layout_3.addWidget(self.code_edit)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.spacer_1 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.spacer_1)

        self.close_button = QPushButton(CrashWindow)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setProperty(u"role", u"primary")

        self.layout_2.addWidget(self.close_button)


        self.layout_3.addLayout(self.layout_2)


        self.retranslateUi(CrashWindow)

        QMetaObject.connectSlotsByName(CrashWindow)
    # setupUi

    def retranslateUi(self, CrashWindow):
        CrashWindow.setWindowTitle(QCoreApplication.translate("CrashWindow", u"L\u1ed7i ch\u01b0\u01a1ng tr\u00ecnh", None))
        self.title_label.setText(QCoreApplication.translate("CrashWindow", u"Ch\u01b0\u01a1ng tr\u00ecnh g\u1eb7p l\u1ed7i ngo\u00e0i d\u1ef1 ki\u1ebfn", None))
        self.lead_label.setText(QCoreApplication.translate("CrashWindow", u"Nh\u1eefng g\u00ec \u0111\u00e3 ghi v\u00e0o s\u1ed5 v\u1eabn nguy\u00ean. H\u00e3y ch\u00e9p m\u00e3 d\u01b0\u1edbi \u0111\u00e2y g\u1eedi ng\u01b0\u1eddi qu\u1ea3n tr\u1ecb m\u00e1y, \u0111\u00f3ng ch\u01b0\u01a1ng tr\u00ecnh r\u1ed3i m\u1edf l\u1ea1i.", None))
        self.close_button.setText(QCoreApplication.translate("CrashWindow", u"\u0110\u00f3ng", None))
    # retranslateUi
