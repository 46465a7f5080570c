package org.hypscope.architecture.broken.abi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints, reads files, waits and makes threads, all in the wrong place. */
public final class SeesCli {
  org.hypscope.architecture.broken.cli.SeesUi cli;
  java.net.Socket socket;

  void run(Path path) throws IOException, InterruptedException {
    System.out.println(Files.size(path));
    Thread thread = new Thread(() -> {});
    thread.start();
    Thread.sleep(1);
  }
}
