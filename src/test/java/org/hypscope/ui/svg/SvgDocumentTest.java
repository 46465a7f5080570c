package org.hypscope.ui.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The reader by which other tests judge documents finds what is wrong with one. */
class SvgDocumentTest {
  @Test
  void aTextBeyondItsClipOrTheEdgeIsFound() {
    SvgDocument document =
        SvgDocument.parse(
            """
            <svg width="100" height="100">
            <clipPath id="c1"><rect x="0" y="0" width="20" height="20"/></clipPath>
            <g clip-path="url(#c1)">
            <text x="2" y="12" font-size="10" textLength="30">in</text>
            <text x="30" y="12" font-size="10" textLength="30">beyond</text>
            </g>
            <text x="2" y="212" font-size="10" textLength="30">below</text>
            </svg>
            """);

    assertThat(document.words()).isEqualTo("inbeyondbelow");
    assertThat(document.unseenTexts())
        .hasSize(2)
        .anyMatch(text -> text.startsWith("beyond"))
        .anyMatch(text -> text.startsWith("below"));
  }

  @Test
  void whatIsFetchedOrRunIsFound() {
    SvgDocument document =
        SvgDocument.parse(
            "<svg width='1' height='1'><script/><image href='http://x/y.png'/>"
                + "<image href='data:image/png;base64,AA'/></svg>");

    assertThat(document.reaches()).containsExactly("script", "http://x/y.png");
  }

  @Test
  void whatIsNoXmlIsRefused() {
    assertThatThrownBy(() -> SvgDocument.parse("<svg><g></svg>"))
        .isInstanceOf(AssertionError.class);
  }
}
