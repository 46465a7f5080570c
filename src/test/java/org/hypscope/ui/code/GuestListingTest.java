package org.hypscope.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.hypscope.abi.sample.Sample;
import org.hypscope.abi.sample.Samples;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Target;
import org.junit.jupiter.api.Test;

/**
 * A guest's code is shown as code: it lies in what was a host's data when it was linked, and here
 * at the middle of the address space.
 */
class GuestListingTest {
  @Test
  void showsWhatIsExecutedAcrossTheMiddleOfTheAddressSpace() throws Exception {
    Sample host = Samples.byName("kvm-host-k4").orElseThrow();
    Target target = Target.of(host.name(), host.elf(), Target.Options.on(host.board()));
    try (DebugSession session = DebugSession.open(target)) {
      Snapshot guest = session.run(RunGoal.toMark("hvc:6")).get(20, TimeUnit.SECONDS);
      assertThat(guest.pc()).isEqualTo(0x8000_0040);
      var lines = new Listing(guest, guest.pc()).lines(0x7fff_fff0, 0x8000_0050);
      assertThat(lines.get(CodeModel.lineAt(lines, guest.pc())).text()).contains("hvc");
      assertThat(lines.get(0).address()).isEqualTo(0x7fff_fff0);
    }
  }
}
