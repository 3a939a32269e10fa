# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'main_window.ui'
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
    QMainWindow, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from bmnn_desktop.gui.widgets.notice import Notice
from bmnn_desktop.gui.widgets.training_band import TrainingBand

class Ui_MainWindow(object):
    def setupUi(self, MainWindow):
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        self.body = QWidget(MainWindow)
        self.body.setObjectName(u"body")
        self.layout_7 = QVBoxLayout(self.body)
        self.layout_7.setSpacing(0)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.training_band = TrainingBand(self.body)
        self.training_band.setObjectName(u"training_band")

        self.layout_7.addWidget(self.training_band)

        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(0)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.nav_frame = QFrame(self.body)
        self.nav_frame.setObjectName(u"nav_frame")
        self.nav_frame.setProperty(u"role", u"nav")
        self.nav_frame.setMinimumSize(QSize(216, 0))
        self.nav_frame.setMaximumSize(QSize(216, 16777215))
        self.layout_4 = QVBoxLayout(self.nav_frame)
        self.layout_4.setSpacing(6)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(12, 16, 12, 14)
        self.org_label = QLabel(self.nav_frame)
        self.org_label.setObjectName(u"org_label")
        self.org_label.setTextFormat(Qt.TextFormat.PlainText)
        self.org_label.setProperty(u"role", u"org")
        self.org_label.setWordWrap(True)

        self.layout_4.addWidget(self.org_label)

        self.spacer_1 = QSpacerItem(20, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_4.addItem(self.spacer_1)

        self.places_area = QScrollArea(self.nav_frame)
        self.places_area.setObjectName(u"places_area")
        self.places_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.places_area.setFrameShape(QFrame.Shape.NoFrame)
        self.places_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places_area.setWidgetResizable(True)
        self.places_panel = QWidget()
        self.places_panel.setObjectName(u"places_panel")
        self.places_column = QVBoxLayout(self.places_panel)
        self.places_column.setObjectName(u"places_column")
        self.places_column.setContentsMargins(0, 0, 0, 0)
        self.places_layout = QVBoxLayout()
        self.places_layout.setSpacing(2)
        self.places_layout.setObjectName(u"places_layout")

        self.places_column.addLayout(self.places_layout)

        self.spacer_3 = QSpacerItem(20, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.places_column.addItem(self.spacer_3)

        self.places_area.setWidget(self.places_panel)

        self.layout_4.addWidget(self.places_area)

        self.person_label = QLabel(self.nav_frame)
        self.person_label.setObjectName(u"person_label")
        self.person_label.setTextFormat(Qt.TextFormat.PlainText)
        self.person_label.setWordWrap(True)

        self.layout_4.addWidget(self.person_label)

        self.roles_label = QLabel(self.nav_frame)
        self.roles_label.setObjectName(u"roles_label")
        self.roles_label.setTextFormat(Qt.TextFormat.PlainText)
        self.roles_label.setProperty(u"role", u"quiet")
        self.roles_label.setWordWrap(True)

        self.layout_4.addWidget(self.roles_label)

        self.lock_button = QPushButton(self.nav_frame)
        self.lock_button.setObjectName(u"lock_button")

        self.layout_4.addWidget(self.lock_button)


        self.layout_6.addWidget(self.nav_frame)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(0)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.notice = Notice(self.body)
        self.notice.setObjectName(u"notice")

        self.layout_5.addWidget(self.notice)

        self.pages = QStackedWidget(self.body)
        self.pages.setObjectName(u"pages")

        self.layout_5.addWidget(self.pages)


        self.layout_6.addLayout(self.layout_5)


        self.layout_7.addLayout(self.layout_6)

        self.layout_7.setStretch(1, 1)
        MainWindow.setCentralWidget(self.body)

        self.retranslateUi(MainWindow)

        QMetaObject.connectSlotsByName(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow):
        MainWindow.setWindowTitle(QCoreApplication.translate("MainWindow", u"BMNN Desktop", None))
        self.org_label.setText("")
        self.person_label.setText("")
        self.roles_label.setText("")
        self.lock_button.setText(QCoreApplication.translate("MainWindow", u"Kh\u00f3a   Ctrl+L", None))
    # retranslateUi
