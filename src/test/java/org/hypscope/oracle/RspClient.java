package org.hypscope.oracle;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A client of the gdb remote protocol, as far as an oracle needs it. Requests may be sent several
 * at once; only the last of them may be one that lets the target run, because a byte that arrives
 * while it runs stops it.
 */
public final class RspClient {
  private static final int INTERRUPT = 3;

  private final InputStream in;
  private final OutputStream out;

  RspClient(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Sends one packet and returns the reply's payload. */
  public String request(String packet) {
    return requests(packet).get(0);
  }

  /** Sends packets in one write and returns their replies in order. */
  List<String> requests(String... packets) {
    try {
      StringBuilder text = new StringBuilder();
      for (String packet : packets) {
        text.append('$').append(packet).append('#').append(checksum(packet));
      }
      out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      List<String> replies = new ArrayList<>();
      for (int i = 0; i < packets.length; i++) {
        replies.add(reply());
      }
      return replies;
    } catch (IOException e) {
      throw new UncheckedIOException("the oracle's gdb stub went away", e);
    }
  }

  /** Stops the target, which runs: the request that let it run gets its reply now. */
  public void interrupt() {
    try {
      out.write(INTERRUPT);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the oracle's gdb stub went away", e);
    }
  }

  private static String checksum(String packet) {
    int sum = packet.chars().sum() & 0xff;
    return String.format("%02x", sum);
  }

  private String reply() throws IOException {
    int c = next();
    while (c != '$') {
      c = next(); // acknowledgements
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (c = next(); c != '#'; c = next()) {
      payload.write(c == '}' ? next() ^ 0x20 : c);
    }
    next();
    next();
    return payload.toString(StandardCharsets.ISO_8859_1);
  }

  private int next() throws IOException {
    int c = in.read();
    if (c < 0) {
      throw new EOFException("end of the gdb stub's stream");
    }
    return c;
  }
}
