package org.hypscope.ui.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeType;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.hypscope.ui.theme.Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationTest;

/** What each kind of node becomes in an SVG document. */
class SvgPictureTest extends ApplicationTest {
  private static final String FACE = "font-family=\"'JetBrains Mono', monospace\" font-size=\"10\"";

  @Override
  public void start(Stage stage) {
    Fonts.load();
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        arguments(
            stroked(new Line(1, 2, 3.456, 4)),
            "<line fill=\"none\" stroke=\"#0000ff\" stroke-linecap=\"square\""
                + " stroke-linejoin=\"miter\" stroke-miterlimit=\"10\" stroke-width=\"2\""
                + " x1=\"1\" x2=\"3.46\" y1=\"2\" y2=\"4\"/>"),
        arguments(
            dashed(new Polyline(0, 0, 5, 5)),
            "<polyline fill=\"none\" points=\"0,0 5,5\" stroke=\"#0000ff\" stroke-dasharray=\"4 2\""
                + " stroke-linecap=\"square\" stroke-linejoin=\"miter\" stroke-miterlimit=\"10\""
                + " stroke-width=\"2\"/>"),
        arguments(
            filled(new Rectangle(1, 2, 30, 40)),
            "<rect fill=\"#ff0000\" height=\"40\" width=\"30\" x=\"1\" y=\"2\"/>"),
        arguments(
            rounded(),
            "<rect fill=\"#ff0000\" height=\"10\" rx=\"3\" ry=\"3\" width=\"10\" x=\"0\" y=\"0\"/>"),
        arguments(
            inside(),
            "<rect fill=\"none\" height=\"8\" stroke=\"#0000ff\" stroke-linecap=\"square\""
                + " stroke-linejoin=\"miter\" stroke-miterlimit=\"10\" stroke-width=\"2\""
                + " width=\"8\" x=\"1\" y=\"1\"/>"),
        arguments(
            filled(new Circle(5, 6, 4)),
            "<ellipse cx=\"5\" cy=\"6\" fill=\"#ff0000\" rx=\"4\" ry=\"4\"/>"),
        arguments(
            filled(new Polygon(0, 0, 4, 0, 2, 3)),
            "<polygon fill=\"#ff0000\" points=\"0,0 4,0 2,3\"/>"),
        arguments(
            filled(
                new Path(
                    new MoveTo(0, 0),
                    new HLineTo(4),
                    new VLineTo(4),
                    new LineTo(2, 6),
                    new QuadCurveTo(1, 1, 0, 2),
                    new CubicCurveTo(1, 2, 3, 4, 5, 6),
                    new ArcTo(2, 2, 0, 1, 1, false, true),
                    new ClosePath())),
            "<path d=\"M0 0H4V4L2 6Q1 1 0 2C1 2 3 4 5 6A2 2 0 0 1 1 1Z\" fill=\"#ff0000\"/>"),
        arguments(filled(relative()), "<path d=\"M1 1l2 0Z\" fill=\"#ff0000\"/>"),
        arguments(filled(svgPath()), "<path d=\"M0 0L9 0L9 9Z\" fill=\"#ff0000\"/>"),
        arguments(filled(arc()), "<path d=\"M10 0A10 10 0 0 0 0 -10L0 0Z\" fill=\"#ff0000\"/>"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aShapeIsTheElementOfItsKind(Shape shape, String expected) {
    assertThat(drawn(within(shape))).isEqualTo(expected);
  }

  static Stream<Arguments> regions() {
    return Stream.of(
        arguments(
            "a border made of two fills",
            ground(
                new BackgroundFill(Color.BLACK, CornerRadii.EMPTY, Insets.EMPTY),
                new BackgroundFill(Color.WHITE, new CornerRadii(3), new Insets(1))),
            "<rect fill=\"#000000\" height=\"20\" width=\"40\" x=\"0\" y=\"0\"/>\n"
                + "<rect fill=\"#ffffff\" height=\"18\" rx=\"3\" width=\"38\" x=\"1\" y=\"1\"/>"),
        arguments(
            "half seen through",
            ground(new BackgroundFill(Color.rgb(0, 0, 0, 0.5), null, null)),
            "<rect fill=\"#000000\" fill-opacity=\"0.5\" height=\"20\" width=\"40\" x=\"0\" y=\"0\"/>"),
        arguments("not seen", ground(new BackgroundFill(Color.TRANSPARENT, null, null)), ""),
        arguments(
            "unlike corners",
            ground(new BackgroundFill(Color.RED, new CornerRadii(4, 4, 0, 0, false), null)),
            "<path d=\"M4 0H36A4 4 0 0 1 40 4V20H0V4A4 4 0 0 1 4 0Z\" fill=\"#ff0000\"/>"),
        arguments(
            "a border all round",
            border(
                new BorderStroke(
                    Color.RED, BorderStrokeStyle.SOLID, new CornerRadii(4), new BorderWidths(2))),
            "<rect fill=\"none\" height=\"18\" rx=\"3\" stroke=\"#ff0000\" stroke-width=\"2\""
                + " width=\"38\" x=\"1\" y=\"1\"/>"),
        arguments(
            "a border below",
            border(
                new BorderStroke(
                    Color.RED,
                    BorderStrokeStyle.SOLID,
                    CornerRadii.EMPTY,
                    new BorderWidths(0, 0, 3, 0))),
            "<polygon fill=\"#ff0000\" points=\"40,20 0,20 0,17 40,17\"/>"),
        arguments(
            "an arrow in the middle",
            shaped(),
            "<path d=\"M0 0L8 0L4 4Z\" fill=\"#ff0000\""
                + " transform=\"matrix(1 0 0 1 16 8)\"/>"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("regions")
  void aRegionIsWhatItsStylePaints(String what, Region region, String expected) {
    assertThat(drawn(region)).isEqualTo(expected);
  }

  @Test
  void whatIsNotSeenIsNotWritten() {
    Rectangle hidden = new Rectangle(5, 5);
    hidden.setVisible(false);
    Rectangle clear = new Rectangle(5, 5);
    clear.setOpacity(0);
    Rectangle away = new Rectangle(500, 0, 5, 5);

    assertThat(drawn(within(hidden, clear, away))).isEmpty();
  }

  @Test
  void aClipIsKeptAndLeavesOutWhatLiesBeyondIt() {
    Pane inner = new Pane(filled(new Rectangle(0, 0, 20, 20)), new Rectangle(20, 0, 5, 5));
    inner.setClip(new Rectangle(2, 2, 10, 10));

    assertThat(drawn(within(inner)))
        .isEqualTo(
            """
            <clipPath id="c1">
            <rect height="10" width="10" x="2" y="2"/>
            </clipPath>
            <g clip-path="url(#c1)">
            <rect fill="#ff0000" height="20" width="20" x="0" y="0"/>
            </g>""");
  }

  @Test
  void aTurnedNodeIsAGroupAndAMovedOneIsNot() {
    Rectangle turned = filled(new Rectangle(4, 4));
    turned.setRotate(90);
    turned.setOpacity(0.5);
    Rectangle moved = filled(new Rectangle(4, 4));
    moved.setTranslateX(3);
    moved.setLayoutX(10);

    assertThat(drawn(within(moved, new Group(turned))))
        .isEqualTo(
            """
            <rect fill="#ff0000" height="4" width="4" x="13" y="0"/>
            <g opacity="0.5" transform="matrix(0 1 -1 0 4 0)">
            <rect fill="#ff0000" height="4" width="4" x="0" y="0"/>
            </g>""");
  }

  @Test
  void accessibleTextIsTheTitleOfAGroup() {
    Pane told = ground(new BackgroundFill(Color.RED, null, null));
    told.setAccessibleText("r0 < 2");

    assertThat(drawn(within(told))).startsWith("<g>\n<title>r0 &lt; 2</title>\n<rect ");
  }

  @Test
  void textIsTextWithItsFace() {
    Text text = text("a <b> & \u0007c", FontWeight.BOLD);
    text.setUnderline(true);
    text.setStrikethrough(true);

    assertThat(drawn(within(text)))
        .isEqualTo(
            "<text fill=\"#ff0000\" "
                + FACE
                + " font-weight=\"bold\" lengthAdjust=\"spacingAndGlyphs\""
                + " text-decoration=\"underline line-through\" textLength=\"60\" x=\"0\" y=\"0\">"
                + "a &lt;b&gt; &amp; c</text>");
  }

  @Test
  void whatStandsAfterAWideGapIsPlacedAnew() {
    assertThat(texts(within(text("r0  = 2", FontWeight.NORMAL))))
        .containsExactly("0 0 r0", "24 0 = 2");
  }

  @Test
  void everyLineOfAWrappedTextIsPlaced() {
    Text text = text("one two\nthree", FontWeight.NORMAL);
    text.setWrappingWidth(30);

    assertThat(texts(within(text))).containsExactly("0 0 one", "0 13.2 two", "0 26.4 three");
  }

  @Test
  void textsOfAFlowStandWhereTheFlowPutsThem() {
    TextFlow flow = new TextFlow(text("one ", FontWeight.NORMAL), text("two six", FontWeight.BOLD));
    flow.setPrefWidth(45);

    assertThat(texts(laidOut(flow))).containsExactly("0 10.2 one", "24 10.2 two", "0 23.4 six");
  }

  @Test
  void aLabelThatIsTooNarrowShowsWhatItsSkinShows() {
    Label label = new Label("abcdefghijklm");
    label.setFont(Font.font(Fonts.MONO, 10));
    label.setPrefWidth(48);

    assertThat(drawn(laidOut(label))).contains(">abcd...</text>").doesNotContain("klm");
  }

  @Test
  void whatIsMadeOfPixelsIsAPictureInside() {
    ImageView view = new ImageView(new WritableImage(2, 2));
    view.setFitWidth(8);
    view.setFitHeight(8);
    Canvas canvas = new Canvas(3, 3);
    String[] drawn = new String[1];
    interact(() -> drawn[0] = drawn(within(view, canvas)));

    assertThat(drawn[0].lines())
        .hasSize(2)
        .allMatch(line -> line.contains("href=\"data:image/png;base64,iVBOR"))
        .anyMatch(line -> line.contains("width=\"8\""))
        .anyMatch(line -> line.contains("width=\"3\""));
  }

  @Test
  void whatXmlDoesNotKnowIsLeftOut() {
    SvgWriter svg = new SvgWriter(1, 1, "a\u0000b\ud800c\ufffed\ud83d\ude00");

    assertThat(svg.end()).contains("<title>abcd\ud83d\ude00</title>");
  }

  @Test
  void aCodeIsSquaresAtAnySize() {
    assertThat(SvgPicture.ofModules(2, (x, y) -> x == y, 100, "code"))
        .contains("<title>code</title>", "M0 0h1v1h-1ZM1 1h1v1h-1Z", "scale(50.0)");
  }

  private static String drawn(Node node) {
    List<String> lines = SvgPicture.of(node, Color.WHITE, 0, "test").lines().toList();
    return String.join("\n", lines.subList(3, lines.size() - 1));
  }

  /** The place and the words of every text. */
  private static List<String> texts(Node node) {
    return drawn(node)
        .lines()
        .filter(line -> line.startsWith("<text "))
        .map(line -> line.replaceFirst(".* x=\"(.*)\" y=\"(.*)\">(.*)</text>", "$1 $2 $3"))
        .collect(Collectors.toList());
  }

  private static <T extends Shape> T filled(T shape) {
    shape.setFill(Color.RED);
    shape.setStroke(null);
    return shape;
  }

  private static <T extends Shape> T stroked(T shape) {
    shape.setFill(null);
    shape.setStroke(Color.BLUE);
    shape.setStrokeWidth(2);
    return shape;
  }

  private static Shape dashed(Shape shape) {
    shape.getStrokeDashArray().setAll(4.0, 2.0);
    return stroked(shape);
  }

  private static Shape rounded() {
    Rectangle shape = new Rectangle(10, 10);
    shape.setArcWidth(6);
    shape.setArcHeight(6);
    return filled(shape);
  }

  private static Shape inside() {
    Shape shape = stroked(new Rectangle(10, 10));
    shape.setStrokeType(StrokeType.INSIDE);
    return shape;
  }

  private static Path relative() {
    LineTo line = new LineTo(2, 0);
    line.setAbsolute(false);
    return new Path(new MoveTo(1, 1), line, new ClosePath());
  }

  private static SVGPath svgPath() {
    SVGPath path = new SVGPath();
    path.setContent("M0 0L9 0L9 9Z");
    return path;
  }

  private static Arc arc() {
    Arc arc = new Arc(0, 0, 10, 10, 0, 90);
    arc.setType(ArcType.ROUND);
    return arc;
  }

  private static Text text(String words, FontWeight weight) {
    Text text = filled(new Text(words));
    text.setFont(Font.font(Fonts.MONO, weight, 10));
    return text;
  }

  private static Pane ground(BackgroundFill... fills) {
    Pane pane = sized(new Pane());
    pane.setBackground(new Background(fills));
    return pane;
  }

  private static Pane border(BorderStroke stroke) {
    Pane pane = sized(new Pane());
    pane.setBorder(new Border(stroke));
    return pane;
  }

  private static Pane shaped() {
    Pane pane = ground(new BackgroundFill(Color.RED, null, null));
    SVGPath arrow = new SVGPath();
    arrow.setContent("M0 0L8 0L4 4Z");
    pane.setShape(arrow);
    pane.setScaleShape(false);
    return pane;
  }

  private static Pane within(Node... nodes) {
    Pane pane = new Pane(nodes);
    pane.resize(100, 100);
    return pane;
  }

  private Pane laidOut(Node node) {
    Pane pane = within(node);
    interact(
        () -> {
          new Scene(pane, 100, 100);
          pane.applyCss();
          pane.layout();
        });
    return pane;
  }

  private static Pane sized(Pane pane) {
    pane.resize(40, 20);
    return pane;
  }
}
