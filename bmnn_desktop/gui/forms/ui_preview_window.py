# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'preview_window.ui'
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
    QLabel, QLineEdit, QListView, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)

from bmnn_desktop.gui.widgets.notice import Notice
from bmnn_desktop.gui.widgets.page_view import PageView
from bmnn_desktop.gui.widgets.progress_line import ProgressLine
from bmnn_desktop.gui.widgets.training_band import TrainingBand

class Ui_PreviewWindow(object):
    def setupUi(self, PreviewWindow):
        if not PreviewWindow.objectName():
            PreviewWindow.setObjectName(u"PreviewWindow")
        self.layout_9 = QVBoxLayout(PreviewWindow)
        self.layout_9.setSpacing(0)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.training_band = TrainingBand(PreviewWindow)
        self.training_band.setObjectName(u"training_band")

        self.layout_9.addWidget(self.training_band)

        self.bar_frame = QFrame(PreviewWindow)
        self.bar_frame.setObjectName(u"bar_frame")
        self.bar_frame.setProperty(u"role", u"bar")
        self.layout_4 = QHBoxLayout(self.bar_frame)
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(16, 10, 16, 10)
        self.book_label = QLabel(self.bar_frame)
        self.book_label.setObjectName(u"book_label")
        self.book_label.setTextFormat(Qt.TextFormat.PlainText)
        self.book_label.setProperty(u"role", u"subtitle")

        self.layout_4.addWidget(self.book_label)

        self.spacer_1 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_1)

        self.previous_button = QPushButton(self.bar_frame)
        self.previous_button.setObjectName(u"previous_button")

        self.layout_4.addWidget(self.previous_button)

        self.page_box = QSpinBox(self.bar_frame)
        self.page_box.setObjectName(u"page_box")
        self.page_box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page_box.setMinimum(1)
        self.page_box.setMaximum(1)
        self.page_box.setMinimumSize(QSize(100, 0))

        self.layout_4.addWidget(self.page_box)

        self.count_label = QLabel(self.bar_frame)
        self.count_label.setObjectName(u"count_label")
        self.count_label.setTextFormat(Qt.TextFormat.PlainText)
        self.count_label.setProperty(u"role", u"quiet")

        self.layout_4.addWidget(self.count_label)

        self.following_button = QPushButton(self.bar_frame)
        self.following_button.setObjectName(u"following_button")

        self.layout_4.addWidget(self.following_button)

        self.spacer_2 = QSpacerItem(16, 8, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_2)

        self.zoom_box = QComboBox(self.bar_frame)
        self.zoom_box.setObjectName(u"zoom_box")

        self.layout_4.addWidget(self.zoom_box)

        self.find_edit = QLineEdit(self.bar_frame)
        self.find_edit.setObjectName(u"find_edit")
        self.find_edit.setMaximumSize(QSize(190, 16777215))

        self.layout_4.addWidget(self.find_edit)

        self.spacer_3 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_3)

        self.close_button = QPushButton(self.bar_frame)
        self.close_button.setObjectName(u"close_button")

        self.layout_4.addWidget(self.close_button)


        self.layout_9.addWidget(self.bar_frame)

        self.layout_5 = QHBoxLayout()
        self.layout_5.setSpacing(0)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.page_list = QListView(PreviewWindow)
        self.page_list.setObjectName(u"page_list")
        self.page_list.setMinimumSize(QSize(150, 0))
        self.page_list.setMaximumSize(QSize(150, 16777215))

        self.layout_5.addWidget(self.page_list)

        self.page_view = PageView(PreviewWindow)
        self.page_view.setObjectName(u"page_view")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.page_view.sizePolicy().hasHeightForWidth())
        self.page_view.setSizePolicy(sizePolicy)

        self.layout_5.addWidget(self.page_view)

        self.layout_5.setStretch(1, 1)

        self.layout_9.addLayout(self.layout_5)

        self.print_frame = QFrame(PreviewWindow)
        self.print_frame.setObjectName(u"print_frame")
        self.print_frame.setProperty(u"role", u"bar")
        self.layout_8 = QVBoxLayout(self.print_frame)
        self.layout_8.setSpacing(8)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(16, 10, 16, 12)
        self.notice = Notice(self.print_frame)
        self.notice.setObjectName(u"notice")

        self.layout_8.addWidget(self.notice)

        self.progress_line = ProgressLine(self.print_frame)
        self.progress_line.setObjectName(u"progress_line")

        self.layout_8.addWidget(self.progress_line)

        self.question_frame = QFrame(self.print_frame)
        self.question_frame.setObjectName(u"question_frame")
        self.layout_6 = QHBoxLayout(self.question_frame)
        self.layout_6.setSpacing(10)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.question_label = QLabel(self.question_frame)
        self.question_label.setObjectName(u"question_label")
        self.question_label.setTextFormat(Qt.TextFormat.PlainText)
        self.question_label.setProperty(u"role", u"field")
        self.question_label.setWordWrap(True)

        self.layout_6.addWidget(self.question_label)

        self.good_button = QPushButton(self.question_frame)
        self.good_button.setObjectName(u"good_button")
        self.good_button.setProperty(u"role", u"primary")

        self.layout_6.addWidget(self.good_button)

        self.spoiled_button = QPushButton(self.question_frame)
        self.spoiled_button.setObjectName(u"spoiled_button")

        self.layout_6.addWidget(self.spoiled_button)

        self.nothing_button = QPushButton(self.question_frame)
        self.nothing_button.setObjectName(u"nothing_button")

        self.layout_6.addWidget(self.nothing_button)

        self.layout_6.setStretch(0, 1)

        self.layout_8.addWidget(self.question_frame)

        self.out_frame = QFrame(self.print_frame)
        self.out_frame.setObjectName(u"out_frame")
        self.layout_7 = QHBoxLayout(self.out_frame)
        self.layout_7.setSpacing(10)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.out_label = QLabel(self.out_frame)
        self.out_label.setObjectName(u"out_label")
        self.out_label.setTextFormat(Qt.TextFormat.PlainText)
        self.out_label.setProperty(u"role", u"field")

        self.layout_7.addWidget(self.out_label)

        self.out_edit = QLineEdit(self.out_frame)
        self.out_edit.setObjectName(u"out_edit")

        self.layout_7.addWidget(self.out_edit)

        self.print_button = QPushButton(self.out_frame)
        self.print_button.setObjectName(u"print_button")
        self.print_button.setProperty(u"role", u"primary")

        self.layout_7.addWidget(self.print_button)


        self.layout_8.addWidget(self.out_frame)

        self.no_printer_label = QLabel(self.print_frame)
        self.no_printer_label.setObjectName(u"no_printer_label")
        self.no_printer_label.setTextFormat(Qt.TextFormat.PlainText)
        self.no_printer_label.setProperty(u"role", u"quiet")
        self.no_printer_label.setWordWrap(True)

        self.layout_8.addWidget(self.no_printer_label)


        self.layout_9.addWidget(self.print_frame)

        self.layout_9.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.out_label.setBuddy(self.out_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PreviewWindow)

        QMetaObject.connectSlotsByName(PreviewWindow)
    # setupUi

    def retranslateUi(self, PreviewWindow):
        PreviewWindow.setWindowTitle(QCoreApplication.translate("PreviewWindow", u"Xem tr\u01b0\u1edbc khi in", None))
        self.book_label.setText("")
        self.previous_button.setText(QCoreApplication.translate("PreviewWindow", u"\u2039 Tr\u01b0\u1edbc", None))
        self.page_box.setPrefix(QCoreApplication.translate("PreviewWindow", u"Trang ", None))
        self.count_label.setText(QCoreApplication.translate("PreviewWindow", u"/ 1", None))
        self.following_button.setText(QCoreApplication.translate("PreviewWindow", u"Sau \u203a", None))
#if QT_CONFIG(accessibility)
        self.zoom_box.setAccessibleName(QCoreApplication.translate("PreviewWindow", u"C\u1ee1 xem", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.find_edit.setAccessibleName(QCoreApplication.translate("PreviewWindow", u"T\u00ecm tr\u00ean c\u00e1c trang", None))
#endif // QT_CONFIG(accessibility)
        self.find_edit.setPlaceholderText(QCoreApplication.translate("PreviewWindow", u"T\u00ecm (Ctrl+F, F3)", None))
        self.close_button.setText(QCoreApplication.translate("PreviewWindow", u"\u0110\u00f3ng   Esc", None))
        self.question_label.setText("")
        self.good_button.setText(QCoreApplication.translate("PreviewWindow", u"In t\u1ed1t", None))
        self.spoiled_button.setText(QCoreApplication.translate("PreviewWindow", u"T\u1edd h\u1ecfng\u2026", None))
        self.nothing_button.setText(QCoreApplication.translate("PreviewWindow", u"Kh\u00f4ng ra t\u1edd n\u00e0o", None))
        self.out_label.setText(QCoreApplication.translate("PreviewWindow", u"Ghi ra t\u1ec7p PDF", None))
        self.print_button.setText(QCoreApplication.translate("PreviewWindow", u"In s\u1ed5", None))
        self.no_printer_label.setText(QCoreApplication.translate("PreviewWindow", u"In ra m\u00e1y in s\u1ebd c\u00f3 \u1edf b\u1ea3n sau; hi\u1ec7n gi\u1edd xem tr\u01b0\u1edbc t\u1ea1i \u0111\u00e2y \u0111\u1ec3 so\u00e1t s\u1ed5.", None))
    # retranslateUi
