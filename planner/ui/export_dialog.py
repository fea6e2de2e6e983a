"""Export: of which plan, which paper, for whom, what it carries and where it goes; then progress, and the paper."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFormLayout, QMessageBox, QWidget

from planner.export.agenda_paper import AgendaOptions, Paper
from planner.export.layouts import look_of
from planner.export.profiles import Profile, profile_name
from planner.models.agenda import Agenda
from planner.ui.draft_states import NOW, cannot_be_read
from planner.ui.fields import ChoiceField, NumberField
from planner.ui.making_dialog import MakingDialog
from planner.ui.paper_states import PaperState, working_copy
from planner.ui.plan_choice import PlanChoice
from planner.ui.settings import Settings
from planner.ui.since_choice import SinceChoice
from planner.ui.template_field import TemplateField
from planner.ui.wrapped_label import WrappedLabel
from planner.ui.zone_columns import ZoneColumns
from planner.wording import say

if TYPE_CHECKING:
    from planner.export.papers import PaperKind

_WORD = ".docx"


class ExportDialog(MakingDialog):
    """Makes a paper, at first the agenda as PDF, of the state that is shown: at first that on the screen."""

    exported = Signal(Path)

    def __init__(
        self,
        agenda: Agenda,
        suggested: Path,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        shown: PaperState | None = None,
    ) -> None:
        super().__init__(agenda.meeting.zone, suggested, parent)
        # The papers load what they are written with: not before somebody prints.
        from planner.export.papers import PAPERS

        self.setWindowTitle(say("Export"))
        self.setMinimumWidth(520)
        self._now = self._agenda = agenda
        self._meeting_stem, self._suggested = suggested.stem, suggested.absolute()
        self._kind, self._look = PAPERS[0], look_of(agenda)
        self._readable = True
        self._may_replace: Path | None = None
        self.plan, self.since = PlanChoice(), SinceChoice()
        self.plan.show_states(agenda, shown or working_copy())
        self.what = ChoiceField(say("Which paper"))
        self.what.show_choices([(_capital(kind.title), kind) for kind in PAPERS], PAPERS[0])
        self.profile = ChoiceField(say("For whom"))
        self._show_readers(PAPERS[0])
        self._left_out = WrappedLabel("soft")
        self.template = TemplateField(settings)
        self.paper = ChoiceField(say("Paper"))
        self.draft = NumberField(say("Draft number"), 0, 999)
        self.draft.setSpecialValueText(say("none"))
        self.watermark = QCheckBox(say("Draft number across the page"))
        self.watermark.setChecked(True)
        self.zones = ZoneColumns(agenda)
        self.open_after.setText(say("Open it afterwards"))
        self.make.setText(say("Export"))
        self._form = QFormLayout()
        self._fill_form()
        self._lay_out(self._form)
        self._connect()
        self._show_plan()

    def _fill_form(self) -> None:
        form = self._form
        form.addRow(say("Which plan"), self.plan)
        form.addRow(say("Which paper"), self.what)
        form.addRow(say("Compared with"), self.since)
        form.addRow(say("For whom"), self.profile)
        form.addRow("", self._left_out)
        form.addRow(say("Word template"), self.template)
        form.addRow(say("Save as"), self._path_row(self._choose_path))
        form.addRow(say("Paper size"), self.paper)
        form.addRow(say("Draft number"), self.draft)
        form.addRow("", self.watermark)
        form.addRow(say("As of, {zone}", zone=self._now.meeting.zone_label), self.as_of)
        form.addRow(say("Zone columns"), self.zones)
        form.addRow("", self.open_after)
        form.setRowVisible(self.plan, self.plan.has_choice)
        form.setRowVisible(self.template, False)
        form.setRowVisible(self.since, False)

    def _connect(self) -> None:
        self.plan.committed.connect(lambda _key: self._show_plan())
        self.what.committed.connect(self._show_kind)
        self.profile.committed.connect(lambda _profile: self._show_left_out())
        self.draft.valueChanged.connect(lambda number: self.watermark.setEnabled(number > 0))
        self.template.changed.connect(self._show_template)

    # -- what is chosen -----------------------------------------------------------------------------------------

    @property
    def state(self) -> PaperState:
        """The state that is printed."""
        return self.plan.state

    def options(self) -> AgendaOptions:
        """What is chosen now."""
        before, before_name = self.since.chosen(self._now) if self._kind.compares else (None, "")
        return AgendaOptions(
            before=before,
            before_name=before_name,
            draft_number=self.draft.value(),
            watermark=self.watermark.isChecked(),
            zones=self.zones.chosen() if self._kind.has_zones else (),
            paper=self.paper.value(),
            look=replace(self._look, zones=()),
            profile=self.profile.value(),
            as_of=self.as_of.moment(),
            template=self.template.template if self._is_word else None,
        )

    @property
    def _is_word(self) -> bool:
        return self._kind.suffix == _WORD

    def _is_ready(self) -> bool:
        return self._readable

    # -- showing ------------------------------------------------------------------------------------------------

    def _show_plan(self) -> None:
        """Another state has its own look; what left the house keeps its number and its as-of time."""
        state = self.state
        try:
            self._agenda = state.agenda(self._now)
        except ValueError:
            self._readable = False
            self._say(cannot_be_read(self._now, state.key), "problem")
        else:
            self._readable = True
            self._say("", "good")
            self._show_look()
            self._show_left_out()
            self.since.show_states(self._now, state, self._agenda)
            self._show_since()
        working = state.key == NOW
        self.draft.show_value(self._now.meeting.draft_number if working else state.number)
        self.watermark.setEnabled(self.draft.value() > 0)
        self.as_of.show_moment(state.moment)
        self.as_of.setEnabled(working)
        # Once drafts are issued, a number is that of a draft and nothing else.
        self.draft.setEnabled(working and not self._now.has_drafts)
        self._suggest()
        self._show_ready()

    def _show_look(self) -> None:
        self._look = look_of(self._agenda)
        self.paper.show_choices([("A4", Paper.A4), ("Letter", Paper.LETTER), ("A3", Paper.A3)], self._look.paper)
        # Ticked is what the preview and the command line print too.
        self.zones.show_zones(self._look.zones, (ruler.zone for ruler in self._agenda.rulers_in_order))

    def _show_kind(self, kind: "PaperKind") -> None:
        """Another paper is for other people, and has another name, unless one was typed."""
        self._kind = kind
        self._suggest()
        self.path.setText(str(Path(self.path.text()).with_suffix(kind.suffix)))
        self._show_readers(kind)
        self._form.setRowVisible(self.template, self._is_word)
        self._form.setRowVisible(self.zones, kind.has_zones)
        self._show_since()
        self._show_left_out()
        self._show_template()

    def _show_since(self) -> None:
        self._form.setRowVisible(self.since, self._kind.compares and self.since.has_choice)

    def _show_readers(self, kind: "PaperKind") -> None:
        """Those whom the paper can be made for, in the order of who may see more."""
        readers = [profile for profile in Profile if profile in kind.readers]
        self.profile.show_choices([(_capital(profile_name(profile)), profile) for profile in readers], kind.profile)
        self.profile.setEnabled(len(readers) > 1)

    def _suggest(self) -> None:
        """The name says which plan and which paper; one that was typed stays."""
        stem, kind = self.state.file_stem(self._meeting_stem), self._kind
        name = stem if kind.key == "agenda-pdf" else f"{stem}-{kind.key}"
        before, self._suggested = self._suggested, self._suggested.with_name(f"{name}{kind.suffix}")
        if self.path.text() == str(before):
            self.path.setText(str(self._suggested))

    def _show_left_out(self) -> None:
        """What this paper will not show, before it is made."""
        sentences = self._kind.left_out(self._agenda, self.profile.value())
        listed = ", ".join(map(_small, sentences))
        self._left_out.show_text(say("Left out: {list}.", list=listed) if sentences else say("Nothing is left out."))

    def _show_template(self) -> None:
        """A template that is gone is told before anything is written."""
        if self._readable:
            self._say(self.template.problem if self._is_word else "", "problem")

    def _choose_path(self) -> None:
        suffix = self._kind.suffix
        chosen, _filter = QFileDialog.getSaveFileName(
            self, say("Export"), self.path.text(), say("{suffix} files (*{suffix})", suffix=suffix)
        )
        if chosen:
            self.path.setText(chosen if chosen.lower().endswith(suffix) else f"{chosen}{suffix}")
            # That dialog has asked already whether to replace it.
            self._may_replace = self.target()

    def target(self) -> Path:
        """Under the ending of its kind, whatever was typed; in a folder that was typed under the name for it."""
        typed, suffix = super().target(), self._kind.suffix
        if typed.is_dir():
            return typed / self._suggested.name
        return typed if typed.suffix.lower() == suffix else typed.with_name(f"{typed.name}{suffix}")

    def _may_write(self, target: Path) -> bool:
        """What is there may hold somebody's work: it is replaced only when the person says so."""
        if target == self._may_replace or not target.is_file():
            return True
        box = QMessageBox(self)
        box.setWindowTitle(say("Export"))
        box.setText(say("“{name}” is there already.", name=target.name))
        box.setInformativeText(say("Replace it with this paper? What was changed in it is lost then."))
        replacing = box.addButton(say("Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        box.deleteLater()
        return box.clickedButton() is replacing

    def start(self) -> None:
        """Write the paper in a worker; the window stays free."""
        if self._is_word and self.template.problem:
            self._show_template()
            return
        target, options, agenda, kind = self.target(), self.options(), self._agenda, self._kind
        if not self._may_write(target):
            return
        self._run(
            lambda progress, cancel: kind.write(agenda, options, target, progress, cancel),
            target,
            lambda _nothing: self.exported.emit(target),
        )


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
