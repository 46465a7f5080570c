package org.hypscope.ui.fp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A doubleword as what it can be read as, the lowest lane first. */
class LanesTest {
  @ParameterizedTest
  @CsvSource({
    "HEX, 4008000000000000, 4008000000000000",
    "F64, 4008000000000000, 3.0",
    "F64, fff0000000000000, -Infinity",
    "F32, c00000003fc00000, 1.5  -2.0",
    "F32, 7fc0000000000001, 1.4E-45  NaN",
    "F16, 7c01fc0000013c00, 1.0  5.9604645E-8  -Infinity  NaN",
    "F16, 80007bff04000400, 6.1035156E-5  6.1035156E-5  65504.0  -0.0",
    "S64, ffffffffffffffff, -1",
    "S32, 00000001ffffffff, -1  1",
    "S16, 7fff8000ffff0001, 1  -1  -32768  32767",
    "S8, 0180ff7f00000000, 0  0  0  0  127  -1  -128  1",
    "U64, ffffffffffffffff, 18446744073709551615",
    "U32, 00000001ffffffff, 4294967295  1",
    "U16, 7fff8000ffff0001, 1  65535  32768  32767",
    "U8, 0180ff7f00000000, 0  0  0  0  127  255  128  1"
  })
  void readsEveryLane(Lanes type, String value, String text) {
    assertThat(type.text(Long.parseUnsignedLong(value, 16))).isEqualTo(text);
  }
}
