package org.hypscope.machine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.hypscope.arm.arch.Bank;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.fdt.Fdt;
import org.hypscope.machine.fdt.FdtNode;
import org.hypscope.machine.fdt.FdtReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels and firmware find memory and registers as a boot loader leaves them. */
class LinuxBootTest {
  private static final LoadOptions VIRT = LoadOptions.on(Boards.standard());
  private static final int MIDDLE = 0x4400_0000;

  @TempDir private Path folder;

  @Test
  void aZImageIsKnownByItsMagicAndFindsADeviceTree() throws ImageException {
    LoadedImage image = ImageLoader.load("zImage", zImage(0x100), VIRT);
    assertThat(image.entry()).isEqualTo(0x4001_0000);
    assertThat(image.entered().registers())
        .isEqualTo(Map.of(Bank.R0, 0, Bank.R1, -1, Bank.R2, MIDDLE));
    assertThat(tree(image).child("memory@40000000").properties().get("reg"))
        .isEqualTo(ByteBuffer.allocate(16).putLong(0x4000_0000L).putLong(0x800_0000L).array());
  }

  @Test
  void anImageWithADiskAndACommandLineGetsBothInItsTree() throws Exception {
    Path disk = Files.write(folder.resolve("disk"), new byte[5000]);
    BootFiles files = boot(null, disk, "console=ttyAMA0 quiet");
    LoadedImage image = ImageLoader.load("Image", new byte[0x1000], VIRT.with(files));
    assertThat(image.entry()).isEqualTo(0x4000_8000);
    assertThat(image.entered().registers()).containsEntry(Bank.R2, MIDDLE + 0x2000);
    FdtNode chosen = tree(image).child("chosen");
    assertThat(chosen.properties().get("bootargs"))
        .isEqualTo("console=ttyAMA0 quiet\0".getBytes(StandardCharsets.US_ASCII));
    assertThat(chosen.cell("linux,initrd-start", 0)).isEqualTo(MIDDLE);
    assertThat(chosen.cell("linux,initrd-end", 0)).isEqualTo(MIDDLE + 5000);
  }

  @Test
  void theUsersOwnTreeIsCompletedLikeTheBoards() throws Exception {
    FdtNode own = new FdtNode("");
    own.cells("#address-cells", 1).cells("#size-cells", 1).strings("compatible", "mine");
    own.child("memory@0").cells("reg", 0, 0).strings("device_type", "memory");
    Path file = Files.write(folder.resolve("own.dtb"), Fdt.write(own));
    LoadedImage image =
        ImageLoader.load("Image", new byte[64], VIRT.with(boot(file, null, "quiet")));
    FdtNode root = tree(image);
    assertThat(root.properties().get("compatible")).isEqualTo("mine\0".getBytes());
    assertThat(root.find("memory@0")).isEmpty();
    assertThat(root.child("memory@40000000").properties().get("reg"))
        .isEqualTo(ByteBuffer.allocate(8).putInt(0x4000_0000).putInt(0x800_0000).array());
    assertThat(root.find("psci")).isPresent();
  }

  @Test
  void aVmlinuxRunsAtTheStartOfRamAndKeepsItsNames() throws Exception {
    byte[] elf = TestElf.valid();
    ByteBuffer file = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
    for (int at : TestElf.addresses()) {
      file.putInt(at, file.getInt(at) - 0x4000_0000 + 0xc000_0000);
    }
    assertThatThrownBy(() -> ImageLoader.load("vmlinux", elf, VIRT))
        .hasMessageContaining("say that it is a kernel (--linux)");
    LoadedImage image = ImageLoader.load("vmlinux", elf, VIRT.with(boot(null, null, "quiet")));
    assertThat(image.entry()).isEqualTo(0x4001_0000);
    assertThat(image.segments().get(0).address()).isEqualTo(0x4001_0000L);
    assertThat(image.segments().get(0).virtualAddress()).isEqualTo(0xc001_0000L);
    assertThat(image.entered().registers()).containsKey(Bank.R2);
  }

  @Test
  void aHypervisorFindsItsFirstGuestInMemoryAndInTheTree() throws Exception {
    Path guest = Files.write(folder.resolve("guest"), new byte[] {1, 2, 3, 4, 5});
    Path disk = Files.write(folder.resolve("disk"), new byte[0x30]);
    GuestFiles files =
        new GuestFiles(
            Optional.of(new GuestFiles.Placed(0x4300_0000L, guest)),
            Optional.of(new GuestFiles.Placed(0x4500_0000L, disk)),
            Optional.of("console=hvc0"));
    LoadedImage image =
        ImageLoader.load("xen", zImage(0x40), VIRT.with(boot(null, null, "dom0").with(files)));
    FdtNode chosen = tree(image).child("chosen");
    FdtNode kernel = chosen.child("module@43000000");
    assertThat(kernel.properties().get("compatible"))
        .isEqualTo("multiboot,kernel\0multiboot,module\0".getBytes());
    assertThat(kernel.properties().get("reg")).isEqualTo(range(0x4300_0000, 5));
    assertThat(kernel.properties().get("bootargs")).isEqualTo("console=hvc0\0".getBytes());
    assertThat(chosen.child("module@45000000").properties().get("compatible"))
        .isEqualTo("multiboot,ramdisk\0multiboot,module\0".getBytes());
    assertThat(chosen.child("module@45000000").properties().get("reg"))
        .isEqualTo(range(0x4500_0000, 0x30));
    Machine machine = Machine.create(Boards.standard(), image);
    assertThat(machine.ram().freeze().word(0x4300_0000L)).isEqualTo(0x04030201);
  }

  private static byte[] range(int start, int size) {
    return ByteBuffer.allocate(16).putInt(0).putInt(start).putInt(0).putInt(size).array();
  }

  @Test
  void aHeaderWithoutByteOrderMaySayThatMemoryGoesOnBehindTheFile() throws Exception {
    byte[] xen = zImage(0x40);
    ByteBuffer.wrap(xen).order(ByteOrder.LITTLE_ENDIAN).putInt(0x2c, 0x2000).putInt(0x30, -1);
    assertThat(ImageLoader.load("xen", xen, VIRT).entry()).isEqualTo(0x4001_0000);
  }

  @Test
  void firmwareLiesInFlashAndFindsTheTreeAtTheStartOfRam() throws ImageException {
    byte[] code = new byte[0x2004];
    Arrays.fill(code, (byte) 0x5a);
    LoadedImage image = ImageLoader.load("u-boot.bin", code, VIRT.loadAt(0));
    assertThat(image.entry()).isZero();
    assertThat(image.entered().registers()).isEmpty();
    Machine machine = Machine.create(Boards.standard(), image);
    assertThat(machine.flash().word(0x2000)).isEqualTo(0x5a5a5a5a);
    assertThat(machine.flash().word(0x2004)).isZero();
    assertThat(machine.fork().flash().word(0)).isEqualTo(0x5a5a5a5a);
    assertThat(Integer.reverseBytes(machine.ram().freeze().word(0x4000_0000L)))
        .isEqualTo(0xd00dfeed);
  }

  @Test
  void namesComeFromAnotherFile() throws Exception {
    Path elf = Files.write(folder.resolve("vmlinux"), TestElf.valid());
    LoadedImage named = ImageLoader.load("zImage", zImage(0x40), VIRT.with(named(elf)));
    assertThat(named.symbols()).extracting(ImageSymbol::name).containsExactly("_start", "data");
    Path map =
        Files.writeString(
            folder.resolve("System.map"),
            "00000000 A absolute\nc0008000 T stext\nc0008001 t thumb\nc0009000 D data\n");
    LoadedImage mapped = ImageLoader.load("zImage", zImage(0x40), VIRT.with(named(map)));
    assertThat(mapped.symbols())
        .extracting(ImageSymbol::name, ImageSymbol::address, ImageSymbol::thumb)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("stext", 0xc0008000, false),
            org.assertj.core.groups.Tuple.tuple("thumb", 0xc0008000, true),
            org.assertj.core.groups.Tuple.tuple("data", 0xc0009000, false));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "truncated,      is truncated: its header says 256 bytes",
    "no header,      is truncated: its zImage header is cut",
    "big-endian,     is a big-endian zImage",
    "64-bit,         is a kernel for 64-bit ARM",
    "no disk,        There is no file",
    "no tree,        is no device tree blob: it lacks the magic number",
    "no map,         has no symbol in line 1",
    "firmware disk,  takes no --initrd",
    "little RAM,     give more RAM (--ram)"
  })
  void whatCannotBootGetsOneSentence(String what, String says) throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "hello\n");
    byte[] kernel = zImage(0x100);
    ByteBuffer words = ByteBuffer.wrap(kernel).order(ByteOrder.LITTLE_ENDIAN);
    LoadOptions options = VIRT;
    switch (what) {
      case "truncated" -> kernel = Arrays.copyOf(kernel, 0x80);
      case "no header" -> kernel = Arrays.copyOf(kernel, 0x30);
      case "big-endian" -> words.putInt(0x24, Integer.reverseBytes(0x016f2818));
      case "64-bit" -> words.putInt(0x38, 0x644d5241);
      case "no disk" -> options = VIRT.with(boot(null, folder.resolve("none"), null));
      case "no tree" -> options = VIRT.with(boot(text, null, null));
      case "no map" -> options = VIRT.with(named(text));
      case "firmware disk" -> {
        kernel = new byte[64];
        options = VIRT.loadAt(0).with(boot(null, text, null));
      }
      default -> options = LoadOptions.on(Boards.standard().withRam(0x10_0000));
    }
    byte[] contents = kernel;
    LoadOptions with = options;
    assertThatThrownBy(() -> ImageLoader.load("zImage", contents, with))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(says)
        .hasMessageMatching("[^\\n]+[:;] [^\\n]+\\.");
  }

  private static byte[] zImage(int length) {
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0x24, 0x016f2818).putInt(0x2c, length).putInt(0x30, 0x04030201);
    return file.array();
  }

  private static BootFiles boot(Path tree, Path disk, String line) {
    return new BootFiles(
        true,
        Optional.ofNullable(tree),
        Optional.ofNullable(disk),
        Optional.ofNullable(line),
        Optional.empty());
  }

  private static BootFiles named(Path symbols) {
    return new BootFiles(
        false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(symbols));
  }

  private static FdtNode tree(LoadedImage image) {
    long at = Integer.toUnsignedLong(image.entered().registers().get(Bank.R2));
    Segment segment =
        image.segments().stream().filter(each -> each.address() == at).findFirst().orElseThrow();
    return FdtReader.read(segment.bytes()).root();
  }
}
