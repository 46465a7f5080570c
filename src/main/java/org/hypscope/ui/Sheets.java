package org.hypscope.ui;

import java.util.Optional;
import org.hypscope.debug.Bookmark;
import org.hypscope.ui.chrome.CheatSheet;
import org.hypscope.ui.code.SourceFoldersForm;
import org.hypscope.ui.kernel.KernelEntries;
import org.hypscope.ui.kernel.KernelForm;
import org.hypscope.ui.kernel.LastKernel;
import org.hypscope.ui.notes.NotesSheet;
import org.hypscope.ui.palette.Palette;
import org.hypscope.ui.palette.PaletteModel;
import org.hypscope.ui.qr.QrSheet;

/** What comes over the window, one at a time: palettes, forms, the cheat sheet. */
final class Sheets {
  private final Workbench window;
  private final PaletteSources sources;
  private final SourceNotices notices;
  private final LastKernel lastKernel;
  private final Overlay overlay;

  Sheets(
      Workbench window,
      PaletteSources sources,
      SourceNotices notices,
      LastKernel lastKernel,
      Overlay overlay) {
    this.window = window;
    this.sources = sources;
    this.notices = notices;
    this.lastKernel = lastKernel;
    this.overlay = overlay;
  }

  /** Asks for anything that has a name. */
  void palette() {
    openPalette(sources.everything(), "Symbol, address, register, scenario, command", "");
  }

  /** Asks whose origin is wanted. */
  void why() {
    openPalette(sources.everything(), "why HVBAR, why SP_hyp, why HCR.VM, why 0x40001000", "why ");
  }

  /** Asks for an address. */
  void goTo() {
    openPalette(sources.places(), "Address (0x40010000) or symbol", "");
  }

  /** Asks which view is to come to the front. */
  void views() {
    openPalette(sources.onlyViews(), "Which view?", "");
  }

  /** Asks where the view that has the keyboard is to go. */
  void moves() {
    openPalette(sources.onlyMoves(), "Where to?", "");
  }

  /** Asks for an arrangement, or for a name for the present one. */
  void layouts() {
    openPalette(sources.onlyLayouts(), "A layout, or a name to save the present one", "");
  }

  /** Asks for a guided tour. */
  void tours() {
    openPalette(sources.onlyTours(), "Guided tours", "");
  }

  /** Asks for a coordinate. */
  void goToCoordinate() {
    openPalette(sources.onlyCoordinates(), "Coordinate, such as hs1:kdump-k2@hvc:3", "");
  }

  /** Shows the coordinate of the instant as a QR code. */
  void qr() {
    String text = window.sessions().coordinate().toString();
    QrSheet sheet =
        new QrSheet(
            text,
            window.sessions().untold(),
            () -> new FileDialogs(window).exportCode(text),
            overlay::close);
    overlay.open(sheet.node());
    sheet.focus();
  }

  /** Lets a person say something about the instant, and about the session. */
  void notes() {
    Bookmark here = window.sessions().bookmark();
    NotesSheet sheet =
        new NotesSheet(
            here,
            window.sessions().notes(),
            (edited, whole) -> window.sessions().note(here, edited, whole),
            overlay::close);
    overlay.open(sheet.node());
    sheet.focus();
  }

  /** Asks for a kernel and what it boots with; what cannot be used leaves the session as it is. */
  void kernelForm() {
    KernelForm form =
        new KernelForm(
            lastKernel.entries(),
            new FileDialogs(window)::choose,
            overlay::close,
            this::openKernel);
    overlay.open(form.node());
    form.focus();
  }

  /** Asks where sources are that were compiled somewhere else. */
  void sourceFolders() {
    SourceFoldersForm form =
        new SourceFoldersForm(
            window.state().sourceFolders().get(),
            notices.missing(),
            () -> new FileDialogs(window).chooseFolder("the sources"),
            folders -> {
              window.clearMessage();
              window.state().useSourceFolders(folders);
            },
            overlay::close);
    overlay.open(form.node());
    form.focus();
  }

  /** Shows all keys. */
  void cheatSheet() {
    overlay.open(CheatSheet.create());
  }

  private void openKernel(KernelForm form) {
    KernelEntries entries = form.entries();
    lastKernel.keep(entries);
    FxBridge.inBackground(
        () -> Openings.of(entries),
        opening -> {
          if (overlay.shows(form.node())) {
            overlay.close();
            window.open(opening, Optional.empty());
          }
        },
        form::complain);
  }

  private void openPalette(PaletteModel model, String prompt, String typed) {
    Palette sheet = new Palette(model, prompt, overlay::close);
    overlay.open(sheet.node());
    sheet.focus();
    sheet.begin(typed);
  }
}
