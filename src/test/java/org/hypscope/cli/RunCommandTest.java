package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysRegs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run} stops where it was asked to, says why, and tells a limit from an end. */
class RunCommandTest {
  private static final String TYPED = "a\\\\b\\tc\\r\\n\\x5a~";

  @ParameterizedTest
  @CsvSource({
    "'kdump-k2',                        0, stopped power-off",
    "'kdump-k2 --until halt',           0, stopped power-off",
    "'kdump-k2 --until hvc',            0, 'after 48 instructions, SVC'",
    "'kdump-k2 --until eret',           0, Before the exception return",
    "'kdump-k2 --until mode=HYP',       0, HYP",
    "'kdump-k2 --until mode=hyp',       0, HYP",
    "'kdump-k2 --until power_off',      0, pc 0x400100f4 (power_off)",
    "'kdump-k2 --until __hyp_soft_restart+0x10', 0, pc 0x4001045c (__hyp_soft_restart+0x10)",
    "'kdump-k2 --to #12',               0, after 12 instructions",
    "'kdump-k2 --to hvc:4',             0, 'after 410 instructions, SVC'",
    "'kdump-k2 --to hvc:4+1',           0, 'after 411 instructions, HYP'",
    "'kdump-k2 --to #12 --steps 5',     3, after 5 instructions",
    "'kdump-k2 --to end',               0, stopped power-off",
    "'kdump-k2 --to hvc:4+1 --stack',   0, 'exception, sure'",
    "'kdump-k2 --to hvc:4+1 --stack --format json', 0, '\"stack_end\":\"Nothing says who called'",
    "'kdump-k2 --console',              0, 'KVM installed'",
    "'kdump-k2 --events',               0, 'vector 40010174'",
    "'kdump-k2 --memory _start:8',      0, '40010000  '",
    "'kdump-k2 --steps 20',             3, 'stopped limit after 20 instructions'",
    "'kdump-k2 --steps 20 --until hvc', 3, 'stopped limit after 20 instructions'",
    "'kdump-k2 --until mode=FIQ',       3, stopped power-off",
    "'kdump-k2 --board virt-secure --steps 9', 3, after 9 instructions",
  })
  void itStopsWhereItWasAskedTo(String arguments, int status, String says) {
    Prompt prompt = Prompt.run(("run " + arguments).split(" "));
    assertThat(prompt.out()).contains(says);
    assertThat(prompt.status()).isEqualTo(status);
  }

  @Test
  void jsonHasEveryRegisterOnce() {
    JsonNode end = Prompt.run("run", "--format", "json", "--registers", "kdump-k2").json().get(0);
    assertThat(end.get("stop").asText()).isEqualTo("power-off");
    assertThat(end.get("registers")).hasSize(Bank.COUNT);
    assertThat(end.get("system_registers")).hasSize(SysRegs.copies().size());
    assertThat(end.get("system_registers").get("HVBAR").asText()).matches("0x[0-9a-f]{8}");
    assertThat(end.get("system_registers").get("VTTBR").asText()).matches("0x[0-9a-f]{16}");
  }

  @Test
  void whatIsTypedIsReadInOrder(@TempDir Path folder) throws IOException {
    Path echo = folder.resolve("echo.bin");
    ByteBuffer code = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    int[] words = {
      0xe3004000, // movw r4, #0
      0xe3404900, // movt r4, #0x900
      0xe5941018, // next: ldr r1, [r4, #0x18]
      0xe3110010, // tst r1, #0x10
      0x05940000, // ldreq r0, [r4]
      0x05840000, // streq r0, [r4]
      0xeafffffa, // b next
    };
    Arrays.stream(words).forEach(code::putInt);
    Files.write(echo, code.array());
    String command = "run " + echo + " --load 0x40010000 --steps 1000 --console --type " + TYPED;
    Prompt prompt = Prompt.run(command.split(" "));
    assertThat(prompt.out()).contains(" a\\b\tc\n", " Z~\n");
  }

  @Test
  void theUnpredictableBranchIsNoted() {
    assertThat(Prompt.run("run", "kdump-k2").out()).contains("UNPREDICTABLE: BXWritePC");
  }

  @Test
  void endsAfterWhatIsWatchedWasWritten() {
    Prompt prompt = Prompt.run("run", "kdump-k2", "--watch", "HVBAR=0x400101c0");
    assertThat(prompt.status()).isEqualTo(0);
    assertThat(prompt.out()).startsWith("HVBAR became 0x400101c0, was 0x400101a0.");
    Prompt log = Prompt.run("run", "kdump-k2", "--watch", "HVBAR,log", "--to", "hvc:4");
    assertThat(log.out().lines().filter(line -> line.startsWith("watch #"))).hasSize(3);
    Prompt wrong = Prompt.run("run", "kdump-k2", "--watch", "HCR.XX");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("HCR has no field 'XX'").hasLineCount(1);
  }

  @Test
  void stopsOnTheTermsThatWereGiven() {
    Prompt prompt =
        Prompt.run(
            "run",
            "kdump-k2",
            "--break",
            "HVBAR+0x14 if r0==2",
            "--watch",
            "HVBAR,log",
            "--format",
            "json");
    assertThat(prompt.status()).isEqualTo(0);
    assertThat(prompt.json().get(0).get("at").asText()).isEqualTo("#411");
    assertThat(prompt.json().get(0).get("watched")).hasSize(3);
    Prompt wrong = Prompt.run("run", "kdump-k2", "--break", "leaf");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("'leaf' is no register, field, symbol").hasLineCount(1);
  }
}
