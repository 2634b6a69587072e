package org.earpiece.ui.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.session.follow.FollowKind;
import org.earpiece.session.follow.Followed;
import org.earpiece.session.follow.Followed.Piece;
import org.earpiece.ui.follow.FollowText.Part;
import org.earpiece.ui.follow.FollowText.Side;
import org.earpiece.ui.follow.FollowText.Which;
import org.junit.jupiter.api.Test;

class FollowTextTest {
  private static final Endpoint A = new Endpoint(new IpAddress(0, IpAddress.v4(1)), 1);

  private static Piece piece(boolean forward, String text, long missing) {
    return new Piece(1, 0, forward, text.getBytes(StandardCharsets.UTF_8), missing);
  }

  private static Followed said(Piece... pieces) {
    return new Followed(FollowKind.TCP, A, A, List.of(pieces), false);
  }

  @Test
  void eachSideHasItsParts() {
    Followed followed = said(piece(true, "hello\r\n", 0), piece(false, "hi\r\n", 3));
    FollowText both = FollowText.of(followed, Which.BOTH, false);
    assertThat(both.text()).isEqualTo("hello\n\n[3 bytes not captured]\nhi\n");
    assertThat(both.parts())
        .extracting(Part::side)
        .containsExactly(Side.FIRST, Side.NOBODY, Side.SECOND);
    assertThat(both.parts().stream().mapToInt(Part::length).sum()).isEqualTo(both.text().length());
    assertThat(FollowText.of(followed, Which.FIRST, false).text()).isEqualTo("hello\n");
  }

  @Test
  void controlCharactersAreDots() {
    assertThat(FollowText.plain(new byte[] {'a', 0, 7, '\t', '\r', 'b', '\r', '\n', 127}))
        .isEqualTo("a..\t\nb\n.");
    assertThat(FollowText.plain(new byte[] {'a', (byte) 0xFF, (byte) 0xC3, (byte) 0xA4, 'b'}))
        .isEqualTo("a.\u00e4b");
  }

  @Test
  void bytesAreDumped() {
    assertThat(FollowText.of(said(piece(true, "0123456789abcdefXY", 0)), Which.BOTH, true).text())
        .isEqualTo(
            """
            00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef
            00000010  58 59                                             XY

            """);
  }
}
