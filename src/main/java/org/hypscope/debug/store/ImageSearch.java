package org.hypscope.debug.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.GuestFiles;

/**
 * Where the image of a session, and the files that boot it, are looked for: where it was, and under
 * the same name beside the session file. What is found must be what was saved.
 *
 * @param folder the session file's; empty for none
 * @param given in place of the image of the session; empty to look for that
 * @param changed whether other contents than those that were saved will do
 * @param samples the contents of the built-in image of a name; empty where there is none
 */
public record ImageSearch(
    Optional<Path> folder,
    Optional<Path> given,
    boolean changed,
    Function<String, Optional<byte[]>> samples) {
  /**
   * Loads {@code image}.
   *
   * @throws UnusableTargetException where it is not found, or is another
   */
  public Target load(SavedImage image) throws UnusableTargetException {
    Target.Options options = found(image);
    if (given.isPresent() || image.path().isPresent()) {
      Path file = given.isPresent() ? given.get() : find("the image", image.path().get());
      check(file.toString(), Digest.of(file), image.sha256());
      return Target.load(file, options);
    }
    String name = image.sample().orElseThrow();
    byte[] elf =
        samples
            .apply(name)
            .orElseThrow(
                () ->
                    new UnusableTargetException(
                        "There is no sample '" + name + "' in this version: give its image."));
    check("the sample " + name, Digest.of(elf), image.sha256());
    return Target.of(name + ".elf", elf, options);
  }

  private Target.Options found(SavedImage image) throws UnusableTargetException {
    Target.Options options = image.options();
    BootFiles boot = options.boot();
    GuestFiles guest = boot.guest();
    return new Target.Options(
        options.board(),
        options.cores(),
        options.ram(),
        options.load(),
        options.entry(),
        new BootFiles(
            boot.linux(),
            beside(image, "the device tree", boot.deviceTree()),
            beside(image, "the initial RAM disk", boot.initrd()),
            boot.commandLine(),
            beside(image, "the symbols", boot.symbols()),
            new GuestFiles(
                placed(image, "the guest's kernel", guest.kernel()),
                placed(image, "the guest's initial RAM disk", guest.initrd()),
                guest.commandLine())));
  }

  private Optional<GuestFiles.Placed> placed(
      SavedImage image, String what, Optional<GuestFiles.Placed> saved)
      throws UnusableTargetException {
    Optional<Path> file = beside(image, what, saved.map(GuestFiles.Placed::file));
    return file.map(path -> new GuestFiles.Placed(saved.orElseThrow().address(), path));
  }

  private Optional<Path> beside(SavedImage image, String what, Optional<Path> saved)
      throws UnusableTargetException {
    if (saved.isEmpty()) {
      return saved;
    }
    Path file = find(what, saved.get());
    check(file.toString(), Digest.of(file), image.boot().get(saved.get()));
    return Optional.of(file);
  }

  private Path find(String what, Path saved) throws UnusableTargetException {
    List<Path> places = new ArrayList<>(List.of(saved));
    if (saved.getFileName() != null) {
      folder.ifPresent(each -> places.add(each.resolve(saved.getFileName())));
    }
    for (Path place : places) {
      if (Files.isRegularFile(place)) {
        return place;
      }
    }
    String looked =
        places.stream()
            .map(path -> path.toAbsolutePath().normalize().toString())
            .distinct()
            .collect(Collectors.joining(" and "));
    throw new UnusableTargetException(
        "The session needs "
            + what
            + " "
            + saved
            + ", looked for at "
            + looked
            + ": put it there, or give the image beside the session.");
  }

  private void check(String what, String is, String was) throws UnusableTargetException {
    if (!changed && !is.equals(was)) {
      throw new UnusableTargetException(
          String.format(
              "%s is not what the session was made with (SHA-256 %.12s..., not %.12s...): find the"
                  + " old one, or replay on this one: run SESSION --changed-image.",
              what, is, was));
    }
  }
}
