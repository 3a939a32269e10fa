# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'founding_wizard.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QFrame, QGridLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QRadioButton, QSizePolicy, QSpacerItem, QSpinBox,
    QStackedWidget, QVBoxLayout, QWidget)

from bmnn_desktop.gui.founding.confirmer_form import ConfirmerForm
from bmnn_desktop.gui.widgets.notice import Notice
from bmnn_desktop.gui.widgets.passphrase_edit import PassphraseEdit
from bmnn_desktop.gui.widgets.progress_line import ProgressLine
from bmnn_desktop.gui.widgets.training_band import TrainingBand

class Ui_FoundingWizard(object):
    def setupUi(self, FoundingWizard):
        if not FoundingWizard.objectName():
            FoundingWizard.setObjectName(u"FoundingWizard")
        self.layout_41 = QVBoxLayout(FoundingWizard)
        self.layout_41.setSpacing(0)
        self.layout_41.setObjectName(u"layout_41")
        self.layout_41.setContentsMargins(0, 0, 0, 0)
        self.training_band = TrainingBand(FoundingWizard)
        self.training_band.setObjectName(u"training_band")

        self.layout_41.addWidget(self.training_band)

        self.layout_40 = QHBoxLayout()
        self.layout_40.setSpacing(0)
        self.layout_40.setObjectName(u"layout_40")
        self.layout_40.setContentsMargins(0, 0, 0, 0)
        self.steps_frame = QFrame(FoundingWizard)
        self.steps_frame.setObjectName(u"steps_frame")
        self.steps_frame.setProperty(u"role", u"nav")
        self.steps_frame.setMinimumSize(QSize(270, 0))
        self.steps_frame.setMaximumSize(QSize(270, 16777215))
        self.layout_35 = QVBoxLayout(self.steps_frame)
        self.layout_35.setSpacing(6)
        self.layout_35.setObjectName(u"layout_35")
        self.layout_35.setContentsMargins(24, 28, 24, 24)
        self.wizard_title_label = QLabel(self.steps_frame)
        self.wizard_title_label.setObjectName(u"wizard_title_label")
        self.wizard_title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.wizard_title_label.setProperty(u"role", u"title")
        self.wizard_title_label.setWordWrap(True)

        self.layout_35.addWidget(self.wizard_title_label)

        self.spacer_33 = QSpacerItem(20, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_35.addItem(self.spacer_33)

        self.steps_panel = QWidget(self.steps_frame)
        self.steps_panel.setObjectName(u"steps_panel")

        self.layout_35.addWidget(self.steps_panel)

        self.spacer_34 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_35.addItem(self.spacer_34)


        self.layout_40.addWidget(self.steps_frame)

        self.main_panel = QWidget(FoundingWizard)
        self.main_panel.setObjectName(u"main_panel")
        self.main_panel.setMaximumSize(QSize(880, 16777215))
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.main_panel.sizePolicy().hasHeightForWidth())
        self.main_panel.setSizePolicy(sizePolicy)
        self.layout_38 = QVBoxLayout(self.main_panel)
        self.layout_38.setSpacing(14)
        self.layout_38.setObjectName(u"layout_38")
        self.layout_38.setContentsMargins(48, 32, 48, 24)
        self.pages = QStackedWidget(self.main_panel)
        self.pages.setObjectName(u"pages")
        self.organisation_page = QWidget()
        self.organisation_page.setObjectName(u"organisation_page")
        self.layout_6 = QVBoxLayout(self.organisation_page)
        self.layout_6.setSpacing(10)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.organisation_page_title = QLabel(self.organisation_page)
        self.organisation_page_title.setObjectName(u"organisation_page_title")
        self.organisation_page_title.setTextFormat(Qt.TextFormat.PlainText)
        self.organisation_page_title.setProperty(u"role", u"title")

        self.layout_6.addWidget(self.organisation_page_title)

        self.organisation_page_lead = QLabel(self.organisation_page)
        self.organisation_page_lead.setObjectName(u"organisation_page_lead")
        self.organisation_page_lead.setTextFormat(Qt.TextFormat.PlainText)
        self.organisation_page_lead.setProperty(u"role", u"quiet")
        self.organisation_page_lead.setWordWrap(True)

        self.layout_6.addWidget(self.organisation_page_lead)

        self.spacer_4 = QSpacerItem(20, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_6.addItem(self.spacer_4)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(24)
        self.layout_2.setObjectName(u"layout_2")
        self.real_radio = QRadioButton(self.organisation_page)
        self.real_radio.setObjectName(u"real_radio")
        self.real_radio.setChecked(True)

        self.layout_2.addWidget(self.real_radio)

        self.training_radio = QRadioButton(self.organisation_page)
        self.training_radio.setObjectName(u"training_radio")

        self.layout_2.addWidget(self.training_radio)

        self.spacer_1 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.spacer_1)


        self.layout_6.addLayout(self.layout_2)

        self.layout_3 = QGridLayout()
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setHorizontalSpacing(12)
        self.layout_3.setVerticalSpacing(8)
        self.org_label = QLabel(self.organisation_page)
        self.org_label.setObjectName(u"org_label")
        self.org_label.setTextFormat(Qt.TextFormat.PlainText)
        self.org_label.setProperty(u"role", u"field")

        self.layout_3.addWidget(self.org_label, 0, 0, 1, 1)

        self.org_edit = QLineEdit(self.organisation_page)
        self.org_edit.setObjectName(u"org_edit")

        self.layout_3.addWidget(self.org_edit, 0, 1, 1, 1)

        self.parent_org_label = QLabel(self.organisation_page)
        self.parent_org_label.setObjectName(u"parent_org_label")
        self.parent_org_label.setTextFormat(Qt.TextFormat.PlainText)
        self.parent_org_label.setProperty(u"role", u"field")

        self.layout_3.addWidget(self.parent_org_label, 1, 0, 1, 1)

        self.parent_org_edit = QLineEdit(self.organisation_page)
        self.parent_org_edit.setObjectName(u"parent_org_edit")

        self.layout_3.addWidget(self.parent_org_edit, 1, 1, 1, 1)

        self.place_label = QLabel(self.organisation_page)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setTextFormat(Qt.TextFormat.PlainText)
        self.place_label.setProperty(u"role", u"field")

        self.layout_3.addWidget(self.place_label, 2, 0, 1, 1)

        self.place_edit = QLineEdit(self.organisation_page)
        self.place_edit.setObjectName(u"place_edit")

        self.layout_3.addWidget(self.place_edit, 2, 1, 1, 1)

        self.symbol_label = QLabel(self.organisation_page)
        self.symbol_label.setObjectName(u"symbol_label")
        self.symbol_label.setTextFormat(Qt.TextFormat.PlainText)
        self.symbol_label.setProperty(u"role", u"field")

        self.layout_3.addWidget(self.symbol_label, 3, 0, 1, 1)

        self.symbol_edit = QLineEdit(self.organisation_page)
        self.symbol_edit.setObjectName(u"symbol_edit")

        self.layout_3.addWidget(self.symbol_edit, 3, 1, 1, 1)

        self.duty_phone_label = QLabel(self.organisation_page)
        self.duty_phone_label.setObjectName(u"duty_phone_label")
        self.duty_phone_label.setTextFormat(Qt.TextFormat.PlainText)
        self.duty_phone_label.setProperty(u"role", u"field")

        self.layout_3.addWidget(self.duty_phone_label, 4, 0, 1, 1)

        self.duty_phone_edit = QLineEdit(self.organisation_page)
        self.duty_phone_edit.setObjectName(u"duty_phone_edit")

        self.layout_3.addWidget(self.duty_phone_edit, 4, 1, 1, 1)

        self.layout_3.setColumnStretch(1, 1)

        self.layout_6.addLayout(self.layout_3)

        self.spacer_5 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_6.addItem(self.spacer_5)

        self.pages.addWidget(self.organisation_page)
        self.keeper_page = QWidget()
        self.keeper_page.setObjectName(u"keeper_page")
        self.layout_10 = QVBoxLayout(self.keeper_page)
        self.layout_10.setSpacing(10)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(0, 0, 0, 0)
        self.keeper_page_title = QLabel(self.keeper_page)
        self.keeper_page_title.setObjectName(u"keeper_page_title")
        self.keeper_page_title.setTextFormat(Qt.TextFormat.PlainText)
        self.keeper_page_title.setProperty(u"role", u"title")

        self.layout_10.addWidget(self.keeper_page_title)

        self.keeper_page_lead = QLabel(self.keeper_page)
        self.keeper_page_lead.setObjectName(u"keeper_page_lead")
        self.keeper_page_lead.setTextFormat(Qt.TextFormat.PlainText)
        self.keeper_page_lead.setProperty(u"role", u"quiet")
        self.keeper_page_lead.setWordWrap(True)

        self.layout_10.addWidget(self.keeper_page_lead)

        self.spacer_8 = QSpacerItem(20, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_10.addItem(self.spacer_8)

        self.layout_7 = QGridLayout()
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setHorizontalSpacing(12)
        self.layout_7.setVerticalSpacing(8)
        self.name_label = QLabel(self.keeper_page)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.name_label.setProperty(u"role", u"field")

        self.layout_7.addWidget(self.name_label, 0, 0, 1, 1)

        self.name_edit = QLineEdit(self.keeper_page)
        self.name_edit.setObjectName(u"name_edit")

        self.layout_7.addWidget(self.name_edit, 0, 1, 1, 1)

        self.login_label = QLabel(self.keeper_page)
        self.login_label.setObjectName(u"login_label")
        self.login_label.setTextFormat(Qt.TextFormat.PlainText)
        self.login_label.setProperty(u"role", u"field")

        self.layout_7.addWidget(self.login_label, 1, 0, 1, 1)

        self.login_edit = QLineEdit(self.keeper_page)
        self.login_edit.setObjectName(u"login_edit")

        self.layout_7.addWidget(self.login_edit, 1, 1, 1, 1)

        self.layout_7.setColumnStretch(1, 1)

        self.layout_10.addLayout(self.layout_7)

        self.keeper_later_label = QLabel(self.keeper_page)
        self.keeper_later_label.setObjectName(u"keeper_later_label")
        self.keeper_later_label.setTextFormat(Qt.TextFormat.PlainText)
        self.keeper_later_label.setProperty(u"role", u"quiet")
        self.keeper_later_label.setWordWrap(True)

        self.layout_10.addWidget(self.keeper_later_label)

        self.spacer_9 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_10.addItem(self.spacer_9)

        self.pages.addWidget(self.keeper_page)
        self.book_page = QWidget()
        self.book_page.setObjectName(u"book_page")
        self.layout_14 = QVBoxLayout(self.book_page)
        self.layout_14.setSpacing(10)
        self.layout_14.setObjectName(u"layout_14")
        self.layout_14.setContentsMargins(0, 0, 0, 0)
        self.book_page_title = QLabel(self.book_page)
        self.book_page_title.setObjectName(u"book_page_title")
        self.book_page_title.setTextFormat(Qt.TextFormat.PlainText)
        self.book_page_title.setProperty(u"role", u"title")

        self.layout_14.addWidget(self.book_page_title)

        self.book_page_lead = QLabel(self.book_page)
        self.book_page_lead.setObjectName(u"book_page_lead")
        self.book_page_lead.setTextFormat(Qt.TextFormat.PlainText)
        self.book_page_lead.setProperty(u"role", u"quiet")
        self.book_page_lead.setWordWrap(True)

        self.layout_14.addWidget(self.book_page_lead)

        self.spacer_12 = QSpacerItem(20, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_14.addItem(self.spacer_12)

        self.layout_11 = QGridLayout()
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setHorizontalSpacing(12)
        self.layout_11.setVerticalSpacing(8)
        self.year_label = QLabel(self.book_page)
        self.year_label.setObjectName(u"year_label")
        self.year_label.setTextFormat(Qt.TextFormat.PlainText)
        self.year_label.setProperty(u"role", u"field")

        self.layout_11.addWidget(self.year_label, 0, 0, 1, 1)

        self.year_box = QSpinBox(self.book_page)
        self.year_box.setObjectName(u"year_box")
        self.year_box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.year_box.setMinimum(1945)
        self.year_box.setMaximum(2199)
        self.year_box.setMinimumSize(QSize(120, 0))
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.year_box.sizePolicy().hasHeightForWidth())
        self.year_box.setSizePolicy(sizePolicy1)

        self.layout_11.addWidget(self.year_box, 0, 1, 1, 1, Qt.AlignmentFlag.AlignLeft)

        self.incoming_first_label = QLabel(self.book_page)
        self.incoming_first_label.setObjectName(u"incoming_first_label")
        self.incoming_first_label.setTextFormat(Qt.TextFormat.PlainText)
        self.incoming_first_label.setProperty(u"role", u"field")

        self.layout_11.addWidget(self.incoming_first_label, 1, 0, 1, 1)

        self.incoming_first_box = QSpinBox(self.book_page)
        self.incoming_first_box.setObjectName(u"incoming_first_box")
        self.incoming_first_box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.incoming_first_box.setMinimum(1)
        self.incoming_first_box.setMaximum(99999)
        self.incoming_first_box.setMinimumSize(QSize(120, 0))
        sizePolicy1.setHeightForWidth(self.incoming_first_box.sizePolicy().hasHeightForWidth())
        self.incoming_first_box.setSizePolicy(sizePolicy1)

        self.layout_11.addWidget(self.incoming_first_box, 1, 1, 1, 1, Qt.AlignmentFlag.AlignLeft)

        self.incoming_paper_label = QLabel(self.book_page)
        self.incoming_paper_label.setObjectName(u"incoming_paper_label")
        self.incoming_paper_label.setTextFormat(Qt.TextFormat.PlainText)
        self.incoming_paper_label.setProperty(u"role", u"field")

        self.layout_11.addWidget(self.incoming_paper_label, 2, 0, 1, 1)

        self.incoming_paper_edit = QLineEdit(self.book_page)
        self.incoming_paper_edit.setObjectName(u"incoming_paper_edit")

        self.layout_11.addWidget(self.incoming_paper_edit, 2, 1, 1, 1)

        self.first_label = QLabel(self.book_page)
        self.first_label.setObjectName(u"first_label")
        self.first_label.setTextFormat(Qt.TextFormat.PlainText)
        self.first_label.setProperty(u"role", u"field")

        self.layout_11.addWidget(self.first_label, 3, 0, 1, 1)

        self.first_box = QSpinBox(self.book_page)
        self.first_box.setObjectName(u"first_box")
        self.first_box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first_box.setMinimum(1)
        self.first_box.setMaximum(99999)
        self.first_box.setMinimumSize(QSize(120, 0))
        sizePolicy1.setHeightForWidth(self.first_box.sizePolicy().hasHeightForWidth())
        self.first_box.setSizePolicy(sizePolicy1)

        self.layout_11.addWidget(self.first_box, 3, 1, 1, 1, Qt.AlignmentFlag.AlignLeft)

        self.paper_label = QLabel(self.book_page)
        self.paper_label.setObjectName(u"paper_label")
        self.paper_label.setTextFormat(Qt.TextFormat.PlainText)
        self.paper_label.setProperty(u"role", u"field")

        self.layout_11.addWidget(self.paper_label, 4, 0, 1, 1)

        self.paper_edit = QLineEdit(self.book_page)
        self.paper_edit.setObjectName(u"paper_edit")

        self.layout_11.addWidget(self.paper_edit, 4, 1, 1, 1)

        self.layout_11.setColumnStretch(1, 1)

        self.layout_14.addLayout(self.layout_11)

        self.spacer_13 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_14.addItem(self.spacer_13)

        self.pages.addWidget(self.book_page)
        self.passphrase_page = QWidget()
        self.passphrase_page.setObjectName(u"passphrase_page")
        self.layout_22 = QVBoxLayout(self.passphrase_page)
        self.layout_22.setSpacing(10)
        self.layout_22.setObjectName(u"layout_22")
        self.layout_22.setContentsMargins(0, 0, 0, 0)
        self.passphrase_page_title = QLabel(self.passphrase_page)
        self.passphrase_page_title.setObjectName(u"passphrase_page_title")
        self.passphrase_page_title.setTextFormat(Qt.TextFormat.PlainText)
        self.passphrase_page_title.setProperty(u"role", u"title")

        self.layout_22.addWidget(self.passphrase_page_title)

        self.passphrase_page_lead = QLabel(self.passphrase_page)
        self.passphrase_page_lead.setObjectName(u"passphrase_page_lead")
        self.passphrase_page_lead.setTextFormat(Qt.TextFormat.PlainText)
        self.passphrase_page_lead.setProperty(u"role", u"quiet")
        self.passphrase_page_lead.setWordWrap(True)

        self.layout_22.addWidget(self.passphrase_page_lead)

        self.spacer_20 = QSpacerItem(20, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_22.addItem(self.spacer_20)

        self.layout_16 = QHBoxLayout()
        self.layout_16.setSpacing(24)
        self.layout_16.setObjectName(u"layout_16")
        self.generated_radio = QRadioButton(self.passphrase_page)
        self.generated_radio.setObjectName(u"generated_radio")
        self.generated_radio.setChecked(True)

        self.layout_16.addWidget(self.generated_radio)

        self.own_radio = QRadioButton(self.passphrase_page)
        self.own_radio.setObjectName(u"own_radio")

        self.layout_16.addWidget(self.own_radio)

        self.spacer_15 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_16.addItem(self.spacer_15)


        self.layout_22.addLayout(self.layout_16)

        self.generated_frame = QFrame(self.passphrase_page)
        self.generated_frame.setObjectName(u"generated_frame")
        self.generated_frame.setProperty(u"role", u"card")
        self.layout_18 = QHBoxLayout(self.generated_frame)
        self.layout_18.setObjectName(u"layout_18")
        self.layout_18.setContentsMargins(16, 12, 16, 12)
        self.generated_label = QLabel(self.generated_frame)
        self.generated_label.setObjectName(u"generated_label")
        self.generated_label.setTextFormat(Qt.TextFormat.PlainText)
        self.generated_label.setProperty(u"role", u"phrase")

        self.layout_18.addWidget(self.generated_label)

        self.spacer_17 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_18.addItem(self.spacer_17)

        self.again_button = QPushButton(self.generated_frame)
        self.again_button.setObjectName(u"again_button")

        self.layout_18.addWidget(self.again_button)


        self.layout_22.addWidget(self.generated_frame)

        self.layout_19 = QGridLayout()
        self.layout_19.setObjectName(u"layout_19")
        self.layout_19.setHorizontalSpacing(12)
        self.layout_19.setVerticalSpacing(8)
        self.own_label = QLabel(self.passphrase_page)
        self.own_label.setObjectName(u"own_label")
        self.own_label.setTextFormat(Qt.TextFormat.PlainText)
        self.own_label.setProperty(u"role", u"field")

        self.layout_19.addWidget(self.own_label, 0, 0, 1, 1)

        self.own_edit = PassphraseEdit(self.passphrase_page)
        self.own_edit.setObjectName(u"own_edit")

        self.layout_19.addWidget(self.own_edit, 0, 1, 1, 1)

        self.repeat_label = QLabel(self.passphrase_page)
        self.repeat_label.setObjectName(u"repeat_label")
        self.repeat_label.setTextFormat(Qt.TextFormat.PlainText)
        self.repeat_label.setProperty(u"role", u"field")

        self.layout_19.addWidget(self.repeat_label, 1, 0, 1, 1)

        self.repeat_edit = PassphraseEdit(self.passphrase_page)
        self.repeat_edit.setObjectName(u"repeat_edit")

        self.layout_19.addWidget(self.repeat_edit, 1, 1, 1, 1)

        self.layout_19.setColumnStretch(1, 1)

        self.layout_22.addLayout(self.layout_19)

        self.passphrase_note_label = QLabel(self.passphrase_page)
        self.passphrase_note_label.setObjectName(u"passphrase_note_label")
        self.passphrase_note_label.setTextFormat(Qt.TextFormat.PlainText)
        self.passphrase_note_label.setProperty(u"role", u"warning")
        self.passphrase_note_label.setWordWrap(True)

        self.layout_22.addWidget(self.passphrase_note_label)

        self.small_check = QCheckBox(self.passphrase_page)
        self.small_check.setObjectName(u"small_check")

        self.layout_22.addWidget(self.small_check)

        self.spacer_21 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_22.addItem(self.spacer_21)

        self.pages.addWidget(self.passphrase_page)
        self.confirmer_page = QWidget()
        self.confirmer_page.setObjectName(u"confirmer_page")
        self.layout_42 = QVBoxLayout(self.confirmer_page)
        self.layout_42.setSpacing(10)
        self.layout_42.setObjectName(u"layout_42")
        self.layout_42.setContentsMargins(0, 0, 0, 0)
        self.confirmer_page_title = QLabel(self.confirmer_page)
        self.confirmer_page_title.setObjectName(u"confirmer_page_title")
        self.confirmer_page_title.setTextFormat(Qt.TextFormat.PlainText)
        self.confirmer_page_title.setProperty(u"role", u"title")

        self.layout_42.addWidget(self.confirmer_page_title)

        self.confirmer_page_lead = QLabel(self.confirmer_page)
        self.confirmer_page_lead.setObjectName(u"confirmer_page_lead")
        self.confirmer_page_lead.setTextFormat(Qt.TextFormat.PlainText)
        self.confirmer_page_lead.setProperty(u"role", u"quiet")
        self.confirmer_page_lead.setWordWrap(True)

        self.layout_42.addWidget(self.confirmer_page_lead)

        self.spacer_43 = QSpacerItem(20, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_42.addItem(self.spacer_43)

        self.confirmer_form = ConfirmerForm(self.confirmer_page)
        self.confirmer_form.setObjectName(u"confirmer_form")

        self.layout_42.addWidget(self.confirmer_form)

        self.spacer_44 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_42.addItem(self.spacer_44)

        self.pages.addWidget(self.confirmer_page)
        self.recovery_page = QWidget()
        self.recovery_page.setObjectName(u"recovery_page")
        self.layout_28 = QVBoxLayout(self.recovery_page)
        self.layout_28.setSpacing(10)
        self.layout_28.setObjectName(u"layout_28")
        self.layout_28.setContentsMargins(0, 0, 0, 0)
        self.recovery_page_title = QLabel(self.recovery_page)
        self.recovery_page_title.setObjectName(u"recovery_page_title")
        self.recovery_page_title.setTextFormat(Qt.TextFormat.PlainText)
        self.recovery_page_title.setProperty(u"role", u"title")

        self.layout_28.addWidget(self.recovery_page_title)

        self.recovery_page_lead = QLabel(self.recovery_page)
        self.recovery_page_lead.setObjectName(u"recovery_page_lead")
        self.recovery_page_lead.setTextFormat(Qt.TextFormat.PlainText)
        self.recovery_page_lead.setProperty(u"role", u"quiet")
        self.recovery_page_lead.setWordWrap(True)

        self.layout_28.addWidget(self.recovery_page_lead)

        self.spacer_26 = QSpacerItem(20, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_28.addItem(self.spacer_26)

        self.sheet_frame = QFrame(self.recovery_page)
        self.sheet_frame.setObjectName(u"sheet_frame")
        self.sheet_frame.setProperty(u"role", u"card")
        self.layout_23 = QVBoxLayout(self.sheet_frame)
        self.layout_23.setObjectName(u"layout_23")
        self.layout_23.setContentsMargins(16, 14, 16, 14)
        self.groups_panel = QWidget(self.sheet_frame)
        self.groups_panel.setObjectName(u"groups_panel")

        self.layout_23.addWidget(self.groups_panel)


        self.layout_28.addWidget(self.sheet_frame)

        self.sheet_advice_label = QLabel(self.recovery_page)
        self.sheet_advice_label.setObjectName(u"sheet_advice_label")
        self.sheet_advice_label.setTextFormat(Qt.TextFormat.PlainText)
        self.sheet_advice_label.setWordWrap(True)

        self.layout_28.addWidget(self.sheet_advice_label)

        self.save_frame = QFrame(self.recovery_page)
        self.save_frame.setObjectName(u"save_frame")
        self.layout_24 = QHBoxLayout(self.save_frame)
        self.layout_24.setSpacing(10)
        self.layout_24.setObjectName(u"layout_24")
        self.layout_24.setContentsMargins(0, 0, 0, 0)
        self.save_label = QLabel(self.save_frame)
        self.save_label.setObjectName(u"save_label")
        self.save_label.setTextFormat(Qt.TextFormat.PlainText)
        self.save_label.setProperty(u"role", u"field")

        self.layout_24.addWidget(self.save_label)

        self.save_edit = QLineEdit(self.save_frame)
        self.save_edit.setObjectName(u"save_edit")

        self.layout_24.addWidget(self.save_edit)

        self.save_button = QPushButton(self.save_frame)
        self.save_button.setObjectName(u"save_button")

        self.layout_24.addWidget(self.save_button)


        self.layout_28.addWidget(self.save_frame)

        self.layout_25 = QGridLayout()
        self.layout_25.setObjectName(u"layout_25")
        self.layout_25.setHorizontalSpacing(12)
        self.layout_25.setVerticalSpacing(8)
        self.group_label = QLabel(self.recovery_page)
        self.group_label.setObjectName(u"group_label")
        self.group_label.setTextFormat(Qt.TextFormat.PlainText)
        self.group_label.setProperty(u"role", u"field")

        self.layout_25.addWidget(self.group_label, 0, 0, 1, 1)

        self.group_edit = QLineEdit(self.recovery_page)
        self.group_edit.setObjectName(u"group_edit")

        self.layout_25.addWidget(self.group_edit, 0, 1, 1, 1)

        self.layout_25.setColumnStretch(1, 1)

        self.layout_28.addLayout(self.layout_25)

        self.spacer_27 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_28.addItem(self.spacer_27)

        self.pages.addWidget(self.recovery_page)
        self.done_page = QWidget()
        self.done_page.setObjectName(u"done_page")
        self.layout_32 = QVBoxLayout(self.done_page)
        self.layout_32.setSpacing(10)
        self.layout_32.setObjectName(u"layout_32")
        self.layout_32.setContentsMargins(0, 0, 0, 0)
        self.done_page_title = QLabel(self.done_page)
        self.done_page_title.setObjectName(u"done_page_title")
        self.done_page_title.setTextFormat(Qt.TextFormat.PlainText)
        self.done_page_title.setProperty(u"role", u"title")

        self.layout_32.addWidget(self.done_page_title)

        self.done_page_lead = QLabel(self.done_page)
        self.done_page_lead.setObjectName(u"done_page_lead")
        self.done_page_lead.setTextFormat(Qt.TextFormat.PlainText)
        self.done_page_lead.setProperty(u"role", u"quiet")
        self.done_page_lead.setWordWrap(True)

        self.layout_32.addWidget(self.done_page_lead)

        self.spacer_30 = QSpacerItem(20, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_32.addItem(self.spacer_30)

        self.done_frame = QFrame(self.done_page)
        self.done_frame.setObjectName(u"done_frame")
        self.done_frame.setProperty(u"role", u"card")
        self.layout_29 = QVBoxLayout(self.done_frame)
        self.layout_29.setObjectName(u"layout_29")
        self.layout_29.setContentsMargins(16, 14, 16, 14)
        self.done_label = QLabel(self.done_frame)
        self.done_label.setObjectName(u"done_label")
        self.done_label.setTextFormat(Qt.TextFormat.PlainText)
        self.done_label.setWordWrap(True)

        self.layout_29.addWidget(self.done_label)


        self.layout_32.addWidget(self.done_frame)

        self.spacer_31 = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_32.addItem(self.spacer_31)

        self.pages.addWidget(self.done_page)

        self.layout_38.addWidget(self.pages)

        self.notice = Notice(self.main_panel)
        self.notice.setObjectName(u"notice")

        self.layout_38.addWidget(self.notice)

        self.progress_line = ProgressLine(self.main_panel)
        self.progress_line.setObjectName(u"progress_line")

        self.layout_38.addWidget(self.progress_line)

        self.layout_37 = QHBoxLayout()
        self.layout_37.setSpacing(10)
        self.layout_37.setObjectName(u"layout_37")
        self.leave_button = QPushButton(self.main_panel)
        self.leave_button.setObjectName(u"leave_button")

        self.layout_37.addWidget(self.leave_button)

        self.spacer_36 = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_37.addItem(self.spacer_36)

        self.back_button = QPushButton(self.main_panel)
        self.back_button.setObjectName(u"back_button")

        self.layout_37.addWidget(self.back_button)

        self.next_button = QPushButton(self.main_panel)
        self.next_button.setObjectName(u"next_button")
        self.next_button.setProperty(u"role", u"primary")

        self.layout_37.addWidget(self.next_button)


        self.layout_38.addLayout(self.layout_37)


        self.layout_40.addWidget(self.main_panel)

        self.spacer_39 = QSpacerItem(0, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_40.addItem(self.spacer_39)

        self.layout_40.setStretch(1, 1)

        self.layout_41.addLayout(self.layout_40)

        self.layout_41.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.org_label.setBuddy(self.org_edit)
        self.parent_org_label.setBuddy(self.parent_org_edit)
        self.place_label.setBuddy(self.place_edit)
        self.symbol_label.setBuddy(self.symbol_edit)
        self.duty_phone_label.setBuddy(self.duty_phone_edit)
        self.name_label.setBuddy(self.name_edit)
        self.login_label.setBuddy(self.login_edit)
        self.year_label.setBuddy(self.year_box)
        self.incoming_first_label.setBuddy(self.incoming_first_box)
        self.incoming_paper_label.setBuddy(self.incoming_paper_edit)
        self.first_label.setBuddy(self.first_box)
        self.paper_label.setBuddy(self.paper_edit)
        self.own_label.setBuddy(self.own_edit)
        self.repeat_label.setBuddy(self.repeat_edit)
        self.save_label.setBuddy(self.save_edit)
        self.group_label.setBuddy(self.group_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FoundingWizard)

        self.pages.setCurrentIndex(0)
        self.next_button.setDefault(True)


        QMetaObject.connectSlotsByName(FoundingWizard)
    # setupUi

    def retranslateUi(self, FoundingWizard):
        FoundingWizard.setWindowTitle(QCoreApplication.translate("FoundingWizard", u"BMNN Desktop \u2013 L\u1eadp kho s\u1ed5", None))
        self.wizard_title_label.setText(QCoreApplication.translate("FoundingWizard", u"L\u1eadp kho s\u1ed5", None))
        self.organisation_page_title.setText(QCoreApplication.translate("FoundingWizard", u"C\u01a1 quan, t\u1ed5 ch\u1ee9c", None))
        self.organisation_page_lead.setText(QCoreApplication.translate("FoundingWizard", u"T\u00ean ghi \u1edf \u0111\u00e2y \u0111\u01b0\u1ee3c in tr\u00ean b\u00eca s\u1ed5 v\u00e0 tr\u00ean t\u1eebng t\u1edd.", None))
        self.real_radio.setText(QCoreApplication.translate("FoundingWizard", u"Kho s\u1ed5 th\u1eadt", None))
        self.training_radio.setText(QCoreApplication.translate("FoundingWizard", u"Kho t\u1eadp hu\u1ea5n \u2013 s\u1ed1 li\u1ec7u gi\u1ea3", None))
        self.org_label.setText(QCoreApplication.translate("FoundingWizard", u"T\u00ean c\u01a1 quan, t\u1ed5 ch\u1ee9c", None))
        self.parent_org_label.setText(QCoreApplication.translate("FoundingWizard", u"C\u01a1 quan c\u1ea5p tr\u00ean tr\u1ef1c ti\u1ebfp", None))
        self.parent_org_edit.setPlaceholderText(QCoreApplication.translate("FoundingWizard", u"\u0110\u1ec3 tr\u1ed1ng n\u1ebfu kh\u00f4ng c\u00f3", None))
        self.place_label.setText(QCoreApplication.translate("FoundingWizard", u"\u0110\u1ecba danh", None))
        self.place_edit.setPlaceholderText(QCoreApplication.translate("FoundingWizard", u"Ghi tr\u01b0\u1edbc ng\u00e0y th\u00e1ng, v\u00ed d\u1ee5: X\u00e3 M\u1eabu", None))
        self.symbol_label.setText(QCoreApplication.translate("FoundingWizard", u"K\u00fd hi\u1ec7u c\u01a1 quan", None))
        self.symbol_edit.setPlaceholderText(QCoreApplication.translate("FoundingWizard", u"\u0110\u1ee9ng cu\u1ed1i s\u1ed1, k\u00fd hi\u1ec7u, v\u00ed d\u1ee5: UBND", None))
        self.duty_phone_label.setText(QCoreApplication.translate("FoundingWizard", u"G\u1ecdi ai khi ch\u01b0a t\u00ecm th\u1ea5y", None))
        self.duty_phone_edit.setPlaceholderText(QCoreApplication.translate("FoundingWizard", u"C\u01a1 quan, ng\u01b0\u1eddi tr\u1ef1c, s\u1ed1 m\u00e1y; c\u00f3 th\u1ec3 ghi sau", None))
        self.keeper_page_title.setText(QCoreApplication.translate("FoundingWizard", u"Ng\u01b0\u1eddi \u0111\u01b0\u1ee3c giao b\u1ea3o v\u1ec7 BMNN", None))
        self.keeper_page_lead.setText(QCoreApplication.translate("FoundingWizard", u"Ng\u01b0\u1eddi n\u00e0y ghi s\u1ed5 v\u00e0 k\u00fd t\u1eebng m\u1ee5c trong nh\u1eadt k\u00fd thao t\u00e1c b\u1eb1ng kh\u00f3a ri\u00eang c\u1ee7a m\u00ecnh.", None))
        self.name_label.setText(QCoreApplication.translate("FoundingWizard", u"H\u1ecd v\u00e0 t\u00ean", None))
        self.login_label.setText(QCoreApplication.translate("FoundingWizard", u"T\u00ean \u0111\u0103ng nh\u1eadp", None))
        self.login_edit.setPlaceholderText(QCoreApplication.translate("FoundingWizard", u"Ch\u1eef th\u01b0\u1eddng kh\u00f4ng d\u1ea5u, v\u00ed d\u1ee5: vanthu", None))
        self.keeper_later_label.setText(QCoreApplication.translate("FoundingWizard", u"Ng\u01b0\u1eddi x\u00e1c nh\u1eadn l\u00e0 m\u1ed9t ng\u01b0\u1eddi kh\u00e1c, c\u00f3 kh\u00f3a ri\u00eang; \u0111\u01b0\u1ee3c h\u1ecfi \u1edf b\u01b0\u1edbc 5 v\u00e0 c\u00f3 th\u1ec3 th\u00eam sau.", None))
        self.book_page_title.setText(QCoreApplication.translate("FoundingWizard", u"S\u1ed5 \u0111\u0103ng k\u00fd BMNN \u0111\u1ebfn v\u00e0 \u0111i", None))
        self.book_page_lead.setText(QCoreApplication.translate("FoundingWizard", u"N\u1ebfu s\u1ed5 gi\u1ea5y n\u00e0o \u0111ang d\u00f9ng d\u1edf, h\u00e3y m\u1edf ti\u1ebfp t\u1eeb s\u1ed1 k\u1ebf ti\u1ebfp \u0111\u1ec3 kh\u00f4ng c\u00f3 s\u1ed1 n\u00e0o tr\u00f9ng ho\u1eb7c b\u1ecf tr\u1ed1ng.", None))
        self.year_label.setText(QCoreApplication.translate("FoundingWizard", u"N\u0103m", None))
        self.incoming_first_label.setText(QCoreApplication.translate("FoundingWizard", u"S\u1ed5 \u0111\u1ebfn: m\u1edf t\u1eeb s\u1ed1 th\u1ee9 t\u1ef1", None))
        self.incoming_paper_label.setText(QCoreApplication.translate("FoundingWizard", u"S\u1ed5 \u0111\u1ebfn: quy\u1ec3n s\u1ed5 gi\u1ea5y \u0111ang d\u00f9ng", None))
        self.incoming_paper_edit.setPlaceholderText(QCoreApplication.translate("FoundingWizard", u"V\u00ed d\u1ee5: Quy\u1ec3n s\u1ed1 02/2026, \u0111\u1ebfn s\u1ed1 36; \u0111\u1ec3 tr\u1ed1ng n\u1ebfu kh\u00f4ng c\u00f3", None))
        self.first_label.setText(QCoreApplication.translate("FoundingWizard", u"S\u1ed5 \u0111i: m\u1edf t\u1eeb s\u1ed1 th\u1ee9 t\u1ef1", None))
        self.paper_label.setText(QCoreApplication.translate("FoundingWizard", u"S\u1ed5 \u0111i: quy\u1ec3n s\u1ed5 gi\u1ea5y \u0111ang d\u00f9ng", None))
        self.paper_edit.setPlaceholderText(QCoreApplication.translate("FoundingWizard", u"V\u00ed d\u1ee5: Quy\u1ec3n s\u1ed1 02/2026, \u0111\u1ebfn s\u1ed1 36; \u0111\u1ec3 tr\u1ed1ng n\u1ebfu kh\u00f4ng c\u00f3", None))
        self.passphrase_page_title.setText(QCoreApplication.translate("FoundingWizard", u"M\u1eadt kh\u1ea9u c\u1ee7a ng\u01b0\u1eddi gi\u1eef s\u1ed5", None))
        self.passphrase_page_lead.setText(QCoreApplication.translate("FoundingWizard", u"M\u1eadt kh\u1ea9u do m\u00e1y t\u1ea1o g\u1ed3m s\u00e1u \u00e2m ti\u1ebft; g\u00f5 Telex hay VNI \u0111\u1ec1u kh\u00f4ng l\u00e0m sai. H\u00e3y ch\u00e9p ra gi\u1ea5y, cho v\u00e0o phong b\u00ec ni\u00eam phong.", None))
        self.generated_radio.setText(QCoreApplication.translate("FoundingWizard", u"D\u00f9ng m\u1eadt kh\u1ea9u m\u00e1y t\u1ea1o", None))
        self.own_radio.setText(QCoreApplication.translate("FoundingWizard", u"T\u1ef1 \u0111\u1eb7t m\u1eadt kh\u1ea9u", None))
        self.generated_label.setText("")
        self.again_button.setText(QCoreApplication.translate("FoundingWizard", u"T\u1ea1o l\u1ea1i", None))
        self.own_label.setText(QCoreApplication.translate("FoundingWizard", u"M\u1eadt kh\u1ea9u t\u1ef1 \u0111\u1eb7t", None))
        self.repeat_label.setText(QCoreApplication.translate("FoundingWizard", u"G\u00f5 l\u1ea1i m\u1eadt kh\u1ea9u", None))
        self.passphrase_note_label.setText("")
        self.small_check.setText(QCoreApplication.translate("FoundingWizard", u"M\u00e1y y\u1ebfu (d\u01b0\u1edbi 4 GB b\u1ed9 nh\u1edb): d\u00f9ng ph\u00e9p t\u00ednh kh\u00f3a nh\u1eb9 h\u01a1n", None))
        self.confirmer_page_title.setText(QCoreApplication.translate("FoundingWizard", u"Ng\u01b0\u1eddi x\u00e1c nh\u1eadn", None))
        self.confirmer_page_lead.setText(QCoreApplication.translate("FoundingWizard", u"Ng\u01b0\u1eddi \u0111\u1ee9ng \u0111\u1ea7u, c\u1ea5p ph\u00f3 ho\u1eb7c ng\u01b0\u1eddi \u0111\u01b0\u1ee3c ch\u1ec9 \u0111\u1ecbnh: k\u00fd nh\u1eefng vi\u1ec7c kh\u00f4ng ai \u0111\u01b0\u1ee3c l\u00e0m m\u1ed9t m\u00ecnh, b\u1eb1ng kh\u00f3a ri\u00eang c\u1ee7a m\u00ecnh.", None))
        self.recovery_page_title.setText(QCoreApplication.translate("FoundingWizard", u"Phi\u1ebfu kh\u00f3a kh\u00f4i ph\u1ee5c (ni\u00eam phong)", None))
        self.recovery_page_lead.setText(QCoreApplication.translate("FoundingWizard", u"Phi\u1ebfu n\u00e0y m\u1edf \u0111\u01b0\u1ee3c b\u1ea3n sao l\u01b0u khi m\u00e1y h\u1ecfng ho\u1eb7c qu\u00ean m\u1eadt kh\u1ea9u. Phi\u1ebfu ch\u1ec9 hi\u1ec7n m\u1ed9t l\u1ea7n.", None))
        self.sheet_advice_label.setText(QCoreApplication.translate("FoundingWizard", u"H\u00e3y ch\u00e9p \u0111\u1ee7 n\u0103m d\u00f2ng ra gi\u1ea5y, so\u00e1t l\u1ea1i, cho v\u00e0o phong b\u00ec ni\u00eam phong v\u00e0 giao l\u00e3nh \u0111\u1ea1o gi\u1eef. Kh\u00f4ng ch\u1ee5p \u1ea3nh, kh\u00f4ng l\u01b0u v\u00e0o m\u00e1y kh\u00e1c.", None))
        self.save_label.setText(QCoreApplication.translate("FoundingWizard", u"Kho t\u1eadp hu\u1ea5n: ghi phi\u1ebfu ra t\u1ec7p", None))
        self.save_button.setText(QCoreApplication.translate("FoundingWizard", u"Ghi t\u1ec7p", None))
        self.group_label.setText(QCoreApplication.translate("FoundingWizard", u"G\u00f5 l\u1ea1i nh\u00f3m s\u1ed1 1", None))
        self.done_page_title.setText(QCoreApplication.translate("FoundingWizard", u"\u0110\u00e3 l\u1eadp kho s\u1ed5", None))
        self.done_page_lead.setText("")
        self.done_label.setText("")
        self.leave_button.setText(QCoreApplication.translate("FoundingWizard", u"Th\u00f4i", None))
        self.back_button.setText(QCoreApplication.translate("FoundingWizard", u"Quay l\u1ea1i", None))
        self.next_button.setText(QCoreApplication.translate("FoundingWizard", u"Ti\u1ebfp t\u1ee5c", None))
    # retranslateUi
